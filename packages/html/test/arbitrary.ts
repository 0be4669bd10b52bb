import { type Block, type Inline, type ListItem, Scope, type TableRow, type Token } from "@high-recall/core";
import fc from "fast-check";

/** Strings that try to escape: markup, attributes, schemes, delimiters. */
export const attacks = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  "</code></pre><script>alert(1)</script>",
  "</title></style></textarea><svg onload=alert(1)>",
  "<!--",
  "-->",
  "]]>",
  "<math><mtext><table><mglyph><style><img src onerror=alert(1)>",
  "<a href=javascript:alert(1)>",
  "&lt;script&gt;",
  "&#x6A;avascript:alert(1)",
  "javascript:alert(1)",
  "JAVASCRIPT://%0aalert(1)",
  " javascript:alert(1)",
  "java\tscript:alert(1)",
  "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
  "vbscript:msgbox(1)",
  "//example.org/x",
  "https://example.org/\"onclick='x'",
  "\\(",
  "\\)",
  "\\[",
  "\\",
  "constructor",
  "__proto__",
];

const formulas = [
  "x",
  "\\frac{a}{b}",
  "a < b & c",
  "\\text{<script>}",
  "\\href{javascript:alert(1)}{x}",
  "\\htmlClass{a}{b}",
  "\\includegraphics{https://example.org/a.png}",
  "\\verb \\\\\\href{javascript:alert(1)}{x} ",
  "\\def\\a{\\a\\a}\\a",
  "\\begin{cases} a & b \\\\ c \\end{cases}",
  "\\rule{9999em}{9999em}",
  "}{",
  "% comment",
  "",
];

const anyString = fc.oneof(
  fc.constantFrom(...attacks),
  fc.tuple(fc.constantFrom(...attacks), fc.string(), fc.constantFrom(...attacks)).map((parts) => parts.join("")),
  fc.string({ unit: "binary" }),
  fc.lorem({ maxCount: 4 }),
);
/** Text that the compiler accepts: HTML parsers change NUL and CR, encoders change lone surrogates. */
const cleanString = fc
  .oneof(fc.constantFrom(...attacks), fc.string({ unit: "grapheme" }), fc.lorem({ maxCount: 4 }))
  .map((value) => value.replaceAll(/[\0\r]/g, ""));

/** Trees of the whole subset. `clean` ones have no formulas and control characters, so that their text can be compared. */
export function trees(content: "any" | "clean") {
  const string = content === "any" ? anyString : cleanString;
  const tex = fc.oneof(fc.constantFrom(...formulas, ...attacks), fc.string({ unit: "binary" }));
  const { inline } = fc.letrec<{ inline: Inline }>((tie) => {
    const children = fc.array(tie("inline"), { maxLength: 3 });
    const leaves: fc.Arbitrary<Inline>[] = [
      fc.record({ type: fc.constant("text"), value: string }),
      fc.record({ type: fc.constant("inlineCode"), value: string }),
      fc.record({ type: fc.constant("break") }),
    ];
    if (content === "any") leaves.push(fc.record({ type: fc.constant("inlineMath"), value: tex }));
    const branches: fc.Arbitrary<Inline>[] = [
      fc.record({ type: fc.constantFrom("emphasis", "strong", "delete", "mark"), children }),
      fc.record(
        {
          type: fc.constant("link"),
          url: string,
          title: string,
          data: fc.record({ item: string }),
          children,
        },
        { requiredKeys: ["type", "url", "children"] },
      ),
    ];
    return { inline: fc.oneof({ maxDepth: 3, depthSize: "small" }, ...leaves, ...branches) };
  });
  const inlines = fc.array(inline, { maxLength: 4 });
  const { block } = fc.letrec<{ block: Block }>((tie) => {
    const children = fc.array(tie("block"), { maxLength: 3 });
    const entry: fc.Arbitrary<ListItem> = fc.record({
      type: fc.constant("listItem"),
      checked: fc.constantFrom(true, false, null),
      children,
    });
    const row: fc.Arbitrary<TableRow> = fc.record({
      type: fc.constant("tableRow"),
      children: fc.array(fc.record({ type: fc.constant("tableCell"), children: inlines }), { maxLength: 3 }),
    });
    const leaves: fc.Arbitrary<Block>[] = [
      fc.record({ type: fc.constant("paragraph"), children: inlines }),
      fc.record({ type: fc.constant("heading"), depth: fc.constantFrom(2, 3, 4), children: inlines }),
      fc.tuple(string, fc.array(fc.array(token(string), { maxLength: 3 }), { maxLength: 3 })).map(codeOf),
      fc.record(
        { type: fc.constant("image"), url: string, alt: string, title: string },
        { requiredKeys: ["type", "url", "alt"] },
      ),
      fc.record({ type: fc.constant("thematicBreak") }),
      fc.record({
        type: fc.constant("table"),
        align: fc.array(fc.constantFrom("left", "right", "center", null), { maxLength: 3 }),
        children: fc.array(row, { maxLength: 3 }),
      }),
    ];
    if (content === "any") leaves.push(fc.record({ type: fc.constant("math"), value: tex }));
    const branches: fc.Arbitrary<Block>[] = [
      fc.record({ type: fc.constant("blockquote"), children }),
      fc.record({
        type: fc.constant("list"),
        ordered: fc.boolean(),
        start: fc.oneof(fc.nat(), fc.constant(null)),
        spread: fc.boolean(),
        children: fc.array(entry, { maxLength: 3 }),
      }),
    ];
    return { block: fc.oneof({ maxDepth: 3, depthSize: "small" }, ...leaves, ...branches) };
  });
  return { inlines, blocks: fc.array(block, { maxLength: 4 }), string };
}

function token(string: fc.Arbitrary<string>): fc.Arbitrary<Token> {
  return fc.record({ text: string, scope: fc.constantFrom(...Scope.options) }, { requiredKeys: ["text"] });
}

function codeOf([lang, tokens]: [string, Token[][]]): Block {
  const value = tokens.map((line) => line.map((one) => one.text).join("")).join("\n");
  return { type: "code", lang, value, data: { tokens } };
}
