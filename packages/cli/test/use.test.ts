import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { publishers } from "../src/publishers.ts";
import { wrap } from "../src/report/wrap.ts";
import { recall, sandbox, text, tree } from "./run.ts";

/** How the command line answers wrong use, and what it demands. */

const edition = "id: law\ntitle: Law\nlanguage: en\nversion: 1.0.0\ndate: 2026-11-20\ntopics: [contracts, torts]\n";

describe("an option applies to a format, or is an error", () => {
  /** Every option that describes a product, with a value, and the formats that take it. */
  const applies: Readonly<Record<string, readonly [value: string, ...formats: string[]]>> = {
    paper: ["a4", "pdf"],
    columns: ["2", "pdf"],
    ink: ["bw", "pdf"],
    pages: ["2", "pdf"],
    size: ["8", "pdf"],
  };
  const cases = publishers.flatMap(({ name }) =>
    Object.entries(applies).map(
      ([option, [value, ...formats]]) => [name, option, value, formats.includes(name)] as const,
    ),
  );

  test("the table has every option of every format", () => {
    const all = publishers.flatMap(({ name, flags }) => Object.keys(flags?.flags ?? {}).map((flag) => [flag, name]));
    const listed = Object.entries(applies).flatMap(([flag, [, ...formats]]) => formats.map((format) => [flag, format]));
    expect(listed.sort()).toEqual(all.sort());
  });

  test.each(cases)("%s with --%s %s: %s", async (format, option, value, isGood) => {
    const folder = sandbox("law");
    writeFileSync(join(folder, "edition.yaml"), edition);
    const { code, err } = await recall(folder, "publish", "--content", "law", "--to", format, `--${option}`, value);
    expect(code).toBe(isGood ? 0 : 2);
    if (!isGood) expect(err).toContain(`\`--${option}\` has no effect, since pdf is not built`);
  });

  test("lists add up when an option is given twice", async () => {
    const folder = sandbox("law");
    const args = ["--to", "json", "--topics", "torts", "--topics", "contracts", "--out", "made"];
    expect((await recall(folder, "publish", "--content", "law", ...args)).code).toBe(0);
    expect(tree(join(folder, "made")).filter((path) => path.includes("/items/")).length).toBe(4);
  });

  test.each([
    ["products: { pfd: [] }", "Unknown format `pfd` under `products` of edition.yaml: did you mean `pdf`?"],
    [
      "products: { json: [{ topics: [tort] }] }",
      "Unknown topic `tort` under `products` of edition.yaml: did you mean `torts`?",
    ],
  ])("an entry of edition.yaml that nothing would be made of: %s", async (line, expected) => {
    const folder = sandbox("law");
    writeFileSync(join(folder, "edition.yaml"), `${edition}${line}\n`);
    const { code, err } = await recall(folder, "publish", "--content", "law", "--to", "json");
    expect([code, err]).toEqual([2, `recall: ${expected}\n`]);
  });
});

describe("hints", () => {
  test.each([
    [["publish", "--topics", "torts,", "contracts"], "write torts,contracts\n"],
    [["publish", "--topics", "torts,", "contracts,", "estates"], "write torts,contracts,estates\n"],
    [["publish", "--topics", "torts", ",contracts"], "write torts,contracts\n"],
    [["publish", "--paper", "A4"], "Did you mean a4?"],
    [["publish", "--ink", "color"], "Did you mean colour?"],
    [["lint", "--format", "JSON"], "Did you mean json?"],
    [["run", "--isolation", "non"], "Did you mean none?"],
    [["publish"], "such as `recall publish --content path/to/topics`"],
    [["diff"], "such as `recall diff --content path/to/topics`"],
    [["release"], "such as `recall release --content path/to/topics`"],
    [["run"], "such as `recall run path/to/topics`"],
    [["new", "term", "--topic", "a", "--title", "b"], "such as `recall new question --content path/to/topics"],
  ])("%j", async (args, expected) => {
    const { code, err } = await recall(sandbox(), ...args);
    expect([code, err]).toEqual([2, expect.stringContaining(expected)]);
  });

  test.each(["-v", "-V", "--version"])("%s prints the version", async (option) => {
    expect(await recall(sandbox(), option)).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });

  test("help lists the values of lists, and says where a selection goes", async () => {
    const { out } = await recall(sandbox(), "publish", "--help");
    const help = out.replace(/\s+/g, " ");
    for (const word of ["easy", "medium", "hard", "pitfall", "guide", "`dist/selection`"]) expect(help).toContain(word);
  });
});

describe("only what is selected must be finished", () => {
  test("a draft in another topic does not block, and its own topic is blocked", async () => {
    const folder = sandbox("law");
    writeFileSync(join(folder, "law/torts/draft.md"), "---\nid: draft\nkind: question\n---\n");
    const publish = (topic: string) =>
      recall(folder, "publish", "--content", "law", "--to", "json,pdf", "--topics", topic, "--out", "made");
    expect(await publish("contracts")).toMatchObject({ code: 0, err: "" });
    const { code, err } = await publish("torts");
    expect([code, err]).toEqual([1, expect.stringContaining("law/torts/draft.md")]);
    expect((await recall(folder, "publish", "--content", "law", "--to", "json", "--out", "made")).code).toBe(1);
  });

  test("a selection has the same bytes whether the other topics are finished or not", async () => {
    const folder = sandbox("law");
    const publish = (out: string) =>
      recall(folder, "publish", "--content", "law", "--to", "json", "--topics", "contracts", "--out", out);
    await publish("one");
    writeFileSync(join(folder, "law/torts/draft.md"), "no item\n");
    await publish("two");
    expect(text(folder, "one/.recall/json.json")).toBe(text(folder, "two/.recall/json.json"));
  });

  test.each([
    [["--topics", "tort"], "Unknown topic `tort`"],
    [["--tags", "formatoin"], "Unknown tag `formatoin`"],
    [["--to", "pdf", "--size", "3"], "Wrong `--size`"],
  ])("a wrong option is told before faults of content: %j", async (args, expected) => {
    const folder = sandbox("law");
    appendFileSync(join(folder, "law/torts/negligence.md"), "\n<b>\n");
    const { code, err } = await recall(folder, "publish", "--content", "law", "--to", "json", ...args);
    expect([code, err]).toEqual([2, expect.stringContaining(expected)]);
  });
});

describe("what a stranger wrote gives no orders to a CI runner", () => {
  /** As runners read a line. */
  const isOrder = (line: string) => /^\s*::/.test(line) || /##(\[|vso\[|teamcity\[)/i.test(line);
  const names = ["::error::x.md", "::add-mask::y.md", "##[error]z.md", "##vso[task.setvariable]w.md"];

  test.each([["pretty"], ["json"]])("--format %s", async (format) => {
    const folder = sandbox("law");
    const topic = join(folder, "law/torts");
    for (const name of names) writeFileSync(join(topic, name), "##[error]text\n\n###[group]more\n\n::error::text\n");
    for (const [cwd, path] of [
      [folder, "law"],
      [topic, "."],
    ] as const) {
      const { out, err, code } = await recall(cwd, "lint", path, "--format", format);
      expect([code, err]).toEqual([1, ""]);
      expect(out.split("\n").filter(isOrder)).toEqual([]);
      if (format === "json") {
        const files = JSON.parse(out).map(({ file }: { file: string }) => file.replace(/^law\/torts\//, ""));
        for (const name of names) expect(files).toContain(name);
      }
    }
  });

  test.each([
    [["lint", "nowhere\n::error::x"]],
    [["lint", "##[error]x"]],
    [["publish", "--\n::error::x"]],
    [["\n::error::x"]],
    [["publish", "::error::x"]],
    [["publish", "--topics", "a,", "\n::error::x"]],
    [["release", "--date", "\n::error::x"]],
  ])("in the answer to %j", async (args) => {
    const { out, err } = await recall(sandbox("law"), ...args);
    expect(`${out}${err}`.split("\n").filter(isOrder)).toEqual([]);
  });
});

test("messages are broken between words alone, to the width of the terminal", () => {
  const red = (word: string) => `\u001b[31m${word}\u001b[39m`;
  const line = `12:3-12:9 ${red("error")} Unexpected file upper.MD, expected upper.md  ${red("no-stray-item")}`;
  const wrapped = wrap(line, 30, "  ");
  expect(wrapped.replace(/\n +/g, " ").replace(/ +/g, " ")).toBe(line.replace(/ +/g, " "));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one
  for (const part of wrapped.split("\n")) expect(part.replace(/\u001b\[\d+m/g, "").length).toBeLessThanOrEqual(30);
  expect(wrap(line, 200, "  ")).toBe(line);
  expect(wrap("a".repeat(50), 30, "  ")).toBe("a".repeat(50));
});

test("a planted compiled topic with the right digest does not break a command", async () => {
  const folder = sandbox("law");
  writeFileSync(join(folder, "edition.yaml"), edition);
  const file = join(folder, "law/torts/dist/topic.json");
  expect((await recall(folder, "compile", "law/torts")).code).toBe(0);
  const { digest, compiled } = JSON.parse(text(file));
  mkdirSync(join(folder, "made"));
  const [item] = compiled.topic.items;
  for (const planted of [
    ...[null, 1, "text", [], {}, { topic: null }, { topic: {} }, { topic: { ...compiled.topic, items: [{}] } }],
    { ...compiled, topic: { ...compiled.topic, items: [{ ...item, lead: [{ type: "nothing" }] }] } },
    { ...compiled, topic: { ...compiled.topic, items: [{ ...item, title: null }] } },
  ]) {
    writeFileSync(file, JSON.stringify({ digest, compiled: planted }));
    const args = ["--content", "law", "--to", "json,pdf,anki,csv", "--out", "made"];
    expect(await recall(folder, "publish", ...args)).toMatchObject({ code: 0, err: "" });
    expect(await recall(folder, "release", "--content", "law")).toMatchObject({ err: "", code: 0 });
    expect((await recall(folder, "diff", "--content", "law")).code).toBe(0);
  }
});
