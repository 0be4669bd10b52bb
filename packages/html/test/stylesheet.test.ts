import { readdirSync, readFileSync } from "node:fs";
import { figurePalettes, Scope } from "@high-recall/core";
import { transform } from "esbuild";
import { expect, test } from "vitest";
import { type Palette, palettes, stylesheet } from "../src/index.ts";

test.each(["light", "dark"] as const)("in %s, code has a contrast of at least 4.5 : 1", (name) => {
  const palette: Palette = palettes[name];
  for (const [use, colour] of Object.entries({ text: palette.text, error: palette.error, ...palette.tokens }))
    expect(contrast(colour, palette.background), use).toBeGreaterThanOrEqual(4.5);
  expect(contrast(palette.text, palette.mark), "marked words").toBeGreaterThanOrEqual(7);
});

test.each(["light", "dark", "grey"] as const)(
  "the colours of figures in %s have a contrast of at least 4.5 : 1",
  (name) => {
    const { paper, ...colours } = figurePalettes[name];
    for (const [role, colour] of Object.entries(colours))
      expect(contrast(colour, paper), role).toBeGreaterThanOrEqual(4.5);
  },
);

test("every styled class of the rendered HTML has a rule", () => {
  const folder = new URL("fixtures/", import.meta.url);
  const html = readdirSync(folder).map((name) => readFileSync(new URL(`${name}/expected.html`, folder), "utf8"));
  const classes = new Set(html.flatMap((one) => [...one.matchAll(/class="([^"]+)"/g)].map((match) => match[1] ?? "")));
  const hooks = /^(?:language-.*|task|katex|katex-display)$/;
  const css = stylesheet();
  expect(classes.size).toBeGreaterThan(10);
  for (const name of classes) if (!hooks.test(name)) expect(css).toContain(`.${name} `);
  for (const scope of Scope.options) expect(css).toContain(`.tok-${scope} `);
});

test("the stylesheet is CSS without warnings, for the system's choice and for a selector", async () => {
  for (const css of [stylesheet(), stylesheet(".nightMode")]) {
    const { warnings } = await transform(css, { loader: "css" });
    expect(warnings).toEqual([]);
  }
  expect(stylesheet()).toContain("@media (prefers-color-scheme: dark)");
  expect(stylesheet(".nightMode")).not.toContain("@media");
});

/** @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
