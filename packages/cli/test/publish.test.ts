import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { localDigest } from "../src/local-key.ts";
import { publishers } from "../src/publishers.ts";
import { recall, recallWith, sandbox, text, tree } from "./run.ts";

describe("recall publish", () => {
  test("a bare folder of topics becomes a PDF and JSON; for a deck, an edition.yaml to paste is shown", async () => {
    const folder = sandbox("law");
    const { code, out, err } = await recall(folder, "publish", "--content", "law", "--out", "made");
    expect(err).toBe("");
    expect(code).toBe(0);
    const [pdf, json, anki, example = ""] = out.trimEnd().split("\n");
    expect([pdf, json]).toEqual([
      expect.stringMatching(/^pdf: 2 files, \d+ kB in made$/),
      expect.stringMatching(/^json: \d+ files, \d+ kB in made$/),
    ]);
    expect(anki).toContain("write law/edition.yaml with an `id`");
    const made = tree(join(folder, "made"));
    for (const path of ["pdf/cheatsheet-a4.pdf", "pdf/handbook-a4.pdf", "json/v1/curriculum.json"]) {
      expect(made).toContain(path);
    }
    expect(made.filter((path) => path.endsWith(".tmp") || path.endsWith(".apkg"))).toEqual([]);
    writeFileSync(join(folder, "law/edition.yaml"), example);
    const again = await recall(folder, "publish", "--content", "law", "--to", "anki", "--out", "made");
    expect(again).toMatchObject({ code: 0, err: "", out: expect.stringMatching(/^anki: 1 file, \d+ kB in made\n$/) });
    expect(tree(join(folder, "made"))).toContain("anki/law.apkg");
  });

  test("tables of cards for other apps are made on request", async () => {
    const folder = sandbox("law");
    const { code, out } = await recall(folder, "publish", "--content", "law", "--to", "csv", "--out", "made");
    expect([code, out]).toEqual([0, expect.stringMatching(/^csv: 2 files, \d+ kB in made\n$/)]);
    expect(text(folder, "made/csv/law.tsv").split("\n")[0]).toMatch(/^[^\t]+\t[^\t]+$/);
    expect(text(folder, "made/csv/law.csv").split("\r\n")[0]).toBe("front,back,tags,id");
  });

  test("the same sources give the same bytes", async () => {
    const folder = sandbox("law");
    writeFileSync(
      join(folder, "law/edition.yaml"),
      "id: law\ntitle: Law\nlanguage: en\nversion: 1.0.0\ndate: 2026-11-20\ntopics: [contracts, torts]\n",
    );
    await recall(folder, "publish", "--content", "law", "--out", "one");
    await recall(join(folder, "law"), "publish", "--content", ".", "--out", "../two");
    for (const name of ["pdf", "anki", "json"]) {
      expect(text(folder, "one/.recall", `${name}.json`)).toBe(text(folder, "two/.recall", `${name}.json`));
    }
  });

  test("a selection goes to a folder of its own, with the selected items only", async () => {
    const folder = sandbox("law");
    const { code } = await recall(folder, "publish", "--content", "law", "--to", "json", "--tags", "formation");
    expect(code).toBe(0);
    const made = tree(join(folder, "dist/selection"));
    expect(made.filter((path) => path.includes("/items/"))).toEqual([
      "json/v1/items/consideration.json",
      "json/v1/items/offer.json",
    ]);
  });

  test("options of the PDF describe one sheet", async () => {
    const folder = sandbox("law");
    const options = ["--paper", "letter", "--columns", "2", "--ink", "bw", "--size", "8"];
    const { code } = await recall(
      folder,
      "publish",
      "--content",
      "law",
      "--to",
      "pdf",
      "--topics",
      "torts",
      ...options,
    );
    expect(code).toBe(0);
    expect(tree(join(folder, "dist/selection"))).toEqual([".recall/pdf.json", "pdf/sheet.pdf"]);
    expect(text(folder, "dist/selection/pdf/sheet.pdf").slice(0, 5)).toBe("%PDF-");
  });

  test("--kinds selects items by their kind", async () => {
    const folder = sandbox("law");
    const args = ["--to", "json", "--kinds", "formula,term", "--out", "made"];
    expect((await recall(folder, "publish", "--content", "law", ...args)).code).toBe(0);
    const items = tree(join(folder, "made")).filter((path) => path.includes("/items/"));
    const kinds = items.map((path) => JSON.parse(text(folder, "made", path)).kind);
    expect(new Set(kinds)).toEqual(new Set(["formula", "term"]));
  });

  test("--help lists every format, and each one's options under its heading", async () => {
    const { out } = await recall(sandbox(), "publish", "--help");
    for (const { name, flags } of publishers) {
      expect(out).toMatch(new RegExp(`\\b${name}\\s+\\(`));
      for (const flag of Object.keys(flags?.flags ?? {})) expect(out).toMatch(new RegExp(`\\n +--${flag} <`));
      if (flags) expect(out).toContain(`\n${flags.title}\n`);
    }
  });

  test("files that a run no longer makes are removed, and no others", async () => {
    const folder = sandbox("law");
    await recall(folder, "publish", "--content", "law", "--to", "json", "--out", "made");
    writeFileSync(join(folder, "made/json/v1/items/mine.json"), "{}");
    rmSync(join(folder, "law/torts"), { recursive: true });
    const path = join(folder, "law/contracts/offer.md");
    writeFileSync(path, text(path).replace(" and [negligence](../torts/negligence.md)", ""));
    expect((await recall(folder, "publish", "--content", "law", "--to", "json", "--out", "made")).code).toBe(0);
    const made = tree(join(folder, "made"));
    expect(made).not.toContain("json/v1/items/negligence.json");
    expect(made).toContain("json/v1/items/mine.json");
  });

  test("content with errors is not published, and the errors are shown", async () => {
    const folder = sandbox("broken");
    const { code, err } = await recall(folder, "publish", "--content", "broken", "--out", "made");
    expect(code).toBe(1);
    expect(err).toContain("broken/contracts/offer.md");
    expect(tree(folder).filter((path) => path.startsWith("made"))).toEqual([]);
  });

  test.each([
    ["an unknown format", ["--to", "pdff"], "Unknown format `pdff`: did you mean `pdf`?"],
    ["no format at all", ["--to", ""], "Expected one or more words"],
    ["no topic at all", ["--topics", " , "], "Expected one or more words"],
    ["an unknown topic", ["--topics", "contract"], "Unknown topic `contract`: did you mean `contracts`?"],
    ["an unknown tag", ["--tags", "formatoin"], "Unknown tag `formatoin`: did you mean `formation`?"],
    ["an unknown difficulty", ["--difficulty", "esay"], "Unknown difficulty `esay`: did you mean `easy`?"],
    ["a type size too small to print", ["--to", "pdf", "--size", "3"], "Wrong `--size`"],
    ["a size that is no number", ["--to", "pdf", "--size", "big"], "Wrong `--size`"],
    [
      "an option of a format that is not built",
      ["--paper", "a4"],
      "`--paper` has no effect, since pdf is not built: add",
    ],
    ["an unknown kind", ["--kinds", "formular"], "Unknown kind `formular`: did you mean `formula`?"],
    ["an unknown paper", ["--to", "pdf", "--paper", "a5"], "Allowed choices are a4, letter, a3"],
    ["nothing selected", ["--tags", "remedies", "--topics", "torts"], "No item matches all of these options"],
    ["a missing folder", ["--content", "nowhere"], "there is no such file or folder"],
    ["an empty curriculum", ["--content", "empty"], "There are no topics in empty"],
    ["an output that is a file", ["--out", "file"], "Cannot write"],
    ["an output below a file", ["--out", "file/below"], "Cannot write"],
  ])("%s is one clear line, exit code 2, and nothing half-written", async (_, args, expected) => {
    const folder = sandbox("law");
    mkdirSync(join(folder, "empty"));
    writeFileSync(join(folder, "file"), "mine");
    const before = tree(folder);
    const content = args.includes("--content") ? [] : ["--content", "law"];
    const { code, err } = await recall(folder, "publish", "--to", "json", ...content, ...args);
    expect(err).toContain(expected);
    expect(err.replace("(recall --help says more)", "").trim().split("\n")).toHaveLength(1);
    expect(code).toBe(2);
    expect(tree(folder)).toEqual(before);
    expect(text(folder, "file")).toBe("mine");
  });

  test("a folder in the way of a file is an error that changes nothing", async () => {
    const folder = sandbox("law");
    mkdirSync(join(folder, "made/json/v1/style.css"), { recursive: true });
    const { code, err } = await recall(folder, "publish", "--content", "law", "--to", "json", "--out", "made");
    expect(err).toMatch(/^recall: Cannot write .*style\.css: it is a folder\n$/);
    expect(code).toBe(2);
    expect(tree(join(folder, "made"))).toEqual([]);
  });

  test("a product that its publisher rejects is reported with its place", async () => {
    const folder = sandbox("law");
    const edition = "id: law\ntitle: Law\nlanguage: en\nversion: 1.0.0\ndate: 2026-11-20\ntopics: [contracts, torts]\n";
    writeFileSync(join(folder, "edition.yaml"), `${edition}products: { json: [{ path: json/v1, pth: x }] }\n`);
    const { code, err } = await recall(folder, "publish", "--content", "law", "--to", "json");
    expect(code).toBe(2);
    expect(err).toContain("products.json.0");
  });

  test("an edition with a missing topic is reported", async () => {
    const folder = sandbox("law");
    const edition = "id: law\ntitle: Law\nlanguage: en\nversion: 1.0.0\ndate: 2026-11-20\ntopics: [contracts, tort]\n";
    writeFileSync(join(folder, "edition.yaml"), edition);
    const { code, err } = await recall(folder, "publish", "--content", "law");
    expect(code).toBe(2);
    expect(err).toContain("`tort`");
  });
});

describe("recall compile", () => {
  test("writes a file that publish uses until a source changes", async () => {
    const folder = sandbox("law");
    const host = { cacheFolder: join(folder, "cache") };
    expect((await recallWith(host, join(folder, "law/contracts"), "compile")).code).toBe(0);
    const object = join(folder, "law/contracts/dist/topic.json");
    // Signed with the key of this user, to see that the file is used.
    const changed = text(object).replaceAll("A gift promised without it", "A gift promised without that").slice(77);
    writeFileSync(object, `{"digest":"${localDigest(changed, host)}",${changed}`);
    const publish = () => recallWith(host, folder, "publish", "--content", "law", "--to", "json", "--out", "made");
    const item = () => text(folder, "made/json/v1/items/consideration.json");
    expect((await publish()).code).toBe(0);
    expect(item()).toContain("without that does");
    const source = join(folder, "law/contracts/offer.md");
    writeFileSync(source, text(source).replace("Can silence accept?", "Can silence bind?"));
    expect((await publish()).code).toBe(0);
    expect(item()).toContain("without it does");
  });

  test.each([
    ["changed after it was made here", (made: string) => made],
    ["made on another machine", (_: string, other: string) => other],
    ["without a digest", (made: string) => `{${made.slice(77)}`],
    ["with the digest of an empty key", (made: string) => `{"digest":"${"0".repeat(64)}",${made.slice(77)}`],
  ])("a file that was planted is not used: %s", async (_, planted) => {
    const folder = sandbox("law");
    const [host, stranger] = [{ cacheFolder: join(folder, "cache") }, { cacheFolder: join(folder, "strangers") }];
    const object = join(folder, "law/contracts/dist/topic.json");
    const compiled: string[] = [];
    for (const one of [host, stranger]) {
      expect((await recallWith(one, join(folder, "law/contracts"), "compile")).code).toBe(0);
      compiled.push(text(object));
    }
    const forged = planted(compiled[0] ?? "", compiled[1] ?? "").replaceAll("A gift promised without it", "Forged");
    writeFileSync(object, forged);
    for (const one of [host, {}]) {
      await recallWith(one, folder, "publish", "--content", "law", "--to", "json", "--out", "made");
      expect(text(folder, "made/json/v1/items/consideration.json")).not.toContain("Forged");
    }
  });

  test("gives the same bytes wherever the folder is", async () => {
    const one = sandbox("law");
    const two = sandbox("law");
    await recall(join(one, "law/contracts"), "compile");
    await recall(two, "compile", "law/contracts");
    expect(text(one, "law/contracts/dist/topic.json")).toBe(text(two, "law/contracts/dist/topic.json"));
  });

  test.each([["law"], ["law/contracts/offer.md"], ["nowhere"]])("expects one topic folder, not %s", async (path) => {
    const { code, err } = await recall(sandbox("law"), "compile", path);
    expect(code).toBe(2);
    expect(err.trim().split("\n")).toHaveLength(1);
  });
});
