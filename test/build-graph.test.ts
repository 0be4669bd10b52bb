import { execFileSync } from "node:child_process";
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/** What an edit rebuilds, as turbo itself plans it: a task whose hash changed is run again, the others are cache hits. */

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
let copy: string;
let before: Map<string, string>;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "high-recall-graph-"));
  const files = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: root })
    .toString()
    .split("\0")
    .filter(Boolean);
  for (const file of files) cpSync(join(root, file), join(copy, file), { recursive: true });
  before = plan();
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe("an edit rebuilds only what depends on it", () => {
  test("a word of an item: its topic and the artifacts", () => {
    expect(rebuiltBy("content/evaluation/f1-formula.md", edit)).toEqual([
      "@high-recall/content-evaluation#compile",
      "@high-recall/handbook#artifacts:anki",
      "@high-recall/handbook#artifacts:csv",
      "@high-recall/handbook#artifacts:json",
      "@high-recall/handbook#artifacts:pdf",
    ]);
  });

  test("a word of a topic that no package.json names: the artifacts, which would lack it otherwise", () => {
    const item = "content/new-topic/first.md";
    mkdirSync(join(copy, dirname(item)));
    writeFileSync(join(copy, item), "First.\n");
    const unedited = plan();
    appendFileSync(join(copy, item), "More.\n");
    const edited = plan();
    rmSync(join(copy, dirname(item)), { recursive: true });
    expect([...edited].filter(([task, hash]) => unedited.get(task) !== hash).map(([task]) => task)).toEqual([
      "@high-recall/handbook#artifacts:anki",
      "@high-recall/handbook#artifacts:csv",
      "@high-recall/handbook#artifacts:json",
      "@high-recall/handbook#artifacts:pdf",
    ]);
  });

  test("core: everything", () => {
    expect(rebuiltBy("packages/core/src/mdast.ts", edit)).toEqual([...before.keys()]);
  });

  test.each(["tex", "figures", "rules", "compiler", "cli"])(
    "%s: everything, for every topic is compiled with it",
    (name) => {
      expect(rebuiltBy(`packages/${name}/src/index.ts`, edit)).toEqual([...before.keys()]);
    },
  );

  test.each([
    ["publish-pdf", ["@high-recall/handbook#artifacts:pdf"]],
    ["typeset", ["@high-recall/handbook#artifacts:pdf"]],
    ["publish-json", ["@high-recall/handbook#artifacts:json"]],
    ["publish-csv", ["@high-recall/handbook#artifacts:csv"]],
    ["publish-anki", ["@high-recall/handbook#artifacts:anki"]],
    ["apkg", ["@high-recall/handbook#artifacts:anki"]],
    ["release", ["@high-recall/handbook#artifacts:anki"]],
    ["cards", ["@high-recall/handbook#artifacts:anki", "@high-recall/handbook#artifacts:csv"]],
  ])("%s: its own artifacts only", (name, expected) => {
    expect(rebuiltBy(`packages/${name}/src/index.ts`, edit)).toEqual(expected);
  });

  test("html: the decks and the JSON that contain it", () => {
    expect(rebuiltBy("packages/html/src/index.ts", edit)).toEqual([
      "@high-recall/handbook#artifacts:anki",
      "@high-recall/handbook#artifacts:json",
    ]);
  });

  test("a test or a README of a package: nothing", () => {
    expect(rebuiltBy("packages/core/test/select.test.ts", edit)).toEqual([]);
    expect(rebuiltBy("packages/core/README.md", edit)).toEqual([]);
  });
});

function edit(path: string): void {
  appendFileSync(path, "\n");
}

/** Tasks with something to run whose hash an edit changes. The edit is undone. */
function rebuiltBy(file: string, change: (path: string) => void): string[] {
  const path = join(copy, file);
  const original = readFileSync(path);
  change(path);
  const after = plan();
  writeFileSync(path, original);
  return [...after].filter(([task, hash]) => before.get(task) !== hash).map(([task]) => task);
}

/** Task -> hash, for the tasks that run a command. */
function plan(): Map<string, string> {
  const out = execFileSync(
    join(root, "node_modules/.bin/turbo"),
    ["run", "artifacts", "--filter=./apps/*", "--dry=json"],
    {
      cwd: copy,
      env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1" },
      stdio: ["ignore", "pipe", "ignore"],
      maxBuffer: 64e6,
    },
  );
  const { tasks } = JSON.parse(out.toString()) as { tasks: { taskId: string; hash: string; command: string }[] };
  const running = tasks.filter((task) => task.command !== "<NONEXISTENT>");
  return new Map(running.map((task): [string, string] => [task.taskId, task.hash]).sort());
}
