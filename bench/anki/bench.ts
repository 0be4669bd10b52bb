// node bench/anki/bench.ts [notes] [contender…]
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeNotes } from "./notes.ts";

interface Measured {
  /** Wall-clock time. */
  readonly seconds: number;
  /** Processor time: more reliable on a busy machine. */
  readonly cpu: number;
  readonly bytes: number;
  readonly megabytes: number;
}

const [count = "10000", ...chosen] = process.argv.slice(2);
const contenders = join(import.meta.dirname, "contenders");
const folder = mkdtempSync(join(tmpdir(), "bench-anki-"));
const isChosen = (name: string) => chosen.length === 0 || chosen.includes(name);
const file = (notes: number) => {
  const path = join(folder, `${notes}.json`);
  writeFileSync(path, JSON.stringify(makeNotes(notes)));
  return path;
};

try {
  console.log(`${count} notes, Node ${process.versions.node}\n`);
  console.log("| contender | notes | seconds | of the processor | MB made | MB of memory |");
  console.log("| --- | ---: | ---: | ---: | ---: | ---: |");
  const notes = Number(count);
  const all = file(notes);
  const python = isChosen("genanki") ? installGenanki() : undefined;
  const finished = join(folder, "collection.db");
  if (isChosen("floor")) execFileSync(process.execPath, [join(contenders, "finish.ts"), all, finished]);
  const runs: Record<string, (() => Measured | undefined) | undefined> = {
    "floor: raw inserts, fflate": isChosen("floor") ? () => node("floor.ts", finished) : undefined,
    "floor: raw inserts, Node's zlib": isChosen("floor") ? () => node("floor.ts", finished, "zlib") : undefined,
    "@high-recall/apkg": isChosen("ours") ? () => node("ours.ts", all) : undefined,
    "genanki 0.13.1": python ? () => measured(python, [join(contenders, "genanki_bench.py"), all], folder) : undefined,
  };
  for (const [name, measured] of best(runs)) row(name, notes, measured);
  if (isChosen("anki-apkg-export")) ankiApkgExport();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function row(name: string, notes: number, { seconds, cpu, bytes, megabytes }: Measured): void {
  const figures = [notes, seconds.toFixed(2), cpu.toFixed(2), (bytes / 1e6).toFixed(2), megabytes.toFixed(0)];
  console.log(`| ${[name, ...figures].join(" | ")} |`);
}

/** The fastest of five alternating runs of each: the others waited for something else. */
function best(runs: Readonly<Record<string, (() => Measured | undefined) | undefined>>): [string, Measured][] {
  const found = new Map<string, Measured>();
  for (let round = 0; round < 5; round++) {
    for (const [name, run] of Object.entries(runs)) {
      const measured = run?.();
      const last = found.get(name);
      if (measured !== undefined && (last === undefined || measured.cpu < last.cpu)) found.set(name, measured);
    }
  }
  return [...found];
}

function node(program: string, ...args: string[]): Measured | undefined {
  return measured(process.execPath, [join(contenders, program), ...args], folder);
}

function measured(command: string, args: readonly string[], cwd: string): Measured | undefined {
  const { status, stdout } = spawnSync(command, args, { cwd, encoding: "utf8" });
  const line = stdout.split("\n").find((text) => text.startsWith("{"));
  return status === 0 && line !== undefined ? (JSON.parse(line) as Measured) : undefined;
}

/** The largest of growing sizes that it survives: it aborts when its 16 MB of memory are full. */
function ankiApkgExport(): void {
  const place = join(folder, "anki-apkg-export");
  mkdirSync(place);
  writeFileSync(join(place, "package.json"), "{}");
  if (!install("npm", ["install", "--no-audit", "--no-fund", "anki-apkg-export@4.0.3"], place)) return;
  let survived: { notes: number; measured: Measured } | undefined;
  for (let notes = 20; notes <= 400; notes += 20) {
    const one = measured(process.execPath, [join(contenders, "anki-apkg-export.cjs"), file(notes)], place);
    if (one === undefined) break;
    survived = { notes, measured: one };
  }
  if (survived === undefined) return;
  const { notes, measured: theirs } = survived;
  row("anki-apkg-export 4.0.3, the largest it survives", notes, theirs);
  const as = file(notes);
  for (const [name, ours] of best({ "@high-recall/apkg, as many": () => node("ours.ts", as) })) row(name, notes, ours);
}

/** The Python that has genanki; undefined if it cannot be installed. */
function installGenanki(): string | undefined {
  const python = join(folder, "venv/bin/python");
  const isThere =
    install("python3", ["-m", "venv", join(folder, "venv")], folder) &&
    install(python, ["-m", "pip", "install", "-q", "genanki==0.13.1"], folder);
  return isThere ? python : undefined;
}

function install(command: string, args: readonly string[], cwd: string): boolean {
  try {
    execFileSync(command, args, { cwd, stdio: "ignore" });
    return true;
  } catch {
    console.log(`Left out: \`${command} ${args.join(" ")}\` fails here`);
    return false;
  }
}
