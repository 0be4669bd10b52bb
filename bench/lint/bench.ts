// node bench/lint/bench.ts [items…]
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import type { Contender } from "./contenders/contender.ts";
import { markdownlintCli2 } from "./contenders/markdownlint-cli2.ts";
import { remarkCli } from "./contenders/remark-cli.ts";
import { velite } from "./contenders/velite.ts";
import { type Measured, measure } from "./measure.ts";
import { editItem, writeCurriculum } from "./write.ts";

const counts = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [200, 2000, 10_000];
const contenders: readonly Contender[] = [remarkCli, velite, markdownlintCli2];
const recall = join(import.meta.dirname, "../../packages/cli/bin/recall.js");
/** One round is enough where a run takes longer than this many seconds. */
const longRun = 60;
const rounds = 3;

const folder = mkdtempSync(join(tmpdir(), "bench-lint-"));
const env = {
  // Compiled sources are kept from run to run, for all contenders, but not beyond this bench.
  NODE_COMPILE_CACHE: join(folder, "compiled"),
  XDG_CACHE_HOME: join(folder, "cache"),
  RECALL_CACHE: join(folder, "cache"),
};

try {
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  const installed = contenders.filter(install);
  inTurn(20, 1, installed);
  console.log(`Node ${process.versions.node}, ${cpus().length} cores, medians of up to ${rounds} runs\n`);
  console.log("| items | contender | seconds | of the processor | ms of it an item | MB of memory |");
  console.log("| ---: | --- | ---: | ---: | ---: | ---: |");
  const goals: string[] = [];
  for (const count of counts) {
    const results = inTurn(count, rounds, installed);
    for (const [name, result] of results) row(count, name, result);
    goals.push(...ratios(count, results));
  }
  console.log("\n| items | | of the seconds | of the processor |\n| ---: | --- | ---: | ---: |");
  for (const line of goals) console.log(line);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Runs ours and the contenders one after the other, so many rounds, and takes the median of each figure. */
function inTurn(count: number, most: number, installed: readonly Contender[]): Map<string, Measured> {
  const results = new Map<string, Measured[]>();
  for (let round = 0; round < most; round++) {
    const cwd = join(folder, "curriculum");
    const measured = runAll(cwd, writeCurriculum(cwd, count), installed);
    for (const [name, result] of measured) results.set(name, [...(results.get(name) ?? []), result]);
    // Each round has a folder of its own, so that its first run finds no cache.
    rmSync(cwd, { recursive: true });
    rmSync(env.XDG_CACHE_HOME, { recursive: true, force: true });
    if (measured.some(([, { seconds }]) => seconds > longRun)) break;
  }
  return new Map([...results].map(([name, all]) => [name, medians(all)]));
}

/** @param one path of an item that is edited */
function runAll(cwd: string, one: string, installed: readonly Contender[]): [name: string, result: Measured][] {
  const run = (...args: string[]) => measure({ args, cwd, env, report: join(folder, "report") });
  const first = run(recall, "lint");
  const again = run(recall, "lint");
  editItem(join(cwd, one), 19);
  const afterEdit = run(recall, "lint");
  editItem(join(cwd, one), 18);
  const alone = run(recall, "lint", one);
  const others = installed.map(({ name, files, command: [program = "", ...args] }): [string, Measured] => {
    for (const [file, text] of Object.entries(files)) writeFileSync(join(cwd, file), text);
    return [name, run(join(folder, "node_modules", program), ...args)];
  });
  return [
    ["recall lint", first],
    ["recall lint, again", again],
    ["recall lint, after an edit", afterEdit],
    ["recall lint, an edited file alone", alone],
    ...others,
  ];
}

function medians(all: readonly Measured[]): Measured {
  const of = (key: keyof Measured) =>
    all.map((each) => each[key]).sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
  return { seconds: of("seconds"), cpu: of("cpu"), megabytes: of("megabytes") };
}

function row(count: number, name: string, { seconds, cpu, megabytes }: Measured): void {
  const figures = [seconds.toFixed(2), cpu.toFixed(2), ((cpu * 1000) / count).toFixed(2), megabytes.toFixed(0)];
  console.log(`| ${[count.toLocaleString("en"), name, ...figures].join(" | ")} |`);
}

/** Our figures as shares of each contender's. */
function ratios(count: number, results: ReadonlyMap<string, Measured>): string[] {
  const compare = (ours: string, { name }: Contender) => {
    const [one, other] = [results.get(ours), results.get(name)];
    if (!one || !other) return [];
    const figures = [one.seconds / other.seconds, one.cpu / other.cpu].map((ratio) => ratio.toFixed(3));
    return [`| ${[count.toLocaleString("en"), `${ours}, beside ${name}`, ...figures].join(" | ")} |`];
  };
  return [
    ...contenders.flatMap((contender) => compare("recall lint", contender)),
    ...compare("recall lint, again", remarkCli),
  ];
}

function install({ name, packages }: Contender): boolean {
  const args = ["install", "--no-audit", "--no-fund", ...Object.entries(packages).map((entry) => entry.join("@"))];
  try {
    execFileSync("npm", args, { cwd: folder, stdio: "ignore" });
    return true;
  } catch {
    console.log(`${name} left out: \`npm ${args.join(" ")}\` fails here\n`);
    return false;
  }
}
