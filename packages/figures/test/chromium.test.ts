import { existsSync } from "node:fs";
import { figurePalettes, figureRoles } from "@high-recall/core";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readFigure } from "../src/index.ts";
import { samples } from "./samples.ts";
import { toSvg } from "./to-svg.ts";

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const why = existsSync(executablePath) ? "" : ` (skipped: there is no Chromium at ${executablePath})`;

describe.skipIf(why !== "")(`a figure looks as in Chromium${why}`, () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    const args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"];
    browser = await chromium.launch({ executablePath, args });
    page = await browser.newPage();
  }, 60_000);
  afterAll(() => browser?.close());

  test.each(samples)(
    "%s",
    async (_, attributes, body) => {
      const pair = both(attributes, body);
      const { painted, different } = await page.evaluate(compare, pair);
      expect(painted, "pixels that are not blank").toBeGreaterThan(20);
      expect(different, pair.sources[1]).toBeLessThanOrEqual(Math.max(10, painted * 0.002));
    },
    60_000,
  );

  test("a circle that is moved by one pixel is detected", async () => {
    const pair = both('viewBox="0 0 60 40"', '<circle cx="20" cy="20" r="10"/>');
    const [svg = ""] = pair.sources;
    const sources = [svg, svg.replace('viewBox="0 0', 'viewBox="1 0')];
    const { painted, different } = await page.evaluate(compare, { ...pair, sources });
    expect(different).toBeGreaterThan(painted * 0.02);
  }, 60_000);
});

/** A file and our reading of it, both as SVG, and their size. */
interface Pair {
  readonly sources: readonly string[];
  readonly width: number;
  readonly height: number;
}

function both(attributes: string, body: string): Pair {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${body}</svg>`;
  const { figure, drawing, faults } = readFigure("figures/a.svg", new TextEncoder().encode(svg));
  expect(faults).toEqual([]);
  if (!figure || drawing?.kind !== "vector") throw new Error("No drawing");
  const { width, height } = figure;
  return { sources: [withSize(withPalette(svg), width, height), toSvg(drawing, width, height)], width, height };
}

/** The palette of a page, which a figure with roles does not have itself. */
function withPalette(svg: string): string {
  const rules = figureRoles.map((role) => `.${role}{color:${figurePalettes.light[role]}}`).join("");
  return svg.replace(/^<svg[^>]*>/, (tag) => `${tag}<style>${rules}</style>`);
}

/** Sets the size: for an image without one, browsers use that of a page's box. */
function withSize(svg: string, width: number, height: number): string {
  return /^<svg[^>]* width=/.test(svg) ? svg : svg.replace("<svg", `<svg width="${width}" height="${height}"`);
}

/** Runs in the browser: how many pixels the first picture paints, and in how many the second differs clearly. */
async function compare({ sources, width, height }: Pair): Promise<{ painted: number; different: number }> {
  const pictures = await Promise.all(
    sources.map(async (source) => {
      const image = new Image();
      image.src = `data:image/svg+xml,${encodeURIComponent(source)}`;
      await image.decode();
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [width * 2, height * 2];
      const context = canvas.getContext("2d");
      context?.drawImage(image, 0, 0, canvas.width, canvas.height);
      return context?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray();
    }),
  );
  const [theirs = new Uint8ClampedArray(), ours = new Uint8ClampedArray()] = pictures;
  let [painted, different] = [0, 0];
  for (let at = 0; at < theirs.length; at += 4) {
    if ((theirs[at + 3] ?? 0) > 0) painted++;
    const difference = Math.max(
      ...[0, 1, 2, 3].map((part) => Math.abs((theirs[at + part] ?? 0) - (ours[at + part] ?? 0))),
    );
    if (difference > 100) different++;
  }
  return { painted, different: theirs.length === ours.length ? different : theirs.length };
}
