import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { recall, sandbox, text, tree } from "./run.ts";

const finished = (id: string, body: string) => `---\nid: ${id}\nkind: guide\ntitle: About ${id}\n---\n\n${body}\n`;

/** A folder with one finished item, `t/done.md`, and a draft. */
function withDraft(draft: string, done = finished("done", "All of it.")): string {
  const folder = sandbox();
  mkdirSync(join(folder, "t"));
  writeFileSync(join(folder, "t/README.md"), "---\nid: t\ntitle: Topic\nsummary: A topic.\n---\n\nText.\n");
  writeFileSync(join(folder, "t/done.md"), done);
  writeFileSync(join(folder, "t/rough.md"), draft);
  return folder;
}

async function lint(folder: string): Promise<{ file: string; rule: string; severity: string; text: string }[]> {
  return JSON.parse((await recall(folder, "lint", "t", "--format", "json")).out);
}

const publish = (folder: string) =>
  recall(folder, "publish", "--content", ".", "--to", "json,csv,anki,pdf", "--out", "made");

describe("a draft", () => {
  test.each([
    ["that is finished", "---\nid: rough\nkind: guide\ntitle: Rough\ndraft: true\n---\n\nXylophone.\n"],
    ["with faults in its front matter", "---\nid: rough\nkind: gide\ndraft: true # yet\n---\n\nXylophone.\n"],
    ["with YAML that cannot be read", "---\nid: rough\nkind: [\ndraft: true\n---\n\nXylophone.\n"],
    ["without a second line of dashes", "---\nid: rough\ndraft: true\n\nXylophone.\n"],
    [
      "with HTML, a broken formula and CRLF",
      "---\r\nid: rough\r\ndraft: true\r\n---\r\n\r\n<b>Xylophone</b> $\\frac{$\r\n",
    ],
    ["nested too deep", `---\nid: rough\ndraft: true\n---\n\n${"> ".repeat(1000)}Xylophone\n`],
    [
      "with the title of a finished item",
      "---\nid: rough\nkind: guide\ntitle: About done\ndraft: true\n---\n\nText.\n",
    ],
    [
      "that refers to nothing",
      "---\nid: rough\nkind: guide\ntitle: Rough\ndraft: true\nrelated: [none]\n---\n\nA [b](./c.md).\n",
    ],
    ["that says so in braces", "---\n{ id: rough, kind: guide, draft: true }\n---\n\nXylophone.\n"],
  ])("%s has only warnings, and stops and reaches no output", async (_, draft) => {
    const folder = withDraft(draft);
    const messages = await lint(folder);
    for (const { file, severity } of messages) expect([file, severity]).toEqual(["t/rough.md", "warning"]);
    const { code } = await publish(folder);
    expect(code).toBe(0);
    const made = tree(join(folder, "made"));
    expect(made).toContain("json/v1/items/done.json");
    for (const path of made) {
      expect(path).not.toContain("rough");
      expect(text(folder, "made", path)).not.toMatch(/Xylophone|"rough"|rough\.md/);
    }
    expect((await recall(folder, "compile", "t")).code).toBe(0);
  });

  test.each([
    ["that can be read", "---\nid: rough\nkind: guide\ntitle: Rough\ndraft: true\n---\n\nText.\n"],
    ["that cannot be read", "---\nid: rough\nkind: [\ndraft: true\n---\n\nText.\n"],
  ])("%s cannot be referred to by what is published", async (_, draft) => {
    const done = finished("done", "See [that](./rough.md).").replace("---\n\n", "related: [rough]\n---\n\n");
    const folder = withDraft(draft, done);
    const errors = (await lint(folder)).filter(({ severity }) => severity === "error");
    expect(errors.map(({ file, rule }) => [file, rule])).toEqual(Array(2).fill(["t/done.md", "reference-exists"]));
    for (const { text } of errors) expect(text).toContain("a draft, which is not published");
    expect((await publish(folder)).code).toBe(1);
  });

  test.each(["draft: false\n", ""])("is over with %j: faults are errors again", async (line) => {
    const folder = withDraft(`---\nid: rough\nkind: guide\ntitle: Rough\n${line}---\n\n<b>x</b>\n`);
    expect((await lint(folder)).map(({ severity }) => severity)).toContain("error");
  });

  test("is no draft by words in its body, and a topic's page cannot be one", async () => {
    const folder = withDraft("---\nid: rough\nkind: gide\n---\n\ndraft: true\n");
    expect((await lint(folder)).some(({ severity }) => severity === "error")).toBe(true);
    writeFileSync(
      join(folder, "t/README.md"),
      "---\nid: t\ntitle: Topic\nsummary: A topic.\ndraft: true\n---\n\nText.\n",
    );
    expect(await lint(folder)).toContainEqual(expect.objectContaining({ file: "t/README.md", severity: "error" }));
  });
});
