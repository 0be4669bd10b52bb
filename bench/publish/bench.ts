// node bench/publish/bench.ts [items,…] [command…]
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeContent } from "./content.ts";

interface Measured {
  /** Seconds on the clock, from the start of the process. */
  readonly seconds: number;
  /** Seconds of the processor. */
  readonly cpu: number;
  /** Peak resident memory, in MB. */
  readonly megabytes: number;
}

const [counts = "2000,10000", ...chosen] = process.argv.slice(2);
const commands = chosen.length > 0 ? chosen : ["lint", "json", "anki", "csv"];
const recall = join(import.meta.dirname, "../../packages/cli/bin/recall.js");
const folder = mkdtempSync(join(tmpdir(), "bench-publish-"));

try {
  console.log("| items | command | from | seconds | of the processor | MB of memory | MB made |");
  console.log("| ---: | --- | --- | ---: | ---: | ---: | ---: |");
  for (const count of counts.split(",").map(Number)) {
    const content = join(folder, String(count));
    writeContent(content, count);
    for (const command of commands) row(count, command, "sources", content);
    execFileSync(process.execPath, [join(import.meta.dirname, "compile.ts"), content], { stdio: "inherit" });
    for (const command of commands.filter((each) => each !== "lint")) row(count, command, "compiled topics", content);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Runs `recall` in a process of its own, and prints what it took. */
function row(count: number, command: string, from: string, content: string): void {
  const out = join(folder, "out");
  const isLint = command === "lint";
  const { seconds, cpu, megabytes } = run(
    isLint ? ["lint", content] : ["publish", "--to", command, "--content", content, "--out", out],
  );
  const made = isLint ? 0 : sizeOf(out);
  rmSync(out, { recursive: true, force: true });
  const name = isLint ? "`lint`" : `\`publish --to ${command}\``;
  const figures = [seconds.toFixed(1), cpu.toFixed(1), megabytes.toFixed(0), (made / 1e6).toFixed(1)];
  console.log(`| ${[count.toLocaleString("en"), name, from, ...figures].join(" | ")} |`);
}

function run(args: readonly string[]): Measured {
  const usage = join(folder, "usage.json");
  const began = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--import", join(import.meta.dirname, "usage.ts"), recall, ...args],
    { cwd: folder, env: { ...process.env, BENCH_USAGE: usage }, stdio: ["ignore", "ignore", "pipe"], maxBuffer: 1e9 },
  );
  const seconds = (performance.now() - began) / 1000;
  if (status !== 0) throw new Error(`recall ${args.join(" ")} gave ${status}:\n${stderr.toString().slice(-2000)}`);
  return { seconds, ...(JSON.parse(readFileSync(usage, "utf8")) as Omit<Measured, "seconds">) };
}

/** Bytes of all files below a folder. */
function sizeOf(path: string): number {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
