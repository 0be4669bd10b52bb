import { cpSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { recall, sandbox, text, tree } from "./run.ts";

/** Names that come from the disk: whatever they are, there is a message that says what to write instead. */

interface Found {
  readonly file: string;
  readonly rule: string;
  readonly text: string;
}

async function lint(folder: string, ...args: string[]): Promise<{ code: number; found: Found[] }> {
  const { code, out, err } = await recall(folder, "lint", ...args, "--format", "json");
  expect(err).toBe("");
  return { code, found: JSON.parse(out) };
}

const item = (id: string, title = `About ${id}`) =>
  `---\nid: ${id}\nkind: guide\ntitle: ${title}\n---\n\nRead it twice.\n`;

describe("a topic's folder that cannot be an id", () => {
  const names = ["Torts", "my topic", "my_topic", "t".repeat(120), "日本史", "::error::torts", "-torts"];

  test.each(names)("%s is an error of lint and publish, and other topics are checked too", async (name) => {
    const folder = sandbox("law");
    renameSync(join(folder, "law/torts"), join(folder, "law", name));
    writeFileSync(join(folder, "law/contracts/wrong.md"), "no front matter\n");
    const { code, found } = await lint(folder, "law");
    expect(code).toBe(1);
    expect(found).toContainEqual(expect.objectContaining({ file: `law/${name}`, rule: "folder-name" }));
    expect(found).toContainEqual(expect.objectContaining({ file: "law/contracts/wrong.md", rule: "front-matter" }));
    expect((await lint(folder, `law/${name}`)).found).toContainEqual(expect.objectContaining({ rule: "folder-name" }));
    expect((await lint(join(folder, "law", name), ".")).found).toContainEqual(
      expect.objectContaining({ rule: "folder-name" }),
    );
    const publish = await recall(folder, "publish", "--content", "law", "--to", "json");
    expect(publish.code).toBe(1);
    expect(publish.err).toContain("folder-name");
    expect((await recall(folder, "compile", `law/${name}`)).code).toBe(1);
  });
});

describe("what looks like an item and is read by nobody", () => {
  test("reports the topic, and each file and folder that is named", async () => {
    const folder = sandbox("law");
    for (const path of [
      "law/torts/Duty.MD",
      "law/torts/breach.markdown",
      "law/torts/.causation.md",
      "law/torts/part/a.md",
    ]) {
      mkdirSync(join(folder, path, ".."), { recursive: true });
      writeFileSync(join(folder, path), item("x"));
    }
    const expected = [
      ["law/torts/.causation.md", "Unexpected file `.causation.md`, expected `causation.md`"],
      ["law/torts/Duty.MD", "Unexpected file `Duty.MD`, expected `Duty.md`"],
      ["law/torts/breach.markdown", "Unexpected file `breach.markdown`, expected `breach.md`"],
      ["law/torts/part", "Unexpected folder `part`, expected items in the topic's folder itself"],
    ];
    for (const path of ["law", "law/torts"]) {
      expect((await lint(folder, path)).found.map((one) => [one.file, one.text])).toEqual(expected);
    }
    for (const path of ["law/torts/Duty.MD", "law/torts/part", "law/torts/part/a.md"]) {
      const { code, found } = await lint(folder, path);
      expect(code).toBe(1);
      expect(found.map((one) => one.file)).toEqual([path.replace("/a.md", "")]);
    }
    expect((await lint(join(folder, "law/torts/part"), ".")).found).toHaveLength(1);
  });

  test("is reported beside the topics", async () => {
    const folder = sandbox("law");
    mkdirSync(join(folder, "law/group/estates"), { recursive: true });
    writeFileSync(join(folder, "law/group/estates/fee.md"), item("fee"));
    writeFileSync(join(folder, "law/loose.md"), item("loose"));
    writeFileSync(join(folder, "law/README.md"), "# What this folder is\n");
    mkdirSync(join(folder, "law/assets/deep"), { recursive: true });
    writeFileSync(join(folder, "law/assets/deep/notes.md"), "# Only notes\n");
    mkdirSync(join(folder, "elsewhere"));
    symlinkSync(join(folder, "elsewhere"), join(folder, "law/linked"));
    const { found } = await lint(folder, "law");
    expect(found.map((one) => [one.file, one.rule])).toEqual([
      ["law/group", "no-stray-item"],
      ["law/linked", "no-stray-item"],
      ["law/loose.md", "no-stray-item"],
    ]);
    expect((await lint(folder, "law/loose.md")).found.map((one) => one.file)).toEqual(["law/loose.md"]);
    expect((await lint(folder, "law/torts")).found).toEqual([]);
    expect((await recall(folder, "lint", "law/README.md")).err).toContain("it is in no topic");
    expect((await recall(folder, "publish", "--content", "law", "--to", "json")).code).toBe(1);
  });

  test("reports a folder that has nothing else", async () => {
    const folder = sandbox("law");
    mkdirSync(join(folder, "law/property"));
    writeFileSync(join(folder, "law/property/fee.MDX"), item("fee"));
    const { found } = await lint(folder, "law");
    expect(found.map((one) => [one.file, one.rule])).toEqual([
      ["law/property/README.md", "topic-page"],
      ["law/property/fee.MDX", "no-stray-item"],
    ]);
  });

  test("edition.yml is not ignored silently", async () => {
    const folder = sandbox("law");
    writeFileSync(join(folder, "law/edition.yml"), "id: law\n");
    const { code, err } = await recall(folder, "lint", "law");
    expect([code, err]).toEqual([2, expect.stringContaining("Unexpected file `edition.yml`")]);
  });
});

test("lint of a folder whose topics are in `content` checks those, and not its documents", async () => {
  const folder = sandbox("law");
  renameSync(join(folder, "law"), join(folder, "content"));
  mkdirSync(join(folder, "docs"));
  writeFileSync(join(folder, "docs/guide.md"), "# How to\n");
  expect((await lint(folder, ".")).found).toEqual([]);
  const { code, err } = await recall(folder, "compile", ".");
  expect([code, err]).toEqual([2, expect.stringContaining("expected one topic folder")]);
});

describe("decks without an edition.yaml", () => {
  /** Two curricula that a slug cannot tell apart. */
  function twins(...names: string[]): string {
    const folder = sandbox("law");
    for (const name of names) cpSync(join(folder, "law"), join(folder, name), { recursive: true });
    return folder;
  }

  test.each(["C++", "C#", "日本史", "中国史", "content"])(
    "%s makes no deck, and shows an edition.yaml to paste",
    async (name) => {
      const folder = twins(name);
      const refused = await recall(folder, "publish", "--content", name, "--to", "anki");
      expect(refused.code).toBe(2);
      expect(refused.err).toContain(`write ${name}/edition.yaml with an \`id\` that never changes`);
      expect(tree(folder).filter((path) => path.endsWith(".apkg"))).toEqual([]);
      const both = await recall(folder, "publish", "--content", name, "--to", "anki,json", "--out", "made");
      expect([both.code, both.out]).toEqual([2, expect.stringMatching(/^json: /)]);
      writeFileSync(join(folder, name, "edition.yaml"), refused.err.trimEnd().split("\n").at(-1) ?? "");
      expect(await recall(folder, "publish", "--content", name, "--to", "anki", "--out", "made")).toMatchObject({
        code: 0,
      });
    },
  );

  test("the ids to paste differ where the signs of the names do", async () => {
    const folder = twins("C++", "C#");
    const example = async (name: string) => (await recall(folder, "publish", "--content", name, "--to", "anki")).err;
    expect(await example("C++")).toContain("{ id: c-plus-plus,");
    expect(await example("C#")).toContain("{ id: c-sharp,");
  });

  test("the file to write is one that is found", async () => {
    const folder = sandbox("law");
    renameSync(join(folder, "law"), join(folder, "content"));
    const { err } = await recall(join(folder, "content/torts"), "publish", "--to", "anki");
    const path = /write (\S+) with an/.exec(err)?.[1] ?? "";
    writeFileSync(join(folder, "content/torts", path), err.trimEnd().split("\n").at(-1) ?? "");
    expect((await recall(join(folder, "content/torts"), "publish", "--to", "anki")).code).toBe(0);
  });
});

describe("a taken id or title", () => {
  test("is reported in both files, also when only the new one is linted", async () => {
    const folder = sandbox("law");
    writeFileSync(join(folder, "law/contracts/negligence.md"), item("negligence", "Not the tort"));
    const { found } = await lint(folder, "law");
    const taken = found.filter(({ rule }) => rule === "unique-id").map(({ file }) => file);
    expect(taken).toEqual(["law/contracts/negligence.md", "law/torts/negligence.md"]);
    // The items that link to the old one get no message that they should link to the new one.
    expect(found.filter(({ rule }) => rule === "reference-exists")).toEqual([]);
    for (const path of taken) {
      const one = await lint(folder, path);
      expect(one.found.filter(({ rule }) => rule === "unique-id").map(({ file }) => file)).toEqual([path]);
    }
  });

  test("of a title as well", async () => {
    const folder = sandbox("law");
    writeFileSync(join(folder, "law/contracts/a.md"), item("a", "One title"));
    writeFileSync(join(folder, "law/torts/b.md"), item("b", "One title"));
    const { found } = await lint(folder, "law", "--no-cache");
    expect(found.filter(({ rule }) => rule === "unique-title").map(({ file }) => file)).toEqual([
      "law/contracts/a.md",
      "law/torts/b.md",
    ]);
  });
});

test("an item may be called like a property of every object", async () => {
  const folder = sandbox("law");
  writeFileSync(
    join(folder, "law/torts/constructor.md"),
    text(folder, "law/torts/negligence.md").replaceAll("negligence", "constructor"),
  );
  writeFileSync(join(folder, "law/samples.lock.json"), '{ "samples": {} }');
  const { found } = await lint(folder, "law");
  expect(found.map(({ rule }) => rule)).not.toContain("sample-stale");
});
