// node bench/lint/profile.ts [items] [rows] [first|again|edit|file]: where the time of `recall lint` goes
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { editItem, writeCurriculum } from "./write.ts";

/** V8's sampling profile, the parts that are read here. */
interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  /** Microseconds before each sample. */
  readonly timeDeltas: readonly number[];
}

/** Microseconds: `self` in the thing alone, `total` with all that it called. */
interface Spent {
  self: number;
  total: number;
}

/** The first run has no cache; the others come after it: nothing changed, one item edited, that item alone. */
const [items = "2000", rows = "40", kind = "first"] = process.argv.slice(2);
const recall = join(import.meta.dirname, "../../packages/cli/bin/recall.js");
const folder = mkdtempSync(join(tmpdir(), "profile-lint-"));
const profiles = join(folder, "profiles");

try {
  const one = writeCurriculum(folder, Number(items));
  if (kind !== "first") {
    run([], []);
    // Runs twice, as what the second run needs is compiled in the first.
    if (kind !== "again") editItem(join(folder, one), 19);
    run([], kind === "file" ? [one] : []);
    if (kind !== "again") editItem(join(folder, one), 18);
  }
  run(["--cpu-prof", "--cpu-prof-interval", "500", "--cpu-prof-dir", profiles], kind === "file" ? [one] : []);
  for (const name of readdirSync(profiles).sort()) {
    const profile = JSON.parse(readFileSync(join(profiles, name), "utf8")) as Profile;
    const sum = profile.timeDeltas.reduce((total, delta) => total + delta, 0);
    console.log(`${items} items, ${kind}: ${(sum / 1e6).toFixed(2)} s under the profiler\n`);
    print("package", spentBy(profile, packageOf), sum, 25);
    print("file", spentBy(profile, fileOf), sum, Number(rows));
    print("function", spentBy(profile, functionOf), sum, Number(rows));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function run(flags: readonly string[], paths: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, recall, "lint", ...paths], {
    cwd: folder,
    env: { ...process.env, RECALL_CACHE: join(folder, "cache") },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`recall lint failed:\n${stdout}${stderr}`);
}

type CallFrame = Profile["nodes"][number]["callFrame"];

function spentBy({ nodes, samples, timeDeltas }: Profile, nameOf: (frame: CallFrame) => string): Map<string, Spent> {
  const selfOf = new Map<number, number>();
  for (const [index, id] of samples.entries()) selfOf.set(id, (selfOf.get(id) ?? 0) + (timeDeltas[index] ?? 0));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const spent = new Map<string, Spent>();
  /** Time of a node with its callees; a name that is already on the stack counts only where it began. */
  const walk = (id: number, above: ReadonlySet<string>): number => {
    const node = byId.get(id);
    if (!node) return 0;
    const name = nameOf(node.callFrame);
    const self = selfOf.get(id) ?? 0;
    const inside = above.has(name) ? above : new Set(above).add(name);
    const total = (node.children ?? []).reduce((sum, child) => sum + walk(child, inside), self);
    const entry = spent.get(name) ?? { self: 0, total: 0 };
    entry.self += self;
    if (!above.has(name)) entry.total += total;
    spent.set(name, entry);
    return total;
  };
  walk(nodes[0]?.id ?? 0, new Set());
  return spent;
}

function packageOf({ url, functionName }: CallFrame): string {
  if (url === "") return functionName === "" ? "V8" : functionName;
  if (url.startsWith("node:")) return "node";
  return /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url)?.[1] ?? /\/packages\/([^/]+)\//.exec(url)?.[1] ?? url;
}

function fileOf(frame: CallFrame): string {
  return frame.url.startsWith("file:") ? `${packageOf(frame)} ${frame.url.split("/").pop()}` : packageOf(frame);
}

function functionOf(frame: CallFrame): string {
  const { functionName, url, lineNumber } = frame;
  if (url === "") return functionName;
  const place = url.startsWith("node:") ? url : `${packageOf(frame)} ${url.split("/").pop()}`;
  return `${functionName || "(anonymous)"} · ${place}:${lineNumber + 1}`;
}

function print(title: string, spent: ReadonlyMap<string, Spent>, sum: number, count: number): void {
  const percent = (part: number) => `${((100 * part) / sum).toFixed(1)} %`;
  console.log(`| ${title} | self, ms | self | with callees, ms |\n| --- | ---: | ---: | ---: |`);
  for (const [name, { self, total }] of [...spent].sort(([, a], [, b]) => b.self - a.self).slice(0, count)) {
    console.log(`| ${name} | ${(self / 1000).toFixed(0)} | ${percent(self)} | ${(total / 1000).toFixed(0)} |`);
  }
  console.log();
}
