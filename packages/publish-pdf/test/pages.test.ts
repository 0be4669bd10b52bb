import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { drawPages, pictureUrl } from "./support/pages.ts";
import { difference, type Pixels, readPicture } from "./support/rasterize.ts";

/** Share of pixels that may differ: antialiasing varies a little between platforms, a moved line changes more. */
const tolerance = 0.002;

const drawn = await drawPages();

describe.each([...drawn])("the page %s", (name, pixels) => {
  test("looks like the committed picture", async () => {
    const picture = await readPicture(readFileSync(pictureUrl(name)));
    expect(difference(pixels, picture)).toBeLessThan(tolerance);
  });

  test("differs from it if moved by a pixel", async () => {
    const picture = await readPicture(readFileSync(pictureUrl(name)));
    expect(difference(moved(pixels), picture)).toBeGreaterThan(tolerance);
  });
});

test("pictures of different sizes differ completely", () => {
  const [first] = [...drawn.values()];
  if (!first) throw new Error("No page was drawn");
  expect(difference(first, { ...first, width: first.width + 1 })).toBe(1);
});

/** The page, one pixel lower. */
function moved({ width, height, data }: Pixels): Pixels {
  const lower = new Uint8ClampedArray(data.length).fill(255);
  lower.set(data.subarray(0, data.length - 4 * width), 4 * width);
  return { width, height, data: lower };
}
