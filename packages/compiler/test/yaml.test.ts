import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readYamlFast } from "../src/front-matter/fast-yaml.ts";
import { readPlacedYaml } from "../src/front-matter/placed-yaml.ts";
import { faults } from "./fixture.ts";

/** The fast reader may give no value; if it gives one, it is that of the placing reader. */
function expectSame(source: string): void {
  const fast = readYamlFast(source);
  if (fast === undefined) return;
  const { yaml, faults } = readPlacedYaml(source, 0, source.length);
  expect(faults).toEqual([]);
  expect(yaml?.value).toStrictEqual(fast);
  // `toStrictEqual` ignores the order of keys, which JSON keeps.
  expect(JSON.stringify(yaml?.value)).toBe(JSON.stringify(fast));
}

const frontMatter = (text: string) => /^\ufeff?---[ \t]*\r?\n([\s\S]*?)^---[ \t]*\r?$/m.exec(text)?.[1] ?? "";

describe("the fast reader gives the value of the placing reader", () => {
  const root = join(import.meta.dirname, "../../..");
  const content = globSync("content/*/*.md", { cwd: root }).sort();
  const sourceOf = (path: string) => frontMatter(readFileSync(join(root, path), "utf8"));

  test.each(content)("for %s", (path) => expectSame(sourceOf(path)));

  test("and reads nearly all of the content", () => {
    const read = content.filter((path) => readYamlFast(sourceOf(path)) !== undefined);
    expect(read.length / content.length).toBeGreaterThan(0.9);
  });

  test.each(globSync("**/*.md", { cwd: faults }).sort())("for the fixture %s", (path) => {
    const source = frontMatter(new TextDecoder("utf-8", { ignoreBOM: true }).decode(readFileSync(join(faults, path))));
    expectSame(source);
    expectSame(source.replaceAll("\r", ""));
  });

  test.each(
    [
      [
        "010",
        "0o7",
        "0x1F",
        "0b11",
        "1_000",
        "1_0.0",
        ".5",
        "5.",
        "-.5",
        "+1",
        "+.inf",
        ".INF",
        "-.Inf",
        ".nan",
        ".NaN",
      ],
      ["1e3", "1E+3", "1.5e-7", "e3", "1e", "0e0", "-0", "-0.0", "0.10", "00", "0x", "0o8", "09", "1:30", "190:20:30"],
      [
        "9007199254740993",
        "123456789012345678901234567890",
        "1e400",
        "9".repeat(400),
        "0x".padEnd(400, "F"),
        "0xFFFFFFFFFFFFFFFFFF",
        "+0x1",
        "-0o7",
        "+0b1",
      ],
      ["2026-11-20", "2026-11-20 10:00:00", "2026-11-20T10:00:00Z", "2001-12-14t21:59:43.10-05:00"],
      [
        "null",
        "Null",
        "NULL",
        "nUll",
        "~",
        "true",
        "True",
        "TRUE",
        "tRUE",
        "false",
        "yes",
        "no",
        "on",
        "off",
        "y",
        "n",
      ],
      [
        "''",
        '""',
        "'null'",
        '"1"',
        "'it''s'",
        "'a: b'",
        '"a # b"',
        "a#b",
        "a #b",
        "a: b",
        "a:b",
        ":a",
        "a:",
        "?a",
        "-a",
      ],
      [
        "[]",
        "{}",
        "[a, ]",
        "{a: }",
        "{a}",
        "[a: b]",
        "[[a], [b]]",
        "{a: {b: c}}",
        "[a,b]",
        "{a:b}",
        '{"a":b}',
        "[a b, c]",
      ],
      ["<<", "=", "__proto__", "constructor", "toString", "@a", "%a", "`a`", "!a", "&a", "*a", "a & b", "a*b", "x!"],
      [
        "|",
        ">",
        "|-",
        ">+",
        "|2",
        "> a",
        "| a",
        "--- a",
        "...",
        "- - a",
        "? a",
        "\ufeffa",
        "a\u2028b",
        "a\u0085b",
        "é",
        "😀",
      ],
    ].flat(),
  )("for the scalar %s, as a value, an entry and a key", (scalar) => {
    for (const source of [
      `a: ${scalar}\n`,
      `a: ${scalar}`,
      `a: ${scalar} # comment\n`,
      `a:   ${scalar}  \nb: c\n`,
      `a:\n  - ${scalar}\n  - b\n`,
      `- ${scalar}\n`,
      `a: [${scalar}, b]\n`,
      `a: {b: ${scalar}}\n`,
      `${scalar}: a\n`,
      `{${scalar}: a}\n`,
      `{${scalar}}\n`,
      `{\r\n${scalar}}\n`,
      `{ # comment\n  ${scalar} # comment\n}\n`,
      `{a: b,\n  ${scalar}\n, c: d}\n`,
      `a:\n  ${scalar}\n`,
      `a:\n  ${scalar}\n  b\n`,
      `a:\r\n  ${scalar}\r\n`,
      `a: b\n${scalar}\n`,
      `${scalar}\n`,
      scalar,
    ]) {
      expectSame(source);
    }
  });

  test("for YAML made of pieces", () => {
    fc.assert(fc.property(pieces, expectSame), { numRuns: 20_000 });
  });

  test("for documents with nested maps, lists, quotes, comments and folded lines", () => {
    fc.assert(fc.property(documents, expectSame), { numRuns: 5_000 });
  });
});

describe("the placing reader", () => {
  // A reader that takes quadratic time would need hours for these.
  const length = 2_000_000;

  test.each([
    ["one key again and again", "title: a\n".repeat(length / 9)],
    ["a value of escaped line feeds", `title: "${"\\n".repeat(length / 2)}"\n`],
    ["spaces between two letters", `title: a${" ".repeat(length)}b\n`],
    ["spaces between two quoted letters", `title: "a${" ".repeat(length)}b"\n`],
    ["a comment of spaces", `title: a #${" ".repeat(length)}b\n`],
  ])("takes %s in one pass", (_, source) => {
    readYamlFast(source);
    expect(readPlacedYaml(source, 0, source.length).faults.length).toBeLessThan(100);
  });
});

const piece = fc.constantFrom(
  ...[
    "a",
    "b",
    "a: ",
    "b: ",
    "- ",
    "  ",
    " ",
    "\n",
    "\n  ",
    "\n- ",
    "\r\n",
    "\r",
    "\t",
    "'",
    '"',
    "\\",
    "\\n",
    "\\x41",
  ],
  ...[
    "[",
    "]",
    "{",
    "}",
    ", ",
    ",",
    ":",
    "?",
    "? ",
    "#",
    " # c",
    "&x ",
    "*x",
    "!t ",
    "!!str ",
    "|",
    ">",
    "|-\n  ",
    ">\n  ",
  ],
  ...[
    "1",
    "010",
    "0o7",
    ".5",
    "1_000",
    "~",
    "null",
    "true",
    "2026-11-20",
    "<<: ",
    "__proto__: ",
    "---\n",
    "...\n",
    "%",
  ],
  ...["''", '""', "é", "\u2028", "\u0085", "\ufeff", "\u0000", "@", "`", "=", "-", "\n\n", ": "],
);
const pieces = fc.array(piece, { maxLength: 14 }).map((parts) => parts.join(""));

const word = fc.constantFrom(
  "a",
  "word",
  "1",
  "010",
  "null",
  "yes",
  "é",
  "x-y",
  "a.b",
  "$x$",
  "\\frac",
  "100 %",
  "it's",
);
const words = fc.array(word, { minLength: 1, maxLength: 4 });
const scalar = fc.oneof(
  words.map((all) => all.join(" ")),
  words.map((all) => `'${all.join(" ").replaceAll("'", "''")}'`),
  words.map((all) => `"${all.join(" ").replaceAll("\\", "\\\\")}"`),
  words.map((all) => `'${all.join(": # ").replaceAll("'", "''")}'`),
);
const key = fc.constantFrom("a", "b", "c", "title", "'quoted'", '"double"', "\\hat y", "1", "null", "__proto__", "a b");
const comment = fc.constantFrom("", "", "", " # comment", "\n# comment");
const indent = (text: string) => text.replace(/^(?=.)/gm, "  ");
const { node } = fc.letrec<{ node: string; flow: string }>((tie) => ({
  flow: fc.oneof(
    { maxDepth: 2, depthSize: "small" },
    scalar,
    fc.array(tie("flow"), { maxLength: 3 }).map((all) => `[${all.join(", ")}]`),
    fc
      .array(fc.tuple(key, tie("flow")), { maxLength: 3 })
      .map((all) => `{${all.map((pair) => pair.join(": ")).join(", ")}}`),
  ),
  node: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    fc.tuple(tie("flow"), comment).map(([value, after]) => ` ${value}${after}\n`),
    fc
      .tuple(fc.constantFrom("|", ">", "|-", ">-", "|+"), words, words)
      .map(([mark, one, other]) => ` ${mark}\n  ${one.join(" ")}\n\n  ${other.join("\n  ")}\n`),
    fc.tuple(words, words).map(([one, other]) => ` ${one.join(" ")}\n  ${other.join(" ")}\n`),
    fc
      .array(tie("node"), { minLength: 1, maxLength: 3 })
      .map((all) => `\n${indent(all.map((one) => `-${one}`).join(""))}`),
    fc
      .array(fc.tuple(key, tie("node")), { minLength: 1, maxLength: 3 })
      .map((all) => `\n${indent(all.map(([name, value]) => `${name}:${value}`).join(""))}`),
  ),
}));
const documents = fc
  .tuple(
    fc.uniqueArray(fc.tuple(key, node), { minLength: 1, maxLength: 5, selector: ([name]) => name }),
    fc.constantFrom("\n", "\n", "\r\n"),
  )
  .map(([all, ending]) =>
    all
      .map(([name, value]) => `${name}:${value}`)
      .join("")
      .replaceAll("\n", ending),
  );
