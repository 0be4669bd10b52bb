import { stylesheet } from "@high-recall/html";

/** CSS of all cards. Anki shows a card in `<body class="card">`, or `card nightMode`. Sizes are in rem, for learners who zoom. */
export const stylesheetOfCards = `${stylesheet(".nightMode")}
:root {
  --ground: #fbfaf7; --ink: #1f2328; --quiet: #5f6770; --line: #e3dfd6; --raised: #ffffff;
  --accent: #2f5d8a; --accent-soft: #e8eff6; --easy: #2b6e46; --medium: #8a5a00; --hard: #a3322c; --warn-soft: #fbeee6; --shade: rgb(0 0 0 / 14%);
}
.nightMode {
  --ground: #17191c; --ink: #e4e2dc; --quiet: #9aa1a9; --line: #34383d; --raised: #1f2226;
  --accent: #8fb8de; --accent-soft: #23303d; --easy: #7fc79b; --medium: #e0b25c; --hard: #ec8f87; --warn-soft: #3a2b23; --shade: rgb(255 255 255 / 14%);
}
.card, .card.nightMode {
  --surface: var(--ground);
  margin: 0; padding: 1.25rem 1rem 3rem; background: var(--ground); color: var(--ink);
  font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
  font-size: 1.0625rem; line-height: 1.6; text-align: start; overflow-wrap: break-word; -webkit-text-size-adjust: 100%;
}
.note { max-width: 42rem; margin: 0 auto; }
.note * { box-sizing: border-box; }
.note > :first-child { margin-top: 0; }
.eyebrow { display: flex; flex-wrap: wrap; align-items: baseline; margin: 0 0 1.125rem -1.25rem; clip-path: inset(0 0 0 1.25rem); color: var(--quiet); font-size: 0.8125rem; line-height: 1.5; }
.eyebrow > * { position: relative; display: inline-block; padding-inline-start: 1.25rem; }
.eyebrow > *::before { content: "·"; position: absolute; inset-inline-start: 0.5rem; color: var(--quiet); font-weight: 400; }
.eyebrow .kind::first-letter, .eyebrow .level::first-letter { text-transform: uppercase; }
.eyebrow .topic { color: var(--accent); font-weight: 600; }
.level-easy { color: var(--easy); }
.level-medium { color: var(--medium); }
.level-hard { color: var(--hard); }
.prompt { margin: 0 0 0.25rem; color: var(--quiet); font-size: 0.9375rem; }
h1 { margin: 0 0 0.75rem; font-size: 1.5rem; font-weight: 650; line-height: 1.3; letter-spacing: -0.01em; text-wrap: balance; }
.note p, .note ul, .note ol, .note blockquote, .note figure, .note .table-scroll, .note .math-display, .note pre { margin-block: 0 0.875rem; }
.note ul, .note ol { padding-inline-start: 1.5rem; }
.note .tasks { padding-inline-start: 0; }
.note li { margin-block: 0.25rem; }
.note li > p { margin-block-end: 0.375rem; }
.note h3, .note h4 { margin: 1.25rem 0 0.375rem; font-size: 1.0625rem; font-weight: 650; line-height: 1.35; }
.note h4 { font-size: 1rem; color: var(--quiet); }
.note a { color: var(--accent); text-decoration: underline; text-decoration-thickness: 0.0625em; text-underline-offset: 0.15em; }
.note blockquote { margin-inline: 0; padding-inline-start: 0.875rem; border-inline-start: 0.1875rem solid var(--line); color: var(--quiet); }
.note hr { height: 0; border: 0; background: none; border-top: 0.0625rem solid var(--line); margin: 1.25rem 0; }
hr#answer { height: 0; background: none; max-width: 42rem; margin: 1.5rem auto; border: 0; border-top: 0.0625rem solid var(--line); }
.answer { font-size: 1.125rem; }
.cloze { color: var(--accent); font-weight: 650; }
.gone { display: none; }
.gone:has(.cloze) { display: block; }
.formula { --surface: var(--accent-soft); padding: 1rem; border-radius: 0.5rem; background: var(--accent-soft); margin-block-end: 0.875rem; }
.formula .math-display { margin: 0; text-align: center; }
.note .math-display mjx-container[display="true"] { margin: 0.25rem 0; }
/* MathJax breaks no lines: what holds a formula that is wider than the screen scrolls, so that the card does not. */
.note :is(p, ul, ol, h1, h3, h4, summary):has(mjx-container) { overflow-x: auto; overflow-y: hidden; }
.mistake { --surface: var(--warn-soft); padding: 0.875rem 1rem 0.125rem; border-radius: 0.5rem; background: var(--warn-soft); }
.aside { color: var(--quiet); font-size: 0.9375rem; }
.note code { unicode-bidi: isolate; }
.note :not(pre) > code { -webkit-box-decoration-break: clone; box-decoration-break: clone; padding: 0.1em 0.3em; border-radius: 0.25rem; background: var(--accent-soft); font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: 0.875em; }
/* A shade at the edge tells that there is more to scroll to; at the end the surface, which scrolls along, covers it. */
.note pre, .note .table-scroll, .note .math-display {
  background:
    linear-gradient(to right, var(--surface) 0.75rem, transparent) 0 0 / 2.5rem 100% no-repeat local,
    linear-gradient(to left, var(--surface) 0.75rem, transparent) 100% 0 / 2.5rem 100% no-repeat local,
    linear-gradient(to right, var(--shade), transparent) 0 0 / 0.75rem 100% no-repeat scroll,
    linear-gradient(to left, var(--shade), transparent) 100% 0 / 0.75rem 100% no-repeat scroll,
    var(--surface);
}
.note pre { --surface: var(--raised); border-color: var(--line); border-radius: 0.5rem; }
.note .table-scroll table { min-width: 60%; background: none; }
.note th { color: var(--quiet); font-size: 0.8125rem; font-weight: 600; vertical-align: bottom; }
.note :is(th, td) { padding: 0.375rem 0.75rem; border-color: var(--line); }
.note :is(th, td):first-child { padding-inline-start: 0; }
.note tbody tr:last-child td { border-bottom: 0; }
.note figure { text-align: center; }
.note figcaption { color: var(--quiet); font-size: 0.875rem; }
.nightMode figure > img { padding: 0.5rem; border-radius: 0.5rem; background: #ffffff; }
.part { margin-block: 0; border-top: 0.0625rem solid var(--line); }
section.part { padding-block: 0.875rem 0.125rem; }
.back > .part:first-child, .back > .sources:first-child { padding-top: 0; border-top: 0; }
section.part h2 { margin: 0 0 0.5rem; color: var(--quiet); font-size: 0.8125rem; font-weight: 600; letter-spacing: 0.02em; }
details.part > summary { padding-block: 0.75rem; color: var(--accent); font-size: 0.9375rem; font-weight: 600; cursor: pointer; }
details.part > .inside { padding-block: 0.125rem 0.5rem; }
.answer + .part, .formula + .part, .solution + .part { margin-top: 1.25rem; }
.sources { margin-top: 0; padding-top: 0.875rem; border-top: 0.0625rem solid var(--line); color: var(--quiet); font-size: 0.8125rem; }
.sources a { color: inherit; }
.sources p { margin: 0; }
.sources ul { list-style: none; padding: 0; margin-block: 0 0.375rem; }
.links { margin-top: 1.25rem; color: var(--quiet); font-size: 0.8125rem; }
.links a { display: inline-block; margin-inline-end: 1.25rem; padding-block: 0.375rem; color: inherit; }
.notice { margin-block-end: 1rem; padding: 0.75rem 1rem 0.125rem; border-radius: 0.5rem; background: var(--warn-soft); }
.note :focus-visible { outline: 0.125rem solid var(--accent); outline-offset: 0.125rem; }
@media (min-width: 40rem) {
  .card, .card.nightMode { padding: 2.5rem 2rem 4rem; }
  h1 { font-size: 1.75rem; }
  .formula .math-display { font-size: 1.1875rem; }
}
`;
