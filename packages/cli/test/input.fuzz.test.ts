import { lstatSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { cacheFolderFrom } from "../src/host.ts";
import { main } from "../src/index.ts";
import { sandbox } from "./run.ts";

/** Whatever comes from the disk, the command line or the environment is answered in words, with exit code 0, 1 or 2. */

const seed = 20261130;
const minutes = 60_000;

interface Setting {
  readonly columns?: number;
  readonly isColour?: boolean;
  readonly wraps?: boolean;
  readonly cacheFolder?: string | undefined;
}

/** Runs a command in process: an error that it throws, which would be exit code 3, fails the test. */
async function answers(cwd: string, args: readonly string[], setting: Setting = {}): Promise<void> {
  let printed = "";
  const print = (words: string) => {
    printed += words;
  };
  const code = await main(args, { cwd, columns: 80, isColour: false, ...setting, out: print, err: print });
  expect([0, 1, 2]).toContain(code);
  if (code !== 0) expect(printed.trim()).not.toBe("");
  expect(printed).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m);
  expect(printed).not.toContain("ZodError");
}

/**
 * A path strictly below the folder of a test, with no link on the way. Everything that this test changes goes through here:
 * generated names must never lead it to another place.
 * @throws {Error} otherwise
 */
function below(folder: string, parts: readonly string[]): string {
  let path = folder;
  for (const part of parts) {
    if (part === "" || part === "." || part === ".." || /[/\\\0]/.test(part)) throw new Error(`Not a name: ${part}`);
    if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) throw new Error(`A link is on the way: ${path}`);
    path = join(path, part);
  }
  if (parts.length === 0 || !resolve(path).startsWith(`${resolve(folder)}${sep}`)) throw new Error(`Outside: ${path}`);
  return path;
}

/** A name that the file system can have, and that stays in its folder. */
function isName(name: string): boolean {
  return name !== "." && name !== ".." && !/[/\\\0]/.test(name);
}

const kinds = fc.constantFrom("file", "folder", "link", "loop", "dangling");

/** Puts something in place of what is there. Links lead to their own folder, to themselves or to nothing. */
function put(folder: string, parts: readonly string[], kind: string, content: string): void {
  const path = below(folder, parts);
  for (let depth = 1; depth < parts.length; depth++) {
    const around = below(folder, parts.slice(0, depth));
    if (!lstatSync(around, { throwIfNoEntry: false })?.isDirectory()) mkdirSync(around);
  }
  try {
    rmSync(path, { recursive: true, force: true });
    if (kind === "folder") {
      mkdirSync(path);
      writeFileSync(join(path, "inner.md"), content);
    } else if (kind === "link") symlinkSync(".", path);
    else if (kind === "loop") symlinkSync(parts.at(-1) ?? "", path);
    else if (kind === "dangling") symlinkSync("nowhere", path);
    else writeFileSync(path, content);
  } catch (error) {
    // A name that the file system refuses cannot come from it.
    if (!["ENAMETOOLONG", "EILSEQ", "EINVAL"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
}

const edition = "id: law\ntitle: Law\nlanguage: en\nversion: 1.0.0\ndate: 2026-11-20\ntopics: [contracts, torts]\n";

/** A folder of topics for one case. */
function fresh(hasEdition: boolean): string {
  const folder = sandbox("law");
  if (hasEdition) writeFileSync(join(folder, "edition.yaml"), edition);
  return folder;
}

const commands = [
  ["lint", "law"],
  ["lint", "law/torts", "--format", "json"],
  ["publish", "--content", "law", "--to", "json,csv", "--out", "made"],
  ["compile", "law/torts"],
  ["diff", "--content", "law"],
  ["release", "--content", "law"],
  ["new", "term", "--content", "law", "--topic", "torts", "--title", "Duty"],
] as const;

const names = fc
  .oneof(
    fc.constantFrom(
      "constructor",
      "__proto__",
      "::error::x",
      "##[error]x",
      "-v",
      "--",
      "~",
      "a,b",
      "README",
      "con",
      "…",
    ),
    fc.string({ unit: "binary", minLength: 1, maxLength: 12 }),
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 130 }),
  )
  .filter(isName);
const endings = fc.constantFrom("", ".md", ".MD", ".markdown", ".mdx", ".svg", ".png", ".yaml", ".json");

/** What a stranger puts in place of something that recall reads. */
const contents = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.json(),
  fc.constantFrom(
    ...["", "---\n", "---\nid: x\nkind: guide\ntitle: Title\n---\n\nText.\n", "\0", "&a [*a]\n", "a: &a 1\nb: *a\n"],
    ...[
      "{}",
      "[]",
      "null",
      '{"samples":{}}',
      '{"samples":{"__proto__":{}}}',
      "!!js/function x",
      "? [a]: b\n",
      "<<: *x\n",
    ],
  ),
);

test(
  "names of files and folders",
  async () => {
    const places = fc.constantFrom([], ["law"], ["law", "torts"], ["law", "torts", "figures"]);
    await fc.assert(
      fc.asyncProperty(places, names, endings, kinds, contents, fc.boolean(), fc.nat(), async (...given) => {
        const [place, name, ending, kind, content, hasEdition, index] = given;
        const folder = fresh(hasEdition);
        const parts = [...place, name + ending];
        put(folder, parts, kind, content);
        await answers(folder, commands[index % commands.length] ?? []);
        await answers(folder, ["lint", "--", parts.join("/")]);
        await answers(folder, ["publish", `--content=${parts.join("/")}`, "--to", "json", "--out", "made"]);
      }),
      { seed, numRuns: 120 },
    );
  },
  minutes,
);

test(
  "files that recall reads and writes itself",
  async () => {
    const read = fc.constantFrom(
      ...["law/edition.yaml", "edition.yaml", "law/released.json", "released.json", "law/samples.lock.json"],
      ...[
        "law/torts/dist/topic.json",
        "law/torts/dist",
        "law/torts/figures",
        "law/torts/figures/x.svg",
        "law/torts/README.md",
      ],
      ...[
        "made/.recall/json.json",
        "made/.recall",
        "made/.recall/staging.999999.0/journal.json",
        "made",
        "law/torts/duty.md",
      ],
    );
    await fc.assert(
      fc.asyncProperty(read, kinds, contents, fc.boolean(), async (path, kind, content, hasEdition) => {
        const folder = fresh(hasEdition);
        put(folder, path.split("/"), kind, content);
        for (const command of commands) await answers(folder, command);
      }),
      { seed, numRuns: 100 },
    );
  },
  minutes,
);

test(
  "edition.yaml with any value of any key",
  async () => {
    const keys = fc.constantFrom(
      ...["id", "title", "subtitle", "language", "version", "date", "authors", "licence", "site", "topics", "rules"],
      ...["products", "nothing", "__proto__", "constructor"],
    );
    const values = fc.oneof(
      fc.json({ maxDepth: 3 }),
      fc.constantFrom(
        ...[
          "",
          "null",
          "~",
          "*a",
          "&a 1",
          "[*a]",
          "0x10",
          "2026-02-30",
          "[contracts, contracts]",
          "[Torts]",
          "{ json: 1 }",
        ],
        ...["{ json: [1] }", "{ json: [{ path: ../x }] }", "{ pdf: [{ layout: sheet }] }", "{ lead-length: false }"],
        ...[
          "{ lead-length: { term: -1 } }",
          "{ closed-subset: false }",
          "{ csv: [{ topics: [1] }] }",
          "{ json: null }",
        ],
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(keys, values), { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        async (changes, isWhole) => {
          const folder = fresh(false);
          const changed = new Set<string>(changes.map(([key]) => key));
          const kept = edition.split("\n").filter((line) => !changed.has(line.split(":")[0] ?? ""));
          const added = changes.map(([key, value]) => `${key}: ${value}`);
          writeFileSync(join(folder, "edition.yaml"), [...(isWhole ? kept : []), ...added].join("\n"));
          for (const command of commands) await answers(folder, command);
        },
      ),
      { seed, numRuns: 80 },
    );
  },
  minutes,
);

test(
  "options and arguments",
  async () => {
    const verbs = fc.constantFrom("lint", "compile", "publish", "new", "release", "diff", "schema", "lnit");
    const options = fc.constantFrom(
      ...["--to", "--out", "--content", "--edition", "--topics", "--tags", "--difficulty", "--kinds", "--paper"],
      ...["--columns", "--ink", "--pages", "--size", "--format", "--no-cache", "--date", "--topic", "--title", "--id"],
      ...["-v", "-V", "-h", "--help", "--nothing"],
    );
    const words = fc.constantFrom(
      ...["law", "law/torts", "law/torts/README.md", "nowhere", ".", "", ",", "torts,", ",x", "json", "csv,json", "1"],
      ...[
        "-1",
        "0",
        "1e9",
        "NaN",
        "a4",
        "A4",
        "term",
        "question",
        "torts",
        "Größe",
        "日本史",
        "2026-11-20",
        "24.12.2026",
      ],
      ...["x".repeat(300), "\u001b[31m", "::error::x", "a\nb", "law\0x", "__proto__", "constructor"],
    );
    // A generated path could lead out of the folder, where a command might write.
    const free = fc.string().filter((word) => !/[/\\~]|\.\./.test(word));
    await fc.assert(
      fc.asyncProperty(
        verbs,
        fc.array(fc.oneof(options, words, free), { maxLength: 6 }),
        fc.boolean(),
        async (verb, rest, hasEdition) => answers(fresh(hasEdition), [verb, ...rest]),
      ),
      { seed, numRuns: 250 },
    );
  },
  minutes,
);

test(
  "options of `run`, none of which starts a sample",
  async () => {
    const options = fc.constantFrom("--python", "--force", "--timeout", "--jobs", "--date", "--isolation", "--format");
    const words = fc.constantFrom(
      "law",
      "nowhere",
      "",
      "0",
      "-1",
      "1e9",
      "NaN",
      "x",
      "none",
      "bubblewrap",
      "2026-11-20",
      "json",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(options, words), { maxLength: 5 }), async (rest) =>
        answers(fresh(false), ["run", ...rest]),
      ),
      { seed, numRuns: 60 },
    );
  },
  minutes,
);

test(
  "the environment",
  async () => {
    const values = fc.constantFrom(
      "",
      "off",
      "0",
      "1",
      "relative/folder",
      "x".repeat(300),
      "law/torts/README.md",
      "\n",
      "~",
    );
    const variables = fc.record({ RECALL_CACHE: values, XDG_CACHE_HOME: values }, { requiredKeys: [] });
    const columns = fc.constantFrom(0, 1, 20, 80, 100_000, Number.NaN, Number.POSITIVE_INFINITY, -1);
    await fc.assert(
      fc.asyncProperty(variables, columns, fc.boolean(), fc.boolean(), async (env, width, isColour, wraps) => {
        expect(["string", "undefined"]).toContain(typeof cacheFolderFrom(env));
        const cwd = fresh(false);
        writeFileSync(
          join(cwd, "law/torts/wrong.md"),
          "no item, but a line that is long enough to be broken somewhere\n",
        );
        const named = env.RECALL_CACHE || env.XDG_CACHE_HOME;
        const cacheFolder = named === undefined ? undefined : join(cwd, named);
        await answers(cwd, ["lint", "law"], { columns: width, isColour, wraps, cacheFolder });
      }),
      { seed, numRuns: 40 },
    );
  },
  minutes,
);
