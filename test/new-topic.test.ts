import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

/** A topic from nothing to the artifacts, in a copy of the repository. */

const root = join(import.meta.dirname, "..");
let copy: string;

beforeAll(() => {
  copy = realpathSync(mkdtempSync(join(tmpdir(), "high-recall-topic-")));
  const files = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: root });
  for (const file of files.toString().split("\0").filter(Boolean)) cpSync(join(root, file), join(copy, file));
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

const text = (path: string) => readFileSync(join(copy, path), "utf8");
const recall = (...args: string[]) =>
  spawnSync(process.execPath, [join(root, "packages/cli/bin/recall.js"), ...args], { cwd: copy, encoding: "utf8" });

test("`recall new topic` writes all that a topic needs", () => {
  const before = { edition: text("apps/handbook/edition.yaml"), app: text("apps/handbook/package.json") };
  const { status, stdout } = recall("new", "topic", "agents", "--title", "Agents: tools & plans");
  expect(status).toBe(0);
  expect(stdout.split("\n").slice(0, 4)).toEqual([
    "content/agents/README.md",
    "apps/handbook/edition.yaml",
    "content/agents/package.json",
    "apps/handbook/package.json",
  ]);
  expect(text("apps/handbook/edition.yaml")).toBe(
    before.edition.replace("  - interview-craft\n", "  - interview-craft\n  - agents\n"),
  );
  const { dependencies } = JSON.parse(text("apps/handbook/package.json"));
  expect(dependencies["@high-recall/content-agents"]).toBe("workspace:*");
  expect(Object.keys(dependencies)).toEqual(Object.keys(dependencies).sort());
  const line = '    "@high-recall/content-agents": "workspace:*",\n';
  expect(text("apps/handbook/package.json").replace(line, "")).toBe(before.app);
});

test("its package.json is the one that `npm test` demands", () => {
  const { status, stderr } = spawnSync(process.execPath, [join(copy, "scripts/workspace.mjs"), "check"], { cwd: copy });
  expect(stderr.toString()).toBe("");
  expect(status).toBe(0);
});

test("lint has no fault to find in it, and it is published", () => {
  expect(recall("lint", "content/agents").stdout).toContain("no faults");
  const { status } = recall("publish", "--to", "json", "--out", "made");
  expect(status).toBe(0);
  expect(text("made/json/v1/index.json")).toContain("Agents: tools & plans");
});

test("a second one of that name is refused", () => {
  const { status, stderr } = recall("new", "topic", "agents", "--title", "Agents");
  expect(status).toBe(2);
  expect(stderr).toContain("There is a topic `agents` already");
});
