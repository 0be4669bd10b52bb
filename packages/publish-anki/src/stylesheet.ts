import { stylesheet } from "@high-recall/html";
import { mostParts } from "./designs/figure.ts";
import { relationWidths } from "./draw.ts";
import { topicRules } from "./topic-colours.ts";

/** Colours of the cards by day and by night. */
export const cardColours = {
  light: {
    ...{ ground: "#fbfaf7", ink: "#1f2328", quiet: "#5a626b", line: "#ddd8cc", raised: "#ffffff", tint: "#eef1f4" },
    ...{
      gap: "#fff0c2",
      was: "#fff8e3",
      edge: "#b98a1f",
      wrap: "#85600c",
      warn: "#fbeee6",
      shade: "rgba(0, 0, 0, 0.14)",
    },
    ...{ accent: "#1b5e9e", second: "#b04e14", topic: "#2f5d8a" },
  },
  dark: {
    ...{ ground: "#17191c", ink: "#e4e2dc", quiet: "#a3aab2", line: "#383d43", raised: "#1f2226", tint: "#262b31" },
    ...{
      gap: "#40371a",
      was: "#2c2a22",
      edge: "#c9a24a",
      wrap: "#d9b25c",
      warn: "#3a2b23",
      shade: "rgba(255, 255, 255, 0.16)",
    },
    ...{ accent: "#6cb2f5", second: "#f0a15e", topic: "#8fb8de" },
  },
} as const;

const variables = (colours: Readonly<Record<string, string>>) =>
  Object.entries(colours)
    .map(([name, value]) => `--${name}: ${value};`)
    .join(" ");

/**
 * CSS of all cards. Anki shows a card in `<body class="card">`, at night with `nightMode` or `night_mode`. Sizes are in rem,
 * for learners who zoom. Without `:has`, `:is`, `inset-…`, `min()` and gaps of flex boxes, which older phones do not know.
 */
export function stylesheetOfCards(topics: readonly string[]): string {
  return `${stylesheet(".nightMode, .night_mode")}
.card { ${variables(cardColours.light)} --surface: var(--ground); }
.card.nightMode, .card.night_mode, .night_mode .card { ${variables(cardColours.dark)} }
${rules}${relationRules}${indentRules()}${partRules()}${topicRules(topics)}`;
}

const mono = 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Roboto Mono", "DejaVu Sans Mono", monospace';

const rules = `html { overflow-y: scroll; -webkit-text-size-adjust: 100%; }
.card { margin: 0; padding: 0; background: var(--ground); color: var(--ink); text-align: left; font: 1.0625rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif; overflow-wrap: break-word; word-wrap: break-word; }
.note { max-width: 40rem; margin: 0 auto; padding: 0.75rem 1rem 0; }
.note * { box-sizing: border-box; }
.note.back, .note.links { padding-top: 0; }
.note a { color: var(--accent); text-decoration: underline; text-underline-offset: 0.15em; }
.note p, .note ul, .note ol, .note blockquote, .note figure { margin: 0 0 0.625rem; }
.note ul, .note ol { padding: 0 0 0 1.25rem; }
.note li { margin: 0.25rem 0; }
.note li p { margin: 0 0 0.375rem; }
.note h3, .note h4 { margin: 1rem 0 0.375rem; font-size: 1rem; font-weight: 650; line-height: 1.35; }
.note h4 { color: var(--quiet); }
.note blockquote { padding-left: 0.75rem; border-left: 0.1875rem solid var(--line); color: var(--quiet); }
.note hr { height: 0; margin: 1rem 0; border: 0; border-top: 0.0625rem solid var(--line); background: none; }
.top { margin: 0 0 0.5rem; color: var(--quiet); font-size: 0.8125rem; line-height: 1.25rem; }
.top b { color: var(--topic); font-weight: 600; }
.top b::before { content: ""; display: inline-block; width: 0.5rem; height: 0.5rem; margin-right: 0.375rem; border-radius: 50%; background: var(--topic); }
.top i { font-style: normal; }
.top i::before { content: "\\00a0· "; }
.ask { margin: 0 0 0.25rem; color: var(--quiet); font-size: 0.9375rem; }
.note .ask { margin-bottom: 0.25rem; }
.note h1 { margin: 0; font-size: 1.25rem; font-weight: 650; line-height: 1.35; letter-spacing: -0.005em; text-wrap: balance; }
.note h1 + .data { margin-top: 0.5rem; }
.text { font-size: 1.125rem; line-height: 1.5; }
.note .of { margin: 0 0 0.375rem; padding-left: 0.625rem; border-left: 0.1875rem solid var(--line); color: var(--quiet); font-size: 0.9375rem; line-height: 1.4; }
.data { color: var(--quiet); font-size: 0.9375rem; line-height: 1.45; }
.note .data, .note .data p { margin-bottom: 0.375rem; }
.left { margin-top: 0.75rem; font-size: 1.125rem; }
.note hr#answer { margin: 0.875rem 0; border-top: 0.125rem solid var(--topic); }
.answer { font-size: 1.125rem; line-height: 1.5; text-wrap: pretty; }
.answer > :last-child, .text > :last-child { margin-bottom: 0; }
.answer.name { font-size: 1.25rem; font-weight: 650; line-height: 1.35; }
.answer.speech { margin-top: 0.75rem; font-size: 1.0625rem; }
.note .why { margin: 0.5rem 0 0; color: var(--quiet); font-size: 1rem; }
.note .aside { margin: 0.5rem 0 0; color: var(--quiet); font-size: 0.9375rem; }
.notice { margin: 0 0 0.75rem; padding: 0.75rem 1rem 0.125rem; border-radius: 0.5rem; background: var(--warn); }
.cloze { padding: 0 0.125em; border-bottom: 0.125rem solid var(--edge); background: var(--gap); color: inherit; font-weight: 600; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.note .gone { margin: 0; }
.gone .cloze-inactive { display: none; }
.back > * + details, .back > details:first-child { margin-top: 1rem; }
.back > details + details { margin-top: 0; }
details { border-top: 0.0625rem solid var(--line); }
summary { display: block; position: relative; min-height: 2.75rem; padding: 0.625rem 0 0.625rem 1.25rem; color: var(--ink); font-size: 0.9375rem; line-height: 1.5rem; cursor: pointer; list-style: none; -webkit-tap-highlight-color: transparent; }
summary::-webkit-details-marker { display: none; }
summary::before { content: "+"; position: absolute; left: 0; width: 1rem; color: var(--topic); font-weight: 700; }
details[open] > summary::before { content: "\\2212"; }
summary small { color: var(--quiet); font-size: 0.8125rem; }
.in { padding: 0 0 0.75rem 1.25rem; font-size: 1rem; }
.in > :last-child { margin-bottom: 0; }
.note .ticks { margin: 0; padding: 0; list-style: none; }
.ticks li { margin: 0; }
.ticks label { display: block; position: relative; min-height: 2.75rem; padding: 0.5rem 0 0.5rem 2rem; cursor: pointer; }
.ticks input { position: absolute; left: 0; top: 0.625rem; width: 1.25rem; height: 1.25rem; margin: 0; border: 0.09375rem solid var(--quiet); border-radius: 0.25rem; background: transparent; -webkit-appearance: none; appearance: none; }
.ticks input:checked { border-color: var(--topic); background: var(--topic); }
.ticks input:checked::after { content: ""; position: absolute; left: 0.34rem; top: 0.08rem; width: 0.34rem; height: 0.69rem; border: solid var(--ground); border-width: 0 0.14rem 0.14rem 0; -webkit-transform: rotate(45deg); transform: rotate(45deg); }
.note .tasks { padding-left: 0; list-style: none; }
.links { color: var(--quiet); font-size: 0.8125rem; }
.links > div { padding-bottom: 2rem; border-top: 0.0625rem solid var(--line); }
.note.links a { display: inline-block; min-height: 2.75rem; padding: 0.75rem 1rem 0.75rem 0; line-height: 1.25rem; color: inherit; }
.sources ul { padding: 0; list-style: none; }
.sources li { margin: 0; }
.note .sources a { display: block; min-height: 2.75rem; padding: 0.625rem 0; color: inherit; }
.sources { color: var(--quiet); font-size: 0.875rem; }
.note a:focus, summary:focus, .ticks input:focus { outline: 0.125rem solid var(--topic); outline-offset: 0.125rem; }
mjx-container { outline: 0; }
/* What MathJax hides for screen readers is as wide as its MathML: it would scroll. */
.note mjx-assistive-mml { width: 1px !important; height: 1px !important; white-space: nowrap; }
.relations { --surface: var(--tint); margin: 0 -0.25rem; padding: 0.75rem 0.75rem 0.75rem 2rem; border-radius: 0.5rem; background: var(--tint); font-size: 1.125rem; line-height: 2.2; overflow-x: auto; overflow-y: hidden; }
.in .relations { padding-left: 1.5rem; font-size: 1rem; }
.relations > div { text-indent: -1.25rem; }
.relations > div > span { display: inline-block; margin-right: 0.27em; text-indent: 0; white-space: nowrap; }
.symbols { width: 100%; margin: 0.75rem 0 0; border-collapse: collapse; font-size: 0.9375rem; line-height: 1.4; }
.symbols th, .symbols td { padding: 0.1875rem 0; border: 0; text-align: left; vertical-align: baseline; }
.symbols th { width: 1%; padding-right: 1rem; color: inherit; font-weight: 400; white-space: nowrap; }
.note .math-display { margin: 0 0 0.625rem; padding: 0.25rem 0; }
.note .math-display mjx-container[display="true"] { margin: 0.25rem 0; text-align: left !important; }
.note .in .relations, .answer > .relations { margin-bottom: 0.625rem; }
.in > .symbols { margin-top: 0; }
.table-scroll { margin: 0 0 0.625rem; }
.table-scroll > table { width: 100%; font-size: 0.9375rem; line-height: 1.4; }
.table-scroll th, .table-scroll td { padding: 0.375rem 0.75rem 0.375rem 0; border: 0; border-bottom: 0.0625rem solid var(--line); text-align: left; vertical-align: baseline; }
.table-scroll th { color: var(--quiet); font-weight: 600; }
.table-scroll tbody tr:last-child td { border-bottom: 0; }
/* A shade at the edge tells that there is more to scroll to; at the end the surface, which scrolls along, covers it. */
.note .table-scroll, .note .math-display, .note .relations {
  background:
    linear-gradient(to right, var(--surface) 0.75rem, transparent) 0 0 / 2.5rem 100% no-repeat local,
    linear-gradient(to left, var(--surface) 0.75rem, transparent) 100% 0 / 2.5rem 100% no-repeat local,
    linear-gradient(to right, var(--shade), transparent) 0 0 / 0.75rem 100% no-repeat scroll,
    linear-gradient(to left, var(--shade), transparent) 100% 0 / 0.75rem 100% no-repeat scroll,
    var(--surface);
}
@media (max-width: 29.99rem) {
  .top .level { display: none; }
  .rows thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0 0 0 0); }
  .rows, .rows tbody, .rows tr, .rows td { display: block; }
  .rows tr { padding: 0.5rem 0; border-bottom: 0.0625rem solid var(--line); }
  .rows tr:last-child { border-bottom: 0; }
  .table-scroll .rows td { padding: 0.0625rem 0; border: 0; text-align: left; }
  .rows td:first-child { font-weight: 600; }
  .rows td[data-th] { padding-left: 6rem; text-indent: -6rem; }
  .rows td[data-th] > * { text-indent: 0; }
  .rows td[data-th]::before { content: attr(data-th); display: inline-block; width: 5.75rem; margin-right: 0.25rem; color: var(--quiet); text-indent: 0; vertical-align: top; }
}
.note p > code, .note li code, .note td code, .note h1 code, .note .of code, .text code, .answer code, .data code, .ticks code, summary code { padding: 0.05em 0.25em; border-radius: 0.25em; background: var(--tint); font-family: ${mono}; font-size: 0.875em; overflow-wrap: anywhere; unicode-bidi: isolate; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.note pre { margin: 0 -0.625rem 0.625rem; padding: 0.5rem 0.25rem; border: 0.0625rem solid var(--line); border-radius: 0.5rem; background: var(--raised); overflow: hidden; counter-reset: key; tab-size: 4; -moz-tab-size: 4; }
.note pre > code { display: block; font: 0.78125rem/1.5 ${mono}; white-space: normal; }
.in > pre { margin-left: -1.875rem; }
.line { display: block; position: relative; min-height: 1.5em; white-space: pre-wrap; overflow-wrap: anywhere; word-break: break-word; overflow: hidden; }
.line::before { content: "\\21aa\\A\\21aa\\A\\21aa\\A\\21aa\\A\\21aa\\A\\21aa"; position: absolute; top: 1.5em; width: 1.5ch; color: var(--wrap); text-indent: 0; white-space: pre; }
.key { border-radius: 0.1875rem; box-shadow: inset 0.1875rem 0 0 var(--edge); background: var(--gap); counter-increment: key; }
.show .key { background: var(--was); }
.in .key { box-shadow: none; background: none; }
.hide .key > span { visibility: hidden; }
.hide .key::before { content: none; }
.hide .key::after { content: counter(key); position: absolute; top: 0; color: var(--ink); font-weight: 700; text-indent: 0; }
.note figure { margin: 0.5rem 0 0.625rem; text-align: center; }
.note figcaption { color: var(--quiet); font-size: 0.875rem; }
figure > img { max-width: 100%; height: auto; }
.nightMode figure > img, .night_mode figure > img { padding: 0.5rem; border-radius: 0.5rem; background: #ffffff; }
.figure { margin: 0.5rem -0.75rem 0; }
.note svg { display: block; max-width: 100%; height: auto; margin: 0 auto; color: var(--ink); }
.note svg .ink { color: var(--ink); }
.note svg .accent { color: var(--accent); }
.note svg .second { color: var(--second); }
.note svg .muted { color: var(--quiet); }
.note svg .paper { color: var(--ground); }
.figure + .answer, .figure ~ .answer { margin-top: 0.5rem; }
.cover { display: none; }
.cover-edge { fill: var(--gap); stroke: var(--edge); stroke-width: 1.5; }
.cover-mark { fill: var(--ink); }
.shown .cover-ground, .shown .cover-mark { display: none; }
.shown .cover-edge { fill: none; }
@media (min-width: 40rem) {
  .note { padding: 1.5rem 1.5rem 0; }
  .note h1 { font-size: 1.5rem; }
  .answer, .text { font-size: 1.1875rem; }
  .note svg { max-height: 52vh; }
  .note pre > code { font-size: 0.875rem; }
}
`;

/** Smaller letters where the widest piece of a relation is wider than a phone. */
const relationRules = `${relationWidths
  .map(
    (width) =>
      `.relations.w${width} { font-size: calc((100vw - 4.75rem) / ${width}); } .in .relations.w${width} { font-size: calc((100vw - 6rem) / ${width}); }\n`,
  )
  .join(
    "",
  )}@media (min-width: 34rem) { .note .relations, .note .in .relations { font-size: 1.25rem; } .note .in .relations { font-size: 1.0625rem; } }
`;

/** A wrapped row of code is indented by two columns, which hold the sign of the wrap. */
function indentRules(): string {
  return Array.from({ length: 41 }, (_, indent) => {
    const rules = [
      `.i${indent} { padding-left: ${indent + 4}ch; text-indent: -${indent + 2}ch; }`,
      `.i${indent}::before { left: ${indent + 2}ch; }`,
      `.hide .i${indent}.key::after { left: ${indent + 2}ch; }`,
    ];
    return `${rules.join(" ")}\n`;
  }).join("");
}

/** The front covers a part and hides it, so that nothing shows at its edge; the back frames it. */
function partRules(): string {
  return Array.from({ length: mostParts }, (_, index) => {
    const number = index + 1;
    const rules = [
      `.hide-${number} .p${number}, .veil-${number} .p${number} text { visibility: hidden; }`,
      `.hide-${number} .c${number}, .shown-${number} .c${number} { display: inline; }`,
    ];
    return `${rules.join(" ")}\n`;
  }).join("");
}
