import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { findProgram } from "../src/run/program.ts";
import { findIsolation } from "../src/run/sandbox.ts";
import { withOutput } from "../src/run/write-output.ts";
import { recall, sandbox, text } from "./run.ts";

/** Items whose output is not written yet, and what cannot be run. */

vi.setConfig({ testTimeout: 60_000 });

/** The samples of these tests are trusted: where no sandbox works, they run without one. */
const isolation = await findIsolation("bubblewrap", process.env, "/").then(
  () => [],
  () => ["--isolation", "none"],
);

const front = "---\nid: s\nkind: code\ntitle: Some sample\ndifficulty: easy\nlanguage: bash\n---\n";

/** A folder of one topic with the item `t/s.md`. */
function topicWith(item: string): string {
  const folder = sandbox();
  mkdirSync(join(folder, "t"));
  writeFileSync(join(folder, "t/README.md"), "---\nid: t\ntitle: Topic\nsummary: A topic.\n---\n\nText.\n");
  writeFileSync(join(folder, "t/s.md"), item);
  return folder;
}

const run = (folder: string, ...args: string[]) => recall(folder, "run", ...args, ...isolation);

describe("the output of a sample that has none", () => {
  const solution = "```bash\nseq 2\n```\n";
  const done = `${front}\nCount.\n\n${solution}\n\`\`\`output\n1\n2\n\`\`\`\n`;
  test.each([
    ["no fence", `${front}\nCount.\n\n${solution}`, done],
    ["an empty fence", `${front}\nCount.\n\n${solution}\n\`\`\`output\n\`\`\`\n`, done],
    ["a fence with an empty line", `${front}\nCount.\n\n${solution}\n\`\`\`output\n\n\`\`\`\n`, done],
    ["CRLF", `${front}\nCount.\n\n${solution}`.replaceAll("\n", "\r\n"), done.replaceAll("\n", "\r\n")],
    ["text after it", `${front}\nCount.\n\n${solution}\n## Pitfalls\n\nNone.\n`, `${done}\n## Pitfalls\n\nNone.\n`],
    ["no line break at the end", `${front}\nCount.\n\n${solution.trimEnd()}`, done],
  ])("is written into the file: %s", async (_, before, after) => {
    const folder = topicWith(before);
    const { code, out } = await run(folder, "t/s.md");
    expect(out).toContain("  wrote the output at t/s.md:15\n");
    expect(code).toBe(0);
    expect(text(folder, "t/s.md")).toBe(after);
    expect((await recall(folder, "lint", "t")).code).toBe(0);
    expect((await run(folder, "t")).out).toContain("0 ran, 1 unchanged");
  });

  test.each([
    ["it fails", "seq 2; exit 1", "it ended with exit code 1"],
    ["it prints nothing", "true", "it prints nothing"],
    ["a fence cannot have it", "printf 'a\\rb'", "a carriage return"],
    ["it varies", "echo $TZ", "prints `UTC0` in one run"],
  ])("is not written if %s", async (_, code, reason) => {
    const item = `${front}\nDo it.\n\n\`\`\`bash\n${code}\n\`\`\`\n`;
    const folder = topicWith(item);
    const { code: exit, out } = await run(folder, "t/s.md", "--format", "json");
    expect(exit).toBe(1);
    expect(JSON.parse(out)[0].text).toContain(reason);
    expect(text(folder, "t/s.md")).toBe(item);
  });

  test("is in a fence longer than those that it prints, and never inside of an open one", () => {
    const point = (offset: number) => ({ line: 1, column: 1, offset });
    const codeOf = (source: string) => ({
      codeAt: { start: point(0), end: point(source.length) },
      outputAt: undefined,
    });
    const closed = "~~~bash\ncat\n~~~";
    expect(withOutput(closed, codeOf(closed), "```\na\n```")?.text).toBe(
      `${closed}\n\n\`\`\`\`output\n\`\`\`\na\n\`\`\`\n\`\`\`\`\n`,
    );
    for (const open of ["```bash\ncat", "````bash\ncat\n```", "~~~bash\ncat\n```", "```bash"]) {
      expect(withOutput(open, codeOf(open), "a")).toBeUndefined();
    }
  });
});

describe("what cannot be run is said", () => {
  test.each([
    [
      "---\nid: s\nkind: guide\ntitle: Some guide\n---\n\nText.\n",
      "t/s.md is a guide, not a code item: there is nothing to run",
    ],
    [
      `${front}\nDo it.\n`.replace("language: bash\n", "language: bash\nrun: false\nreason: Needs a GPU\n"),
      "t/s.md has no solution that can be run, or `run: false`",
    ],
    [
      "---\nid: other\nkind: code\n---\n",
      "t/s.md cannot be run before its faults are fixed: `recall lint t/s.md` shows them",
    ],
  ])("of a file that was named", async (item, message) => {
    const { code, err } = await run(topicWith(item), "t/s.md");
    expect(err).toBe(`recall: ${message}\n`);
    expect(code).toBe(2);
  });

  test("of the page of a topic", async () => {
    const folder = topicWith("---\nid: s\nkind: guide\ntitle: Some guide\n---\n\nText.\n");
    expect((await run(folder, "t/README.md")).err).toContain("is the page of a topic, not a code item");
  });

  test("beside those that are run", async () => {
    const folder = topicWith(`${front}\nCount.\n\n\`\`\`bash\nseq 2\n\`\`\`\n`);
    const { code, out } = await run(folder, "t/README.md", "t/s.md");
    expect(out).toContain("1 ran, 0 unchanged since they ran, 0 skipped\n");
    expect(out).toContain("  t/README.md is the page of a topic");
    expect(code).toBe(0);
  });
});

const python = await findProgram("python3", process.env.PATH ?? "", "/dev");

describe.skipIf(python === undefined)("a sample that needs a package which is not there", () => {
  const item = `${front.replace("bash", "python\nrequires: [no-such-package>=2]")}\nDo it.\n\n\`\`\`python\nprint(1)\n\`\`\`\n\n\`\`\`output\n1\n\`\`\`\n`;

  test("is skipped with the command that installs it, and fails as long as no run is recorded", async () => {
    const folder = topicWith(item);
    const { code, out } = await run(folder, "t");
    expect(out).toContain("skipped s: no-such-package not installed for ");
    expect(out).toContain("  python3 -m venv .venv && .venv/bin/pip install 'no-such-package>=2'\n");
    expect(out).toContain("  recall run --python .venv/bin/python\n");
    expect(code).toBe(1);
  });

  test("the list of pinned versions is installed where there is one", async () => {
    const folder = topicWith(item);
    for (const name of ["samples", "content"]) mkdirSync(join(folder, name));
    renameSync(join(folder, "t"), join(folder, "content/t"));
    writeFileSync(join(folder, "samples/requirements.txt"), "");
    const { out } = await run(folder);
    expect(out).toContain("pip install --require-hashes -r samples/requirements.txt\n");
  });

  test("a failing line of Python is reported at that line", async () => {
    const code = "def f(x):\n    return 1 / x\n\nprint(f(0))";
    const folder = topicWith(`${front.replace("bash", "python")}\nDo it.\n\n\`\`\`python\n${code}\n\`\`\`\n`);
    const { out } = await run(folder, "t", "--format", "json");
    expect(JSON.parse(out)).toMatchObject([
      { rule: "sample-runs", place: { start: { line: 13 }, end: { column: 17 } } },
    ]);
  });
});
