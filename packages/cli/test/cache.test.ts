import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { FileReport } from "@high-recall/compiler";
import type { Message } from "@high-recall/core";
import { describe, expect, test } from "vitest";
import { openCheckCache } from "../src/check-cache.ts";
import { main } from "../src/index.ts";
import { sandbox, tree } from "./run.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");

/** Runs `recall lint --format json` with a cache. */
async function lint(folder: string, ...args: string[]): Promise<string> {
  let out = "";
  const named = args.some((arg) => !arg.startsWith("-")) ? [] : ["broken"];
  await main(["lint", ...named, "--format", "json", ...args], {
    ...{ cwd: folder, columns: 80, isColour: false, cacheFolder: join(folder, "cache"), err: () => {} },
    out: (text) => {
      out += text;
    },
  });
  return out;
}

/** Changes what the cache holds of files, as if the checks had found something else. */
function changeReports(folder: string, change: (report: FileReport) => unknown): void {
  for (const path of cacheFiles(folder).filter((one) => one.endsWith("files.json"))) {
    const { digest, values } = JSON.parse(readFileSync(path, "utf8").split("\n")[1] ?? "");
    const changed = Object.entries(values as Record<string, FileReport>).map(([key, report]) => [key, change(report)]);
    const body = JSON.stringify({ digest, values: Object.fromEntries(changed) });
    writeFileSync(path, `${createHash("sha256").update(body).digest("hex")}\n${body}`);
  }
}

const cacheFiles = (folder: string) => tree(join(folder, "cache")).map((path) => join(folder, "cache", path));

describe("a second recall lint", () => {
  test("says the same, and leaves the cache as it is", async () => {
    const folder = sandbox("broken");
    const first = await lint(folder);
    const before = cacheFiles(folder).map((path) => readFileSync(path, "utf8"));
    expect(before.length).toBe(2);
    expect(await lint(folder)).toBe(first);
    expect(cacheFiles(folder).map((path) => readFileSync(path, "utf8"))).toEqual(before);
    expect(JSON.parse(first).length).toBeGreaterThan(0);
  });

  test("checks no file that is as it was", async () => {
    const folder = sandbox("broken");
    const remark = { rule: "remembered", severity: "warning", text: "From the cache", url: "", fixes: [], related: [] };
    const place = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } };
    await lint(folder);
    changeReports(folder, (report) => ({ ...report, messages: [{ file: report.path, place, ...remark }] }));
    const remembered = async () =>
      JSON.parse(await lint(folder)).flatMap(({ file, rule }: Message) => (rule === "remembered" ? [file] : []));
    expect(await remembered()).toContain("broken/contracts/README.md");
    appendFileSync(join(folder, "broken/contracts/README.md"), "\nMore.\n");
    expect(await remembered()).not.toContain("broken/contracts/README.md");
  });

  test("places what it says of edition.yaml where it is today", async () => {
    const folder = sandbox("law");
    const edition = "id: law\ntitle: Law\nlanguage: en\nversion: 1.0.0\ndate: 2026-11-20\ntopics: [contracts, tort]\n";
    writeFileSync(join(folder, "edition.yaml"), edition);
    const lines = async () =>
      JSON.parse(await lint(folder, "law")).map(({ file, place }: Message) => [file, place.start.line]);
    expect(await lines()).toEqual([["edition.yaml", 6]]);
    writeFileSync(join(folder, "edition.yaml"), `# A comment\n${edition}`);
    expect(await lines()).toEqual([["edition.yaml", 7]]);
    renameSync(join(folder, "edition.yaml"), join(folder, "law/edition.yaml"));
    expect(await lines()).toEqual([["law/edition.yaml", 7]]);
  });

  test("checks an edited file again", async () => {
    const folder = sandbox("broken");
    await lint(folder);
    appendFileSync(join(folder, "broken/contracts/README.md"), "\n<br>\n");
    const rules = JSON.parse(await lint(folder)).map(({ rule }: { rule: string }) => rule);
    expect(rules.filter((rule: string) => rule === "no-html")).toHaveLength(2);
  });

  test.each([
    ["cut", (text: string) => text.slice(0, text.length / 2)],
    ["of zeros", (text: string) => "\0".repeat(text.length)],
    ["with one character changed", (text: string) => `${text.slice(0, -20)}x${text.slice(-19)}`],
    ["empty", () => ""],
    ["of another program", () => '{"values": {}}\n'],
  ])("ignores a cache that is %s", async (_, damage) => {
    const folder = sandbox("broken");
    const first = await lint(folder);
    for (const path of cacheFiles(folder)) writeFileSync(path, damage(readFileSync(path, "utf8")));
    expect(await lint(folder)).toBe(first);
    expect(await lint(folder)).toBe(first);
  });

  test("works where the cache cannot be written", async () => {
    const folder = sandbox("broken");
    writeFileSync(join(folder, "cache"), "a file in the place of the folder");
    expect(await lint(folder)).toBe(await lint(folder, "--no-cache"));
  });

  test("with --no-cache neither reads nor writes one", async () => {
    const folder = sandbox("broken");
    await lint(folder, "--no-cache");
    expect(readdirSync(folder)).toEqual(["broken"]);
  });
});

test("of two runs at once, one leaves a whole cache", () => {
  const folder = sandbox();
  const open = () => openCheckCache(folder, "content", "code");
  const report = (path: string) => ({ path, messages: [], facts: undefined, isDraft: false });
  const caches = [open(), open()];
  for (const [index, cache] of caches.entries()) cache.keepReport(`key ${index}`, report(`${index}.md`));
  for (const cache of caches) cache.save();
  expect(open().report("key 1")).toEqual(report("1.md"));
  expect(tree(folder).filter((path) => path.endsWith(".tmp"))).toEqual([]);
});

test("runs at the same time leave a whole cache, and each gives the right messages", async () => {
  const folder = sandbox("broken");
  const cache = join(folder, "cache");
  const run = () => runRecall(root, folder, cache, "lint", "broken", "--format", "json");
  const outs = await Promise.all([run(), run(), run(), run()]);
  const expected = await lint(folder, "--no-cache");
  expect(outs).toEqual([expected, expected, expected, expected]);
  expect(cacheFiles(folder)).toHaveLength(2);
  for (const path of cacheFiles(folder)) {
    const [digest, body = ""] = readFileSync(path, "utf8").split("\n");
    expect(digest).toBe(createHash("sha256").update(body).digest("hex"));
  }
});

test("what other code or other options gave is not used", () => {
  const folder = sandbox();
  const before = openCheckCache(folder, "content", "code of yesterday");
  before.keepReport("key", { path: "a.md", messages: [], facts: undefined, isDraft: false });
  before.save();
  expect(openCheckCache(folder, "content", "code of yesterday").report("key")).toBeDefined();
  expect(openCheckCache(folder, "content", "code of today").report("key")).toBeUndefined();
});

describe("after an edit of the code, nothing that the old code gave is used", () => {
  test("by recall lint: an edited rule speaks at once", async () => {
    const { copy, recall } = await workspaceCopy();
    const first = await recall("lint", "broken");
    expect(first).toContain("HTML is not allowed");
    const rule = join(copy, "packages/rules/src/structure/no-html.ts");
    writeFileSync(rule, readFileSync(rule, "utf8").replace("HTML is not allowed", "No tags, please"));
    const second = await recall("lint", "broken");
    expect(second).toContain("No tags, please");
    expect(second).not.toContain("HTML is not allowed");
  });

  test("by recall publish: a compiled topic of the old code is compiled anew", async () => {
    const { copy, recall } = await workspaceCopy();
    for (const topic of ["contracts", "torts"]) await recall("compile", `law/${topic}`);
    const publish = async () => {
      await recall("publish", "--content", "law", "--to", "json", "--out", "made");
      return readFileSync(join(copy, "work/made/json/v1/items.ndjson"), "utf8");
    };
    expect(await publish()).not.toContain("LOWERED ANEW");
    const lower = join(copy, "packages/compiler/src/lower/lower-inlines.ts");
    writeFileSync(lower, readFileSync(lower, "utf8").replace(": node.value }", ': "LOWERED ANEW " + node.value }'));
    expect(await publish()).toContain("LOWERED ANEW");
  });
});

/** A copy of the packages whose code a test may edit, with `recall` run in a folder of fixtures. */
async function workspaceCopy() {
  const copy = sandbox();
  for (const name of readdirSync(join(root, "packages"))) {
    for (const part of ["package.json", "src", "bin", "node_modules"]) {
      const from = join(root, "packages", name, part);
      if (!existsSync(from)) continue;
      cpSync(from, join(copy, "packages", name, part), { recursive: true, verbatimSymlinks: true });
    }
  }
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  const work = join(copy, "work");
  mkdirSync(work);
  for (const name of ["law", "broken"]) {
    cpSync(join(root, "packages/cli/test/fixtures", name), join(work, name), { recursive: true });
  }
  const recall = (...args: string[]) => runRecall(copy, work, join(copy, "cache"), ...args);
  return { copy, recall };
}

/** What the command of a workspace prints when it runs in a folder, with a cache. */
function runRecall(workspace: string, cwd: string, cache: string, ...args: string[]): Promise<string> {
  return new Promise((resolve) => {
    const bin = join(workspace, "packages/cli/bin/recall.js");
    const child = spawn(process.execPath, [bin, ...args], { cwd, env: { ...process.env, RECALL_CACHE: cache } });
    let out = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        out += text;
      });
    }
    child.on("close", () => resolve(out));
  });
}
