// Draws the pages that test/pages.test.ts compares, after a change of their look that is wanted.
// Usage: node scripts/draw-pages.ts   (writes test/fixtures/pages/*.png; look at them before you commit them)
import { mkdirSync, writeFileSync } from "node:fs";
import { drawPages, pictureUrl } from "../test/support/pages.ts";
import { writePicture } from "../test/support/rasterize.ts";

mkdirSync(new URL(".", pictureUrl("sheet")), { recursive: true });
for (const [name, pixels] of await drawPages()) {
  const png = writePicture(pixels);
  writeFileSync(pictureUrl(name), png);
  console.log(`${name}.png  ${png.length} bytes`);
}
