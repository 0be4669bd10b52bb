import { isDeepStrictEqual } from "node:util";
import type { Message } from "@high-recall/core";
import { createRuleSet, rules } from "@high-recall/rules";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkSource, contextOf, type ParserName, parseMarkdown } from "../src/index.ts";
import { topicOf } from "./fixture.ts";

/** Rules for input that Markdown and YAML accept and that means something else than it seems to. */
const names: ReadonlySet<string> = new Set([
  ...["accidental-markup", "closed-fence", "conflict-marker", "display-math", "entity-semicolon", "hard-break"],
  ...["heading-sign", "inline-math", "interrupted-paragraph", "leftover-block", "leftover-link", "leftover-sign"],
  ...["list-numbers", "lone-dollar", "table-shape", "tex-delimiters", "underlined-heading", "unexpected-value"],
  ...["unpaired-mark", "ignored-definition", "yaml-comment", "yaml-syntax"],
]);

test("these rules exist", () => {
  const all = new Set(rules.map(({ name }) => name));
  expect([...names].filter((name) => !all.has(name))).toEqual([]);
});

const ruleSet = createRuleSet({});

async function check(text: string, parser: ParserName): Promise<readonly Message[]> {
  const source = topicOf(text);
  const [file] = source.files;
  if (file === undefined) throw new Error("No file");
  const { messages } = await checkSource(file, contextOf(source), { rules: ruleSet, parser });
  return messages.filter(({ rule }) => names.has(rule));
}

/** `line:column rule` of each message of these rules, with the line counted from the start of the body or front matter. */
async function messagesOf(text: string, first: number, parser: ParserName): Promise<string[]> {
  return placed(await check(text, parser), first);
}

function placed(messages: readonly Message[], first: number): string[] {
  return messages.map(({ place: { start }, rule }) => `${start.line - first + 1}:${start.column} ${rule}`);
}

/** Each fix leaves fewer messages of its rule. */
async function expectLess(text: string, { rule, fixes }: Message, messages: readonly Message[], parser: ParserName) {
  for (const { replacements } of fixes) {
    const [replacement] = replacements;
    if (replacement === undefined || replacements.length > 1) throw new Error("A fix of one replacement");
    const { place, text: by } = replacement;
    const fixed = text.slice(0, place.start.offset) + by + text.slice(place.end.offset);
    const left = (await check(fixed, parser)).filter((other) => other.rule === rule);
    expect(left.length, fixed).toBeLessThan(messages.filter((other) => other.rule === rule).length);
  }
}

const withBody = (body: string) => `---\nid: input\nkind: guide\ntitle: Dough\n---\n\n${body}\n`;
const withFront = (lines: string) => `---\nid: input\nkind: term\n${lines}\n---\n\nGluten.\n`;
const inBody = (body: string, parser: ParserName) => messagesOf(withBody(body), 7, parser);
const inFront = (lines: string, parser: ParserName) => messagesOf(withFront(lines), 4, parser);

async function expectFixes(text: string, parser: ParserName): Promise<void> {
  const messages = await check(text, parser);
  for (const message of messages) await expectLess(text, message, messages, parser);
}

describe.each(["satteri", "remark"] as const)("with %s", (parser) => {
  test.each([
    // Code, formulas and addresses hold any sign.
    "Write `a ** b`, `__init__`, `x == y`, `[[0]]`, `$HOME`, `&lt` and ``a ` b``.",
    "Of $x_1 * x_2 * x_3$, $a == b$, $[0, 1)$, $\\{x\\}$ and $A^{**}$.",
    "```bash\n# a comment\necho $HOME # another\n- x\n1986. y\n**a == b\n```",
    "See <https://example.org/a__b~c$d**e> and https://example.org/a_b_c?x==y.",
    "See [it](https://example.org/a__b) and [that](./other.md 'a ** b').",
    "![A loaf of *2* kg](figures/loaf.svg)",
    // Brackets that are no links.
    "The intervals [0, 1], [0,1), (a, b] and [a, b].",
    "The entry x[i][j], A[0][1], f(x)[0] and d['a']['b'].",
    "The matrix [[1, 2], [3, 4]], its row [1, 2] and [[x]].",
    "[sic], [1], [see below] (or above), [0, 1] (inclusive) and [a](./b.md) (there).",
    "[ ] no task, [x] neither.",
    "- [ ] a task\n- [x] done",
    // Escapes say that a sign is meant.
    "\\*\\*, \\**, \\__x, \\==, \\=\\=, \\~\\~, \\~~, \\`, \\$5, \\[[a page]], \\&lt; and \\#.",
    "2\\*3\\*4, \\__init\\__ and 5\\~10 or 20\\~30.",
    "\\(see below\\), \\[text\\](address), \\[0, 1\\] and C:\\\\temp.",
    "&#42;&#42;bold&#42;&#42; &ast;&ast;x&ast;&ast; &equals;&equals;a",
    // Operators, names and notes of statistics.
    "a == b, x==1, x ==1 no: a == b and c == d; f(x)==y; a === b; a != b; a !== b; ====.",
    "2**10 and 2 * 3 * 4.\n\na ** b, 2 ** 3 ** 4, 0.05** and 0.01***.\n\n(a+b)**2",
    "snake_case_name, my__name, a_b and _ alone, ____ to fill in.",
    "~5 to ~10, a ~ b, ~~struck~~.\n\n10~20",
    "C# and F# are languages, #1 is first, issue #5, #hashtag.",
    "5 < 6 > 4, a & b, AT&T, R&D, Q&A; x &gt; y.",
    "**Bold**, __bold words__, *it*, _it_, ***both***, _two words_ and a*b.",
    "**Bold:** text, **a**, (**b**), “**c**” and **d**. *Gluten*, *a*.",
    "It's 5 o'clock -- or 6 -- and 3 - 2 = 1 + 0.",
    // Lists that are meant.
    "Two phases:\n- mixing\n- rising",
    "Two phases: \n\n- mixing\n- rising",
    "Two phases.\n- mixing\n- rising",
    "**Two phases:**\n1. mixing\n2. rising",
    "- dough\n  - flour\n  - water\n- oven\n  1. heat\n  2. open",
    "- dough\n  - flour",
    "1. dough\n   - flour\n2. oven",
    "1. a\n\n   text\n\n2. b\n\ntext\n\n3. c",
    "1. a\n1. b\n1. c",
    "3. c\n4. d",
    "0. a\n1. b",
    "* a\n* b\n\n+ c\n\n- d",
    "He said:\n> Knead it.",
    "> a quotation\n> goes on\n>\n> - with a list\n> - of two",
    "The loss is low\nor high - and\n-3 °C is cold.",
    "It was in\n1986 and in\n1986. And in\n2) no.",
    "Text.\n\n---\n\nText.\n\n***\n\nText.",
    "A line\\\nand another, with one space \nafter it.",
    // Headings and tables.
    "Text.\n## Heading\nText.\n\n### Closed ###\n\n#### C\\#\n\n### F#",
    "| a | b |\n| - | - |\n| 1 | `x\\|y` |\n| $\\vert x \\vert$ | **b** |",
    "a | b\n--- | ---\n1 | 2",
    "|x| + |y| is the norm, and\n|z| is none.",
    "Crust\n-----\n\nIt is brown.",
    "__bold__, __very__ and _italic_; __Note:__ it.",
    "See \\[[more](https://example.org/a_b)\\].\n\n[unused]: https://example.org",
    // Formulas.
    "It costs \\$5 or \\$6, and $x$ of them.",
    "$$\na = b\n$$",
    "- Then\n\n  $$\n  a\n  $$\n\n> $$\n> b\n> $$",
    // Marks.
    "==Gluten== is ==a *net* of $x$ and `y`==, *==in it==*.",
    "A ==mark\nover two lines==.",
    // Fences.
    "````text\n```python\nx\n```\n````\n\n~~~text\n```\n~~~\n\n- in a list\n\n  ```text\n  x\n  ```\n\n> ```text\n> x\n> ```",
    "```text\n<<<<<<< a\n```".replace("<<<<<<< a", " <<<<<<< a"),
    "As [bakers][Say] know, [say].\n\n[say]: https://example.org",
    "::: \nno\n:::".replace(/:::/g, "..."),
  ])("%j is what it seems to be", async (body) => {
    expect(await inBody(body, parser)).toEqual([]);
  });

  test.each([
    // Signs of lists, quotations and headings.
    ["the sum of a\n+ b", "2:1 interrupted-paragraph"],
    ["the sum of a\n- b\nand c", "2:1 interrupted-paragraph"],
    ["the product of a\n* b", "2:1 interrupted-paragraph"],
    ["as in step\n1. It goes on", "2:1 interrupted-paragraph"],
    ["as in step\n1) It goes on", "2:1 interrupted-paragraph"],
    ["if a\n> b then", "2:1 interrupted-paragraph"],
    ["the language C\n# is", "2:1 interrupted-paragraph"],
    ["the phases of\n- mixing\n- rising", "2:1 interrupted-paragraph"],
    ["Two phases.\n- mixing", "2:1 interrupted-paragraph"],
    ["- the sum of a\n  + b", "2:3 interrupted-paragraph"],
    ["- the sum of a\n+ b", "2:1 interrupted-paragraph"],
    ["- the sum of a\n  * b", "2:3 interrupted-paragraph"],
    ["- as in step\n  1. It goes on", "2:3 interrupted-paragraph"],
    ["- if a\n  > b then", "2:3 interrupted-paragraph"],
    ["- if a\n> b then", "2:1 interrupted-paragraph"],
    ["> the sum of a\n> + b", "2:3 interrupted-paragraph"],
    ["with $a\n+ b$ too", "2:1 interrupted-paragraph"],
    ["with `a\n- b` too", "2:1 interrupted-paragraph"],
    ["*the sum of a*\n+ b", "2:1 interrupted-paragraph"],
    ["1986. It was a good year.", "1:1 list-numbers"],
    ["Text.\n\n> 12) is more.", "3:3 list-numbers"],
    ["- 7. It is.", "1:3 list-numbers"],
    ["1. a\n3. b", "2:1 list-numbers"],
    ["1914. a\n1939. b\n1989. c", "2:1 list-numbers"],
    ["Text\n---", "2:1 underlined-heading"],
    ["Text over\ntwo lines\n-----", "3:1 underlined-heading"],
    ["a\n=\nb", "2:1 underlined-heading"],
    ["a\n-\nb", "2:1 underlined-heading"],
    ["Text\n===", "2:1 underlined-heading"],
    ["A sentence.\n-----------", "2:1 underlined-heading"],
    ["> Text\n> ---", "2:3 underlined-heading"],
    ["##Heading", "1:1 heading-sign"],
    ["Text\n###Heading", "2:1 heading-sign"],
    ["## What is C #", "1:14 heading-sign"],
    ["### C ##", "1:7 heading-sign"],
    ["Steps are\n2. mix\n3. bake", "2:1 leftover-block"],
    ["-mix\n-bake", "1:1 leftover-block"],
    ["1.mix\n2.bake", "1:1 leftover-block"],
    ["• mix\n• bake", "1:1 leftover-block"],
    ["First:\n– mix\n– bake", "2:1 leftover-block"],
    ["> [!TIP]\n> Salt it.", "1:3 leftover-block"],
    ["| a | b |\n| 1 | 2 |", "1:1 leftover-block"],
    ["Text:\n| a | b |\n| 1 | 2 |\n| 3 | 4 |", "2:1 leftover-block"],
    ["| a | b |\n| --- |\n| 1 | 2 |", "2:1 table-shape"],
    // Fences, formulas.
    ["```text\nx", "1:1 closed-fence"],
    ["~~~text\nx\n```", "1:1 closed-fence"],
    ["````text\nx\n```", "1:1 closed-fence"],
    ["```text", "1:1 closed-fence"],
    ["- ```text\n  x\n\nText.", "1:3 closed-fence"],
    ["> ```text\n> x\n\nText.", "1:3 closed-fence"],
    ["```text\nx\n\n```python\ny\n```", "4:1 closed-fence"],
    ["~~~text\nx\n\n~~~python\ny\n~~~", "4:1 closed-fence"],
    ["$$ a = b $$", "1:1 display-math"],
    ["- $$ a = b $$", "1:3 display-math"],
    ["> $$ a = b $$", "1:3 display-math"],
    ["| a |\n| - |\n| $$ a $$ |", "3:3 display-math"],
    ["So $$ a = b $$ holds.", "1:4 display-math"],
    ["$$\na = b$$", "2:6 display-math"],
    ["It costs $5.", "1:10 lone-dollar"],
    ["It is $x, and", "1:7 lone-dollar"],
    ["## $5", "1:4 lone-dollar"],
    ["| a |\n| - |\n| 5 $ |", "3:5 lone-dollar"],
    ["$ x $ is", "1:1 inline-math"],
    ["\\(x\\) is", "1:1 tex-delimiters"],
    ["\\[ a = b \\]", "1:1 tex-delimiters"],
    ["\\[\na = b\n\\]", "1:1 tex-delimiters"],
    ["\\(\\theta\\) and \\(y\\)", "1:1 tex-delimiters", "1:16 tex-delimiters"],
    ["It is \\sqrt{2}.", "1:7 tex-delimiters"],
    ["\\begin{align}\na\n\\end{align}", "1:1 tex-delimiters"],
    // Signs that are left.
    ["**Note:**the", "1:1 leftover-sign"],
    ["**“Gluten.”**and", "1:1 leftover-sign"],
    ["这是**“重点”**吗", "1:3 leftover-sign"],
    ["** bold ** it", "1:1 leftover-sign"],
    ["it is (** bold **)", "1:8 leftover-sign"],
    ["**never closed", "1:1 leftover-sign"],
    ["never opened** but", "1:13 leftover-sign"],
    ["**over two\n\nparagraphs**", "1:1 leftover-sign", "3:11 leftover-sign"],
    ["__never closed", "1:1 leftover-sign"],
    ["~~never closed", "1:1 leftover-sign"],
    ["`never closed", "1:1 leftover-sign"],
    ["``never` closed", "1:1 leftover-sign", "1:8 leftover-sign"],
    ["- **a\n- b**", "1:3 leftover-sign", "2:4 leftover-sign"],
    ["| **a | b |\n| - | - |\n| 1 | 2 |", "1:3 leftover-sign"],
    ["[**a](https://example.org)", "1:2 leftover-sign"],
    // Marks.
    ["==never closed", "1:1 unpaired-mark"],
    ["never opened==", "1:13 unpaired-mark"],
    ["== spaces ==", "1:1 unpaired-mark"],
    ["it is == spaces ==.", "1:7 unpaired-mark"],
    ["==one space ==", "1:1 unpaired-mark", "1:13 unpaired-mark"].slice(0, 2),
    ["==one\n\ntwo==", "1:1 unpaired-mark", "3:4 unpaired-mark"],
    ["==a *b== c*", "1:1 unpaired-mark", "1:7 unpaired-mark"],
    ["| ==a | b== |\n| - | - |\n| 1 | 2 |", "1:3 unpaired-mark", "1:10 unpaired-mark"],
    // Links.
    ["[[a page]]", "1:1 leftover-link"],
    ["![[loaf.png]]", "1:1 leftover-link"],
    ["[text][nowhere]", "1:1 leftover-link"],
    ["![text][nowhere]", "1:1 leftover-link"],
    ["[text][]", "1:1 leftover-link"],
    ["[text] (https://example.org)", "1:6 leftover-link"],
    ["[text]\n(./dough.md)", "1:6 leftover-link"],
    ["(text)[https://example.org]", "1:1 leftover-link"],
    ["[text](https://example.org/a b)", "1:6 leftover-link"],
    ["[text](https://example.org", "1:6 leftover-link"],
    ["A note.[^1]", "1:8 leftover-link"],
    ["[Note]: flour", "1:1 ignored-definition"],
    // Markup that was not meant.
    ["call __init__ now", "1:6 accidental-markup"],
    ["__all__", "1:1 accidental-markup"],
    ["obj.__foo__ and __foo__()", "1:5 accidental-markup", "1:17 accidental-markup"],
    ["__my_name__", "1:1 accidental-markup"],
    ["2*3*4", "1:2 accidental-markup"],
    ["2**3**4", "1:2 accidental-markup"],
    ["a*b*c and 2**3**x", "1:2 accidental-markup", "1:12 accidental-markup"],
    ["let _a_ be", "1:5 accidental-markup"],
    ["let _my_name_ be", "1:5 accidental-markup"],
    ["5~10 or 20~30", "1:2 accidental-markup"],
    // Entities, spaces, conflicts.
    ["a &lt b", "1:3 entity-semicolon"],
    ["a &amp;lt; b", "1:3 entity-semicolon"],
    ["a  \nb", "1:2 hard-break"],
    ["<<<<<<< HEAD\na\n=======\nb\n>>>>>>> c", ...[1, 3, 5].map((line) => `${line}:1 conflict-marker`)],
    ["```text\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> c\n```", ...[2, 4, 6].map((line) => `${line}:1 conflict-marker`)],
  ])("%j is told", async (body, ...messages) => {
    expect(await inBody(body, parser)).toEqual(messages);
    await expectFixes(withBody(body), parser);
  });

  test.each([
    "title: C#",
    "title: 'What is C # for?'",
    'title: "What is C # for?" # a comment',
    "# a comment\ntitle: Dough\n  # another",
    "title: Dough\ntags: [a, b] # a comment",
    "title: Dough\ntags: # a comment\n  - a\n  # another\n  - b",
    "title: Dough\ntags: [a, # first\n  b]",
    "title: https://example.org/#part",
    "title: a#b",
    "title: no",
    "title: yes\naliases: [no, on, off, y, n, 1_000, 1:30, 2026-11-20, 12:30:45]",
    "title: >\n  A long title",
    "title: >\n  A long title\n  on two lines",
    "title: |\n  A title\n",
    "title: >+\n  A title\n\n",
    "title: A long title\n  on two lines",
    "title: Is a !== b",
    "title: Is a == b or \\$5?",
    "title: '`__init__` and `a ** b`'",
  ])("%j is a title that is what it seems to be", async (lines) => {
    expect((await inFront(lines, parser)).filter((text) => !/unexpected-value/.test(text))).toEqual([]);
  });

  test.each([
    ["title: What is C # for?", "1:8 yaml-comment"],
    ["title: Learn F #", "1:8 yaml-comment"],
    ["title: #hashtag", "1:8 yaml-comment"],
    ["title: Dough\ntags: [a #b]", "2:8 yaml-comment"],
    ["title: Dough\ntags: [#b]", "2:8 yaml-comment"],
    ["title: Dough\naliases:\n  - a #1\n  - #2", "3:5 yaml-comment", "4:5 yaml-comment"],
    ["title: Dough\nsources:\n  - title: Bread # 2\n    url: https://example.org", "3:12 yaml-comment"],
    ["title: Dough\nsources: [{title: Bread #2, url: 'https://example.org'}]", "2:19 yaml-comment"],
    ["title: on two\n  lines # 2", "1:8 yaml-comment"],
    ["title: |\n  two\n  lines", "1:8 unexpected-value"],
    ["title: 1e3", "1:8 unexpected-value"],
    ["title: 0o17", "1:8 unexpected-value"],
    ["title: ~", "1:8 unexpected-value"],
    ["title: true", "1:8 unexpected-value"],
    ["title: Does it cost $5?", "1:21 lone-dollar"],
    ['title: "Does it cost $5?"', "1:22 lone-dollar"],
    ["title: 'Does it cost $5?'", "1:22 lone-dollar"],
    ['title: "What is __init__ *and* 2*3*4?"', "1:33 accidental-markup"],
    ["title: ==Gluten== nets", "1:8 unpaired-mark"],
    ["title: What is 2*3*4?", "1:17 accidental-markup"],
    ["title: What is **dough?", "1:16 leftover-sign"],
    ["title: What is [[dough]]?", "1:16 leftover-link"],
    ["title: What is \\(x\\)?", "1:16 tex-delimiters"],
    ["title: Dough &lt salt", "1:14 entity-semicolon"],
    ["title: Dough\naliases: ['a `b', 'it''s $5']", "2:14 leftover-sign", "2:26 lone-dollar"],
  ])("%j is told", async (lines, ...messages) => {
    expect(await inFront(lines, parser)).toEqual(messages);
    await expectFixes(withFront(lines), parser);
  });
});

describe("a file of one sign", () => {
  // Rules that take quadratic time would need hours for these.
  const length = 60_000;
  const pieces = [
    ..."* ** _ __ ~ ~~ = == ` $ $$ \\( \\[ [ [[ ]( [a] [a][b] ( & &amp; &lt # ## | |a| > - + 1. 2. < \\ ! ^ [^1] : \n- [".split(
      " ",
    ),
    ..."*a |**a |__a |~a~ |==a |== |`a |$a |\\(a |[[ab|[ab][|[ab] (|](./|\\a{|&lt |# #|> ".split("|"),
    ..."a\n---\n|- a\n|+ a\n|1. a\n|1986. a\n\n|a\n+ b\n\n|• a\n|\\[|[a]: b\n|##a\n|```\n|```a\n|~~~\n|$$\n".split("|"),
    ...[
      "|a|\n",
      "| a | b |\n",
      "a  \n",
      "<<<<<<< a\n",
      ">>>>>>>\n",
      "=======\n",
      "a *b*c",
      "a\n# b\n",
      " ",
      "\t",
      "a\n> b\n\n",
    ],
  ];
  test.each(pieces)("%j is checked to its end", async (piece) => {
    const body = piece.repeat(Math.floor(length / piece.length));
    expect(await inBody(body, "satteri")).toBeInstanceOf(Array);
  });

  test.each(["# ", " #a", "[#", "{#,", "- #\n", "a #b\n", "#"])(
    "%j in front matter is checked to its end",
    async (piece) => {
      for (const before of ["title: ", "title: '", "tags: [", ""]) {
        const text = `${before}${piece.repeat(Math.floor(length / piece.length))}`;
        expect(await inFront(text, "satteri")).toBeInstanceOf(Array);
      }
    },
  );
});

test("both parsers give the same messages for the same tree", async () => {
  const piece = fc.constantFrom(
    ..."a b **|*|__|_|~~|~|==|`|$|\\|[|]|(|)|[[|]]|[a][b]|\\(|\\)|&lt|!|#|>|-|+|1.|2.|: |. |x".split("|"),
    ...[" ", " ", "\n", "\n\n", "\n> ", "\n- ", "\n  ", "\n\n| a |\n| - |\n| "],
  );
  const body = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(""));
  await fc.assert(
    fc.asyncProperty(body, async (text) => {
      // A sign or two are read differently, which is no matter of rules.
      fc.pre(isDeepStrictEqual(parseMarkdown(text, "remark"), parseMarkdown(text, "satteri")));
      expect(await inBody(text, "remark")).toEqual(await inBody(text, "satteri"));
    }),
    { numRuns: 300 },
  );
});
