import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readFigure } from "../packages/figures/src/index.ts";
import { inlineFigure } from "../packages/html/src/inline-figure.ts";
import { artworkOf, type Drawing, openFonts } from "../packages/typeset/src/index.ts";
import { readFonts } from "../packages/typeset/src/node.ts";

/** Figures with a script: whether every output can draw them in its own colours, and a reader can read them. */

const content = new URL("../content/", import.meta.url);
const fonts = openFonts(readFonts());
const scripted = readdirSync(content).flatMap((topic) => {
  const folder = new URL(`${topic}/figures/`, content);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".py")) : [];
  return names.map((name) => `${topic}/figures/${name.replace(/\.py$/, ".svg")}`);
});

describe.each(scripted)("%s", (path) => {
  const bytes = readFileSync(new URL(path, content));
  const { figure, drawing, faults } = readFigure(path.replace(/^.*(?=figures\/)/, ""), bytes);
  if (!figure || drawing?.kind !== "vector") throw new Error(`Cannot read ${path}`);

  test("has colours of roles only, so that it can be part of a page", () => {
    expect(faults).toEqual([]);
    expect(inlineFigure(bytes.toString("utf8"), "")).toBeDefined();
  });

  test("fits beside text (158 wide) or in a column (320 at most), and is no taller than 230", () => {
    expect(figure.width <= 158 || (figure.width > 260 && figure.width <= 320), `${figure.width} wide`).toBe(true);
    expect(figure.height).toBeLessThanOrEqual(230);
  });

  test("has text of at least 11, inside the figure, and no text on other text", () => {
    const artwork = artworkOf(figure, fonts, false);
    if (artwork.kind !== "vector") throw new Error("No drawing");
    const texts = textsOf(artwork.drawings).map(({ text, x, y, width, size }) => {
      expect(size, text).toBeGreaterThanOrEqual(11);
      return { text, left: x, right: x + width, top: y - 8, bottom: y + 1.5 };
    });
    for (const [index, one] of texts.entries()) {
      expect(one.left >= 0 && one.right <= figure.width && one.top >= 0 && one.bottom <= figure.height, one.text).toBe(
        true,
      );
      const other = texts
        .slice(index + 1)
        .find(
          ({ left, right, top, bottom }) =>
            left < one.right && one.left < right && top < one.bottom && one.top < bottom,
        );
      expect(other?.text, `on ${one.text}`).toBeUndefined();
    }
  });
});

function textsOf(drawings: readonly Drawing[]): Extract<Drawing, { kind: "text" }>[] {
  return drawings.flatMap((each) =>
    each.kind === "text" ? [each] : each.kind === "group" ? textsOf(each.drawings) : [],
  );
}
