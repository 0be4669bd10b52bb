import fc from "fast-check";
import { expect, test } from "vitest";
import { inlineFigure } from "../src/index.ts";
import { faultsOf, readSvgText } from "./read.ts";

const palette =
  ".ink{color:#1a1a1a}.accent{color:#1b5e9e}@media(prefers-color-scheme:dark){.ink{color:#e8e8e8}.accent{color:#6cb2f5}}";
const svg = (body: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50" font-size="10"><style>${palette}</style>${body}</svg>`;
const inline = (text: string) => inlineFigure({ mediaType: "image/svg+xml", base64: btoa(text) });
const box = (more = "") => `<rect class="accent" x="10" y="10" width="20" height="10" fill="currentColor"${more}/>`;

test("a drawing in colours by role is written without title, description, styles, ids and comments", () => {
  const { svg: written, parts } = inline(svg(`<title>T</title><desc>D</desc><!-- c -->${box(' id="a"')}`)) ?? {};
  expect(written).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg" width="160" viewBox="0 0 100 50" font-size="10"><rect x="10" y="10" width="20" height="10" fill="currentColor" class="accent"/></svg>',
  );
  expect(parts).toEqual([]);
});

test("parts are numbered as they appear, those of one name together, each with a cover around it", () => {
  const body = `<g data-part="loaf" data-ask="What rises?" data-veil="crust, crumb">${box()}</g><g data-part="crust"><circle class="ink" cx="60" cy="20" r="5" fill="currentColor"/></g><g data-part="loaf"><path class="ink" d="M80 10L90 30Z" fill="currentColor"/></g>`;
  const figure = inline(svg(body));
  expect(figure?.parts).toEqual([
    { name: "loaf", ask: "What rises?", veils: [2] },
    { name: "crust", ask: undefined, veils: [] },
  ]);
  expect(figure?.svg.match(/class="part p\d"/g)).toEqual(['class="part p1"', 'class="part p2"', 'class="part p1"']);
  expect(figure?.svg.match(/class="cover c\d"/g)).toEqual(['class="cover c1"', 'class="cover c1"', 'class="cover c2"']);
  expect(figure?.svg).toContain('x="7" y="7" width="26" height="16"');
  expect(figure?.svg).toContain('x="52" y="12" width="16" height="16"');
});

test("a cover is around a label too", () => {
  const label = (anchor: string) =>
    inline(
      svg(
        `<g data-part="a"><text class="ink" x="50" y="20" text-anchor="${anchor}" fill="currentColor">Label</text></g>`,
      ),
    );
  expect(label("middle")?.svg).toContain('x="31.5"');
  expect(label("end")?.svg).toContain('x="16"');
});

test.each([
  ["has colours of its own", '<rect width="9" height="9" fill="#f00"/>'],
  ["moves its shapes", `<g transform="translate(1 2)">${box()}</g>`],
  ["uses a shape twice", `${box(' id="a"')}<use href="#a" x="3"/>`],
  ["has other styles", `<style>.a{fill:red}</style>${box()}`],
])("a drawing that %s stays an image, and may not have parts to hide", (_, body) => {
  expect(inline(svg(body))).toBeUndefined();
  const [fault] = faultsOf(readSvgText(svg(`<g data-part="a">${body}</g>`)));
  expect(fault).toMatch(/^data-part \| A part can be hidden on a card only in a plain drawing: /);
});

test("a drawing with parts that is plain has no fault", () => {
  expect(faultsOf(readSvgText(svg(`<g data-part="a" data-ask="b?" data-veil="c">${box()}</g>`)))).toEqual([]);
});

test("no text leaves its place", () => {
  fc.assert(
    fc.property(fc.string(), (value) => {
      const text = value.replaceAll(/[^\x20-\x7e]/g, "");
      const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
      const figure = inline(svg(`<g data-part="${escaped}"><text class="ink" x="1" y="9">${escaped}</text></g>`));
      if (figure === undefined) throw new Error("It is plain");
      expect(figure.svg.replaceAll(/<\/?(?:svg|g|rect|text)\b(?:[^"<>]|"[^"<>]*")*>/g, "")).not.toMatch(/[<>]/);
    }),
  );
});
