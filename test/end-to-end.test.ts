import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { check } from "../packages/apkg/src/index.ts";
import { openDatabase } from "../packages/apkg/src/node.ts";
import { Curriculum, type Inline, itemsOf, nameOf } from "../packages/core/src/index.ts";

/** Runs the real content through the whole pipeline twice: as a user would, and in another folder, time zone and locale. */

const run = promisify(execFile);
const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const recall = join(root, "packages/cli/bin/recall.js");
const edition = parse(readFileSync(join(root, "apps/handbook/edition.yaml"), "utf8")) as {
  topics: string[];
  date: string;
};
let here: string;
let there: string;

beforeAll(async () => {
  here = mkdtempSync(join(tmpdir(), "high recall "));
  there = mkdtempSync(join(tmpdir(), "hr-"));
  const publish = (out: string, cwd: string, env: Record<string, string>) =>
    run(process.execPath, [recall, "publish", "--to", "pdf,anki,json,csv", "--out", out], {
      cwd,
      env: { ...process.env, ...env },
      maxBuffer: 64e6,
    });
  await Promise.all([
    publish(here, root, { TZ: "Pacific/Kiritimati", LC_ALL: "tr_TR.UTF-8" }),
    publish(there, join(root, "content"), { TZ: "America/Anchorage", LC_ALL: "C" }),
  ]);
}, 600_000);

afterAll(() => {
  for (const folder of [here, there]) rmSync(folder, { recursive: true, force: true });
});

describe("npm start's artifacts", () => {
  test("are all there", () => {
    const sheets = edition.topics.map((topic) => `pdf/sheets/${topic}-a4.pdf`);
    const decks = edition.topics.map((topic) => `anki/${topic}.apkg`);
    const topics = edition.topics.map((topic) => `json/v1/topics/${topic}.json`);
    const items = itemsOf(curriculum()).map((item) => `json/v1/items/${item.id}.json`);
    const named = [
      "pdf/cheatsheet-a4.pdf",
      "pdf/cheatsheet-letter.pdf",
      "pdf/cheatsheet-a4-bw.pdf",
      "pdf/handbook-a4.pdf",
    ];
    const json = ["curriculum.json", "items.ndjson", "schema.json", "search.json"].map((name) => `json/v1/${name}`);
    const missing = [...named, ...sheets, "anki/high-recall.apkg", ...decks, ...json, ...topics, ...items].filter(
      (path) => !existsSync(join(here, path)),
    );
    expect(missing).toEqual([]);
  });

  test.each(["pdf", "anki", "json", "csv"])("of %s are the same bytes in any folder, time zone and locale", (name) => {
    const manifest = (folder: string) => readFileSync(join(folder, ".recall", `${name}.json`), "utf8");
    expect(manifest(here)).toBe(manifest(there));
    expect(JSON.parse(manifest(here)).artifacts.length).toBeGreaterThan(0);
  });

  test("every deck passes every check", () => {
    const now = Date.parse(`${edition.date}T23:59:59Z`) / 1000;
    for (const deck of ["high-recall", ...edition.topics]) {
      const bytes = new Uint8Array(readFileSync(join(here, "anki", `${deck}.apkg`)));
      expect(check(bytes, { open: openDatabase, now }), deck).toEqual([]);
    }
  });

  test.each(["pdf/cheatsheet-a4.pdf", "pdf/handbook-a4.pdf"])(
    "%s shows every item, and no broken character",
    async (path) => {
      // Print has typographic quotation marks.
      const text = (await textOf(join(here, path))).replace(/[“”]/g, '"').replace(/[‘’]/g, "'");
      expect(text).not.toMatch(/[\0\uFFFD]/);
      const missing = itemsOf(curriculum())
        // A sheet has a panel a concept, with its name.
        .filter((item) => path === "pdf/handbook-a4.pdf" || !("partOf" in item && item.partOf !== undefined))
        .flatMap((item) => words(path === "pdf/handbook-a4.pdf" ? item.title.children : nameOf(item).children))
        .filter((part) => !text.includes(part));
      expect(missing).toEqual([]);
    },
  );
});

function curriculum(): Curriculum {
  const {
    $schema: _,
    document: __,
    format: ___,
    ...rest
  } = JSON.parse(readFileSync(join(here, "json/v1/curriculum.json"), "utf8"));
  return Curriculum.parse(rest);
}

/** The pieces of a title between its formulas, without spaces: a line may break anywhere. */
function words(inlines: readonly Inline[]): string[] {
  return inlines.flatMap((inline) => {
    if (inline.type === "inlineMath" || inline.type === "break") return [];
    return "children" in inline ? words(inline.children) : [packed(inline.value)].filter((piece) => piece.length > 2);
  });
}

function packed(text: string): string {
  return text.normalize("NFKC").replace(/\s+/g, "");
}

interface Pdfjs {
  getDocument(source: { data: Uint8Array; verbosity: number }): {
    promise: Promise<{
      numPages: number;
      getPage(number: number): Promise<{ getTextContent(): Promise<{ items: { str?: string }[] }> }>;
    }>;
  };
}

async function textOf(path: string): Promise<string> {
  const entry = join(root, "packages/publish-pdf/node_modules/pdfjs-dist/legacy/build/pdf.mjs");
  const pdfjs = (await import(pathToFileURL(entry).href)) as Pdfjs;
  const document = await pdfjs.getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.map((item) => item.str ?? "").join(""));
  }
  return packed(pages.join(""));
}
