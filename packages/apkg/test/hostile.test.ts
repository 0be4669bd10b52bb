import fc from "fast-check";
import { expect, test } from "vitest";
import { clozeNumbers } from "../src/card-ords.ts";
import { decodeEntities } from "../src/entities.ts";
import { check, escapeText, mediaReferences, read, write } from "../src/index.ts";
import { openDatabase as open } from "../src/node.ts";
import { text } from "./arbitrary.ts";
import { basicId, clozeId, modified, sample } from "./samples.ts";

const hostile = [
  "{{c1::answer}}",
  "}} ::",
  "{{Front}} {{#Front}} {{/Back}}",
  "[sound:a.mp3] [anki:tts][en_US]x[/anki:tts]",
  "[latex]x[/latex] [$]x[/$] [$$]x[/$$]",
  "\\(x\\) \\[y\\] \\) \\]",
  "</script><script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<!-- -->",
  "&amp; &lt; &#123; &bogus;",
  "שלום \u202e abc \u202c",
  "e\u0301 ﬁ 👩‍🚀 𝔸",
  "' OR 1=1; DROP TABLE notes; --",
  "__proto__",
  "%s %d \\x `x`",
];

test.each(hostile)("the text %j is shown as it is and does nothing", (value) => {
  const html = escapeText(value);
  expect(shownText(html)).toBe(value);
  expect(mediaReferences(html)).toEqual([]);
  expect(clozeNumbers(html)).toEqual([]);
  const note = { guid: "hostile", deck: "Test::One", modified };
  const bytes = write(
    {
      ...sample,
      notes: [
        { ...note, noteType: basicId, fields: [html, html] },
        { ...note, guid: "cloze", noteType: clozeId, fields: [`${html} {{c1::${html}}}`] },
      ],
      media: [],
    },
    { open },
  );
  const collection = read(bytes, { open });
  expect(collection.notes.map((each) => each.fields[0]?.startsWith(html.normalize("NFC")))).toEqual([true, true]);
  expect(check(bytes, { open, now: modified })).toEqual([]);
});

test("any text is shown as it is", () => {
  fc.assert(
    fc.property(text, (value) => {
      expect(shownText(escapeText(value))).toBe(value);
    }),
  );
});

test.each(["\ud83d", "a\x1fb", "\0"])("the text %j cannot be stored and is refused", (value) => {
  expect(() => escapeText(value)).toThrow(RangeError);
});

test("hostile HTML with many repetitions is read quickly", () => {
  for (const part of [
    "<img ",
    '<img "',
    "<!--",
    "<style>",
    "{{",
    "{{#a}}",
    "{{c1::",
    "[sound:",
    "&",
    "\\(",
    "<a b='",
    '<a b="',
  ]) {
    const html = part.repeat(4000);
    mediaReferences(html);
    clozeNumbers(html);
    decodeEntities(html);
    const fields = [`x${html}`, "y"];
    const collection = {
      ...sample,
      notes: [{ guid: "g", noteType: basicId, deck: "Test::One", fields, modified }],
      media: [],
    };
    expect(read(write(collection, { open }), { open }).notes[0]?.fields).toEqual(fields);
  }
});

/** The text that a browser shows for HTML of `escapeText`. */
function shownText(html: string): string {
  return html
    .replaceAll("<br>", "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&#(\d+);/g, (_, point) => String.fromCodePoint(Number(point)))
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}
