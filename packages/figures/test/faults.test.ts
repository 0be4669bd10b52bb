import { describe, expect, test } from "vitest";
import { readFigure } from "../src/index.ts";
import { faultsOf, readBody, readSvgText, reasonsOf } from "./read.ts";

describe("anything that could run, load or hide something is refused at its place", () => {
  test.each([
    ["<script>alert(1)</script>", "<script> | `script` runs code: delete it (figure-safe)"],
    [
      "<a href='#x'><rect width='1' height='1'/></a>",
      "<a href='#x'> | `a` is a link, which does not work on paper: keep its contents, delete the link (figure-safe)",
    ],
    [
      "<image href='x.png'/>",
      "<image href='x.png'/> | `image` loads a picture: export the whole figure as a PNG (figure-safe)",
    ],
    ["<rect onclick='f()'/>", "onclick='f()' | `onclick` is an event handler: delete it (figure-safe)"],
    [
      "<use href='b.svg#a'/>",
      "href='b.svg#a' | `b.svg#a` is outside of the file: draw it here, and write `href=\"#id\"` (figure-safe)",
    ],
    [
      "<style>@import 'a.css';</style>",
      "@import | `@import` loads something from outside of the file: delete the rule (figure-safe)",
    ],
    [
      "<style>rect{fill:u\\72l(a)}</style>",
      "\\ | A backslash in a style can hide what it loads: write plain CSS (figure-safe)",
    ],
    [
      "<g style='fill:url(//b/c)'/>",
      "url(//b/c) | `//b/c` is outside of the file: draw it here, and write `url(#id)` (figure-safe)",
    ],
    ["<g xml:base='http://b'/>", "xml:base='http://b' | `xml:base` leads outside of the file: delete it (figure-safe)"],
    [
      "<p xmlns='http://www.w3.org/1999/xhtml'/>",
      "<p xmlns='http://www.w3.org/1999/xhtml'/> | `p` is not an element of a drawing: delete it (figure-safe)",
    ],
    [
      "<animate attributeName='x'/>",
      "<animate attributeName='x'/> | `animate` moves things: draw one moment (figure-safe)",
    ],
    ["<?php x?>", "<?php x?> | `<?php` is an instruction to programs that read the file: delete it (figure-safe)"],
  ])("%s", (body, fault) => {
    expect(faultsOf(readBody(body))).toEqual([fault]);
  });

  test("a DOCTYPE ends reading: the rest may depend on it", () => {
    const text = '<!DOCTYPE svg [<!ENTITY x "y">]><svg xmlns="http://www.w3.org/2000/svg">&x;</svg>';
    expect(faultsOf(readSvgText(text))).toEqual([
      '<!DOCTYPE svg [<!ENTITY x "y">]> | A DOCTYPE can declare entities: delete it, browsers do not need it (figure-safe)',
    ]);
  });
});

describe("anything that print does not draw is refused at its place", () => {
  test.each([
    // Elements
    [
      "<linearGradient id='g'/>",
      "<linearGradient id='g'/> | `linearGradient` is not printed: fill with one colour (figure-readable)",
    ],
    [
      "<switch><g/></switch>",
      "<switch> | `switch` is not drawn: keep the branch to show, delete the others (figure-readable)",
    ],
    ["<rectt/>", "<rectt/> | `rectt` is not an element of a drawing: did you mean `rect`? (figure-safe)"],
    ["<path d='M0 0'><rect/></path>", "<rect/> | `rect` is not drawn inside `path`: move it out (figure-readable)"],
    ["words", "words | `words` is outside of a `text` element: move it into one (figure-readable)"],
    // Attributes
    ["<circle raduis='3'/>", "raduis='3' | `raduis` is not drawn on `circle`: delete it (figure-readable)"],
    ["<circle cxx='3'/>", "cxx='3' | `cxx` is not drawn on `circle`: did you mean `cx`? (figure-readable)"],
    [
      "<rect width='1 px'/>",
      "1 px | `width` cannot be `1 px`: write a number, or one with `px`, `pt`, `mm`, `cm`, `in`, `em`, `rem` or `%` (figure-readable)",
    ],
    [
      "<rect width='3ex'/>",
      "3ex | `width` cannot be `3ex`: write a number, or one with `px`, `pt`, `mm`, `cm`, `in`, `em`, `rem` or `%` (figure-readable)",
    ],
    ["<rect width='-3'/>", "-3 | `width` is negative: write 0 or more (figure-readable)"],
    [
      "<path pathLength='9' d='M0 0'/>",
      "pathLength='9' | `pathLength` is not drawn on `path`: delete it (figure-readable)",
    ],
    [
      "<g transform='translate(4px)'><rect width='1' height='1'/></g>",
      "translate(4px) | `transform` cannot be `translate(4px)`: write steps such as `translate(4, 2) rotate(90)`, without units (figure-readable)",
    ],
    [
      "<path d='M0 0 L5 x'/>",
      "x | The path is not understood from `x` on: write commands with all their numbers (figure-readable)",
    ],
    [
      "<path d='L5 5'/>",
      "L | The path is not understood from `L5 5` on: write commands with all their numbers (figure-readable)",
    ],
    [
      "<polyline points='1 2 3'/>",
      "1 2 3 | `points` cannot be `1 2 3`: write x and y of each point, as in `0,0 10,5` (figure-readable)",
    ],
    [
      "<text x='1 2'>ab</text>",
      "1 2 | `x` cannot be `1 2`: write a number, or one with `px`, `pt`, `mm`, `cm`, `in`, `em`, `rem` or `%` (figure-readable)",
    ],
    [
      "<text textLength='9'>ab</text>",
      "textLength='9' | `textLength` is not drawn on `text`: delete it (figure-readable)",
    ],
    [
      "<use href='#no'/>",
      "href='#no' | `#no` is the `id` of no element: define it, or delete the `use` (figure-readable)",
    ],
    [
      "<g id='a'><use href='#a'/></g>",
      "<use href='#a'/> | `use` draws what it is part of, without end: refer to something else (figure-readable)",
    ],
    // Properties and values
    [
      "<g fill='url(#g)'/>",
      "url(#g) | Gradients and patterns are not printed: write one colour for `fill` (figure-readable)",
    ],
    [
      "<g fill='blurple'/>",
      "blurple | `fill` cannot be `blurple`: write `none`, `currentColor` or a colour: a name, `#rrggbb`, `rgb(…)`, `hsl(…)` or `hwb(…)` (figure-readable)",
    ],
    [
      "<g fill='oklch(50% .1 20)'/>",
      "oklch(50% .1 20) | `fill` cannot be `oklch(50% .1 20)`: write `none`, `currentColor` or a colour: a name, `#rrggbb`, `rgb(…)`, `hsl(…)` or `hwb(…)` (figure-readable)",
    ],
    [
      "<g stroke-width='-1'/>",
      "-1 | `stroke-width` cannot be `-1`: write a number, or one with `px`, `pt`, `mm`, `cm`, `in`, `em`, `rem` or `%` (figure-readable)",
    ],
    [
      "<g filter='url(#f)'/>",
      "filter='url(#f)' | `filter` is not drawn: delete it, or draw what it does (figure-readable)",
    ],
    [
      "<g style='letter-spacing: 2px; fill: red'/>",
      "letter-spacing: 2px | `letter-spacing` is not drawn: delete the declaration (figure-readable)",
    ],
    [
      "<g style='font: bold 12px serif'/>",
      "font: bold 12px serif | `font` is not drawn: write `font-size`, `font-weight` and `font-family` (figure-readable)",
    ],
    [
      "<g style='--c: red'/>",
      "--c: red | `--c` is a variable, which print does not know: write its value where it is used (figure-readable)",
    ],
    ["<g style='fill red'/>", "fill red | `fill red` is no declaration: write `property: value;` (figure-readable)"],
    [
      "<g style='font-size: 12'/>",
      "12 | `font-size` cannot be `12`: write a number, or one with `px`, `pt`, `mm`, `cm`, `in`, `em`, `rem` or `%` (figure-readable)",
    ],
    [
      "<g font-family='Georgia, serif'/>",
      "Georgia, serif | `font-family` cannot be `Georgia, serif`: write `sans-serif` or `monospace`, or a list that ends in one of them (figure-readable)",
    ],
    // Style sheets
    [
      "<style>rect:hover{fill:red}</style>",
      'rect:hover | The selector `rect:hover` is not understood: write names, `.class`, `#id` and `[attribute="value"]`, inside one another with a space or `>` (figure-readable)',
    ],
    [
      "<style>a, g + rect {fill:red}</style>",
      'g + rect | The selector `g + rect` is not understood: write names, `.class`, `#id` and `[attribute="value"]`, inside one another with a space or `>` (figure-readable)',
    ],
    [
      "<style>@media print { rect{fill:red} } rect{fill:re}</style>",
      "@media | `@media` is not understood in print, other than `@media (prefers-color-scheme: dark)`: write the rules inside it without a condition (figure-readable)",
      "re | `fill` cannot be `re`: write `none`, `currentColor` or a colour: a name, `#rrggbb`, `rgb(…)`, `hsl(…)` or `hwb(…)` (figure-readable)",
    ],
    [
      "<style>rect{fill:red</style>",
      "rect | The rule of `rect` is not closed: write `}` after its last declaration (figure-readable)",
    ],
    ["<style>rect</style>", "rect | `rect` has no `{`: write `selector { property: value; }` (figure-readable)"],
    [
      "<style>g &gt; rect{fill:&#x62;lu}</style>",
      "&#x62;lu | `fill` cannot be `blu`: write `none`, `currentColor` or a colour: a name, `#rrggbb`, `rgb(…)`, `hsl(…)` or `hwb(…)` (figure-readable)",
    ],
    // What depends on the drawing
    [
      "<g opacity='.5'><rect width='9' height='9'/><rect width='5' height='5'/></g>",
      "<g opacity='.5'> | `opacity` of several shapes together is not printed: write it, or `fill-opacity`, on each of them (figure-readable)",
    ],
    [
      "<text stroke='red'>a</text>",
      "<text stroke='red'> | Text has no outline in print: write `stroke=\"none\"` on it (figure-readable)",
    ],
    [
      "<text>Ω שלום</text>",
      "שלום | `שלום` (U+05E9 U+05DC U+05D5 …) cannot be printed: write it in words, or draw it as a path (figure-readable)",
    ],
    [
      "<text>a\u202eb 1\ufe0f\u20e3 e\u0301 m\u030a\u0301</text>",
      "\u202e | ` ` (U+202E) cannot be printed: write it in words, or draw it as a path (figure-readable)",
      "1\ufe0f\u20e3 | `1\ufe0f\u20e3` (U+0031 U+FE0F U+20E3) cannot be printed: write it in words, or draw it as a path (figure-readable)",
      "m\u030a\u0301 | `m\u030a\u0301` (U+006D U+030A U+0301) cannot be printed: write it in words, or draw it as a path (figure-readable)",
    ],
    [
      "<path marker-end='url(#no)' d='M0 0h1'/>",
      "<path marker-end='url(#no)' d='M0 0h1'/> | `marker-end` names `#no`, which is not a marker of this file: define it (figure-readable)",
    ],
    [
      "<clipPath id='c'><circle r='3'/></clipPath><rect clip-path='url(#c)' width='9' height='9'/>",
      "<clipPath id='c'> | A `clipPath` may have only one `rect`, without round corners and `transform`: use one, or draw only the visible part (figure-readable)",
    ],
  ])("%s", (body, ...faults) => {
    expect(faultsOf(readBody(body))).toEqual(faults);
  });

  test("a text without a font family is refused, since programs choose different ones", () => {
    expect(reasonsOf(readBody("<text>a</text>", 'viewBox="0 0 9 9"'))).toEqual([
      'The text has no `font-family`, so each program chooses its own: write `font-family="sans-serif"` on `svg`',
    ]);
  });

  test("a character that the fonts lack is named", () => {
    const text =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" font-family="sans-serif"><text>a ☃</text></svg>';
    expect(faultsOf(readSvgText(text, { isPrintable: (code) => code < 0x2000 }))).toEqual([
      "☃ | `☃` (U+2603) cannot be printed: write it in words, or draw it as a path (figure-readable)",
    ]);
  });

  test("a fault that `use` repeats is reported once", () => {
    const body = "<defs><rect id='r' width='x' height='1'/></defs><use href='#r'/><use href='#r'/>";
    expect(reasonsOf(readBody(body))).toHaveLength(1);
  });

  test("places are right after line ends of two characters and a byte order mark", () => {
    const text =
      '\ufeff<svg xmlns="http://www.w3.org/2000/svg"\r\n viewBox="0 0 9 9">\r\n<style>\r\na {\r\n fill: rde }\r\n</style></svg>';
    expect(faultsOf(readSvgText(text)).map((fault) => fault.slice(0, 5))).toEqual(["rde |"]);
  });
});

describe("files that are not figures", () => {
  const utf8 = new TextEncoder();

  test("a file with a name that no figure may have", () => {
    expect(readFigure("figures/Big Name.svg", new Uint8Array()).faults).toEqual([
      {
        rule: "file-name",
        reason:
          "`figures/Big Name.svg` is not the name of a figure: write lower-case words joined by hyphens, and `.svg` or `.png`",
      },
    ]);
  });

  test("bytes that are not UTF-8", () => {
    const bytes = Uint8Array.from([...utf8.encode("<svg>"), 0xe9]);
    expect(faultsOf(readFigure("figures/a.svg", bytes))).toEqual([
      "\ufffd | These bytes are not UTF-8: save the file as UTF-8 (utf-8)",
    ]);
  });

  test.each([
    [
      "",
      "The SVG is not well-formed XML (document must contain a root element): correct it, or export the drawing again",
    ],
    [
      "<svg",
      "The SVG is not well-formed XML (document must contain a root element): correct it, or export the drawing again",
    ],
    ["<html/>", 'The root is not an SVG: write `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300">`'],
    ["<svg><g></svg>", "`g` is not closed before `</svg>`: write `</g>`"],
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', "The SVG has no size: add a `viewBox`, or `width` and `height`"],
    [
      '<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="9"/>',
      "The SVG has no size: add a `viewBox`, or `width` and `height`",
    ],
    [
      '<svg xmlns="http://www.w3.org/2000/svg" width="0" height="9"/>',
      "The SVG is 0 × 9 pixels: make both more than 0 and at most 10,000",
    ],
    [
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 20000"/>',
      "The SVG is 9 × 20000 pixels: make both more than 0 and at most 10,000",
    ],
    [
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" xlink:href="#a"/>',
      'The SVG is not well-formed XML (unbound namespace prefix: "xlink"): correct it, or export the drawing again',
    ],
  ])("%s", (text, reason) => {
    expect(reasonsOf(readSvgText(text))).toEqual([reason]);
  });

  test("a fault of a viewBox is reported once, without its consequences", () => {
    const text = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9"/>';
    expect(reasonsOf(readSvgText(text))).toEqual([
      "`viewBox` cannot be `0 0 9`: write four numbers, of which the last two are above 0",
    ]);
  });
});

test("rules for dark screens are not applied, but are checked", () => {
  const style = (rules: string) =>
    `<style>rect{fill:red} @media (prefers-color-scheme: dark) { ${rules} }</style><rect width="9" height="9"/>`;
  const { drawing, faults } = readBody(style("rect{fill:blue} g > rect{stroke:red}"));
  expect(faults).toEqual([]);
  expect(drawing).toMatchObject({ graphics: [{ fill: { colour: "#ff0000" } }] });
  expect(reasonsOf(readBody(style("rect{fill:url(//a)}")))).toEqual([
    "`//a` is outside of the file: draw it here, and write `url(#id)`",
  ]);
});

test("a comment that joins or cuts words is refused", () => {
  expect(reasonsOf(readBody("<style>/* a */ .a/* b */.b { fill: red /* c */ }</style>"))).toEqual([
    "A comment inside a word or selector is not understood: move it out",
  ]);
});

test("a class without a meaning is refused", () => {
  const body = `<style>.a{fill:red}</style><rect class="a ink" width="1" height="1"/><rect class="acent" width="1" height="1"/><g class="muted blue"/>`;
  expect(faultsOf(readBody(body))).toEqual([
    'class="acent" | The class `acent` is no role and has no rule: did you mean `accent`? (figure-readable)',
    'class="muted blue" | The class `blue` is no role and has no rule: write `ink`, `accent`, `second`, `muted` or `paper`, or delete it (figure-readable)',
  ]);
});

test("a part that no card could ask for is refused", () => {
  const body = `<rect data-part="a" width="1" height="1"/><g data-part=" "/><g data-part="${"x".repeat(41)}"/><g data-part="TP"/>`;
  expect(reasonsOf(readBody(body))).toEqual([
    "`data-part` names a group: put the shape into a `g`, and name that",
    "The part has no name: write what it is in 1 to 40",
    "The part has a name of 41 characters: write what it is in 1 to 40",
  ]);
});

test("content without effect is allowed", () => {
  const body = `<title>T</title><desc>D</desc><!-- c --><g id="a" class="ink" data-note="x" aria-label="y" role="img" lang="en" filter="none" style="letter-spacing: normal; mask: none"><rect width="1" height="1"/></g>`;
  const attributes = 'viewBox="0 0 9 9" version="1.1" xmlns:xlink="http://www.w3.org/1999/xlink" xml:space="default"';
  expect(readBody(body, attributes).faults).toEqual([]);
});
