// node bench/pdf/bench.ts [items…]
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { getDocument } from "../../packages/publish-pdf/node_modules/pdfjs-dist/legacy/build/pdf.mjs";
import type { Measured } from "./contenders/measure.ts";
import { makeItems } from "./items.ts";
import { toFolders } from "./markdown.ts";
import { toTypst } from "./typst.ts";

const typst = "@myriaddreamin/typst-ts-node-compiler";
const version = "0.7.0";

interface Result extends Measured {
  readonly pages: number;
}

const counts = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [25, 250, 2500, 10000];
const folder = mkdtempSync(join(tmpdir(), "bench-pdf-"));
const place = join(folder, "typst");
const contenders = join(import.meta.dirname, "contenders");

try {
  const hasTypst = installTypst();
  console.log(`Node ${process.versions.node}, ${cpus().length} cores, ${typst} ${version}, medians\n`);
  console.log(
    "| items | contender | seconds | of the processor | MB of memory | KB a file | KB an item | pages | rebuilt, ms a page |",
  );
  console.log("| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
  for (const count of counts) {
    const sources = writeSources(count);
    const runs = {
      "publish-pdf": () => run(["ours.ts", sources.markdown], folder, sources.ours),
      ...(hasTypst ? { Typst: () => run(["typst.mjs", sources.typst], place, sources.theirs, fontPaths()) } : {}),
    };
    for (const [name, result] of Object.entries(await inTurn(runs, count >= 10_000 ? 3 : 5))) row(count, name, result);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function writeSources(count: number) {
  const items = makeItems(count);
  const file = (name: string) => join(folder, `${count}-${name}`);
  const paths = {
    markdown: file("folders.json"),
    typst: file("sheet.typ"),
    ours: file("ours.pdf"),
    theirs: file("typst.pdf"),
  };
  writeFileSync(paths.markdown, JSON.stringify(toFolders(items)));
  writeFileSync(paths.typst, toTypst(items));
  return paths;
}

/** Runs the contenders alternately and takes the median of each figure. */
async function inTurn(runs: Readonly<Record<string, () => Promise<Result>>>, rounds: number) {
  const results = new Map<string, Result[]>();
  for (let round = 0; round < rounds; round++) {
    for (const [name, start] of Object.entries(runs)) results.set(name, [...(results.get(name) ?? []), await start()]);
  }
  return Object.fromEntries([...results].map(([name, all]) => [name, medians(all)]));
}

function medians(all: readonly Result[]): Result {
  const of = (key: keyof Result) => all.map((each) => each[key]).sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
  return {
    bytes: of("bytes"),
    pages: of("pages"),
    cpu: of("cpu"),
    megabytes: of("megabytes"),
    milliseconds: of("milliseconds"),
    warmMilliseconds: of("warmMilliseconds"),
  };
}

async function run(
  [program = "", source = ""]: readonly string[],
  cwd: string,
  target: string,
  fonts: readonly string[] = [],
) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(contenders, program), source, target, ...fonts],
    // The compile cache is kept from run to run, as for a command, but not beyond this bench.
    { cwd, encoding: "utf8", env: { ...process.env, NODE_COMPILE_CACHE: join(folder, "compiled") } },
  );
  const line = stdout.split("\n").find((text) => text.startsWith("{"));
  if (status !== 0 || line === undefined) throw new Error(`${program} failed:\n${stdout}${stderr}`);
  const reading = getDocument({ data: new Uint8Array(readFileSync(target)), verbosity: 0 });
  const pages = (await reading.promise).numPages;
  await reading.destroy();
  return { ...(JSON.parse(line) as Measured), pages };
}

function row(
  count: number,
  name: string,
  { milliseconds, cpu, megabytes, bytes, pages, warmMilliseconds }: Result,
): void {
  const figures = [
    count.toLocaleString("en"),
    name,
    (milliseconds / 1000).toFixed(2),
    cpu.toFixed(2),
    megabytes.toFixed(0),
    (bytes / 1000).toFixed(0),
    (bytes / 1000 / count).toFixed(2),
    pages,
    (warmMilliseconds / pages).toFixed(1),
  ];
  console.log(`| ${figures.join(" | ")} |`);
}

/** Text fonts of `typeset`; Typst brings its own math fonts. */
function fontPaths(): string[] {
  const require = createRequire(join(import.meta.dirname, "../../packages/typeset/package.json"));
  const sans = [
    "400Regular/SourceSans3_400Regular",
    "700Bold/SourceSans3_700Bold",
    "400Regular_Italic/SourceSans3_400Regular_Italic",
  ];
  const code = ["400Regular/SourceCodePro_400Regular", "600SemiBold/SourceCodePro_600SemiBold"];
  return [
    ...sans.map((path) => require.resolve(`@expo-google-fonts/source-sans-3/${path}.ttf`)),
    ...code.map((path) => require.resolve(`@expo-google-fonts/source-code-pro/${path}.ttf`)),
  ];
}

function installTypst(): boolean {
  mkdirSync(place);
  writeFileSync(join(place, "package.json"), "{}");
  const args = ["install", "--no-audit", "--no-fund", `${typst}@${version}`];
  try {
    execFileSync("npm", args, { cwd: place, stdio: "ignore" });
    return true;
  } catch {
    console.log(`Typst left out: \`npm ${args.join(" ")}\` fails here\n`);
    return false;
  }
}
