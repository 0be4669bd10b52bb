import { appendFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readSource } from "../src/check-content.ts";
import { Failure } from "../src/failure.ts";
import { fixtures, recall, sandbox, text } from "./run.ts";

describe("recall lint", () => {
  test("a curriculum outside of any workspace passes", async () => {
    const folder = sandbox("law");
    expect(await recall(folder, "lint", "law")).toEqual({ code: 0, out: "✔ 6 files, no faults\n", err: "" });
    expect((await recall(folder, "lint", "law", "--format", "json")).out).toBe("[]\n");
  });

  test("faults are shown with their place, source and a summary", async () => {
    const { code, out, err } = await recall(sandbox("broken"), "lint", "broken");
    expect(out).toBe(text(fixtures, "broken.pretty.txt"));
    expect(err).toBe("");
    expect(code).toBe(1);
  });

  test("--format json prints one array of messages, and nothing else", async () => {
    const { code, out } = await recall(sandbox("broken"), "lint", "broken", "--format", "json");
    expect(JSON.parse(out)).toEqual(JSON.parse(text(fixtures, "broken.json")));
    expect(code).toBe(1);
    for (const message of JSON.parse(out)) {
      expect(Object.keys(message)).toEqual(["file", "place", "rule", "severity", "text", "url", "fixes", "related"]);
    }
  });

  test("one file is checked against the topics around it, and only its own faults are shown", async () => {
    const folder = sandbox("law");
    expect((await recall(folder, "lint", "law/contracts/offer.md")).out).toBe("✔ 1 file, no faults\n");
    const path = join(folder, "law/contracts/offer.md");
    writeFileSync(path, text(path).replace("../torts/negligence.md", "../torts/negligance.md"));
    appendFileSync(join(folder, "law/torts/negligence.md"), "\n## Instead\n");
    const { out } = await recall(folder, "lint", "law/contracts/offer.md", "--format", "json");
    expect(JSON.parse(out)).toMatchObject([
      { file: "law/contracts/offer.md", place: { start: { line: 18 } }, rule: "reference-exists" },
    ]);
    expect((await recall(folder, "lint", "law/contracts")).code).toBe(1);
  });

  test("a reference to an item with errors is not reported", async () => {
    const folder = sandbox("law");
    appendFileSync(join(folder, "law/torts/negligence.md"), "\n<b>\n");
    expect((await recall(folder, "lint", "law/contracts")).code).toBe(0);
    expect((await recall(folder, "lint", "law")).code).toBe(1);
  });

  test("paths in messages are relative to the working folder, with /", async () => {
    const folder = sandbox("broken");
    const { out } = await recall(join(folder, "broken", "contracts"), "lint", ".", "--format", "json");
    expect(new Set(JSON.parse(out).map((message: { file: string }) => message.file))).toEqual(new Set(["offer.md"]));
  });

  test.each([
    ["a folder that is not there", ["lint", "nowhere"], "Cannot read nowhere: there is no such file or folder"],
    ["no folder of topics", ["lint"], "There is no folder `content` here or above"],
    ["an empty folder", ["lint", "empty"], "There is no topic in empty"],
    ["a file that is no Markdown", ["lint", "law/contracts/../notes.txt"], "name a Markdown file"],
    ["an unknown format", ["lint", "law", "--format", "jsonn"], "Allowed choices are pretty, json"],
    ["an unknown option", ["lint", "--fromat", "json"], "Did you mean --format?"],
    ["an unknown command", ["lnit"], "Did you mean lint?"],
    ["an edition.yaml that is not there", ["lint", "law", "--edition", "e.yaml"], "Cannot read e.yaml"],
  ])("%s is one clear line and exit code 2", async (_, args, expected) => {
    const folder = sandbox("law");
    mkdirSync(join(folder, "empty"));
    writeFileSync(join(folder, "law/notes.txt"), "");
    const { code, out, err } = await recall(folder, ...args);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toContain(expected);
    expect(err).not.toMatch(/^\s+at /m);
  });

  test.each([
    ["rules: { desing-steps: [] }", "design-steps"],
    ["topics: nothing", "edition.yaml:6:9"],
    ["tpoics: [contracts]", "edition.yaml:7:1"],
    ["rules: [", "edition.yaml:"],
    ["subtitle: Law \u05d0\u05d1", "edition.yaml:7:15 Print sets"],
    ["products: { json: [{ path: json, title: 'a\u2003b' }] }", "edition.yaml:7:43 There is an unusual space"],
    ["authors: [a\u202eb]", "edition.yaml:7:12 There is an invisible character"],
    ['authors: ["\\u202eab"]', "edition.yaml:7:12 `\\u202e` in double quotes is an invisible character"],
  ])("a wrong edition.yaml is named with its place: %s", async (line, expected) => {
    const folder = sandbox("law");
    const base = "id: law\ntitle: Law\nlanguage: en\nversion: 1.0.0\ndate: 2026-11-20\n";
    const topics = line.startsWith("topics") ? "" : "topics: [contracts]\n";
    writeFileSync(join(folder, "law", "edition.yaml"), `${base}${topics}${line}\n`);
    const { code, err } = await recall(folder, "lint", "law");
    expect(code).toBe(2);
    expect(err).toContain(expected);
    expect(err.trim().split("\n")).toHaveLength(1);
  });

  test("an edition that is not printed may have any character", async () => {
    const folder = sandbox("law");
    const text = "id: law\ntitle: \u05d0\nlanguage: he\nversion: 1.0.0\ndate: 2026-11-20\ntopics: [contracts]\n";
    writeFileSync(join(folder, "law", "edition.yaml"), `${text}rules: { printable: false }\n`);
    expect((await recall(folder, "lint", "law")).code).toBe(0);
  });

  test("content cannot move the cursor or reverse the text", async () => {
    const folder = sandbox("law");
    writeFileSync(join(folder, "law/torts/\u001b[2J\u202e.md"), "\u001b[31mred \u202etxt\n");
    const { code, out } = await recall(folder, "lint", "law");
    expect(out).toContain("law/torts/\uFFFD[2J\uFFFD.md");
    expect(out).toContain("\uFFFD[31mred \uFFFDtxt");
    expect(out.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
    expect(code).toBe(1);
  });

  test("a topic that disappears while it is read is named", () => {
    expect(() => readSource("nowhere/law", "/nowhere")).toThrow(
      new Failure("Cannot read nowhere/law: there is no such file or folder"),
    );
  });

  test("a topic without its page is reported with a place", async () => {
    const folder = sandbox("law");
    rmSync(join(folder, "law/torts/README.md"));
    const { code, out } = await recall(folder, "lint", "law", "--format", "json");
    expect(JSON.parse(out)).toMatchObject([
      { file: "law/torts/README.md", place: { start: { line: 1 } }, rule: "topic-page" },
    ]);
    expect(code).toBe(1);
  });
});
