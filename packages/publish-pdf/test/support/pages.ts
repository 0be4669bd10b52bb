import { readFonts } from "@high-recall/typeset/node";
import { createPdfPublisher, product } from "../../src/index.ts";
import { sample } from "../sample/curriculum.ts";
import { type Pixels, rasterize } from "./rasterize.ts";

/** Pages of the sample that are compared with committed pictures. */
const pages = [
  { name: "sheet", layout: "sheet", ink: "colour", page: 1 },
  { name: "sheet-bw", layout: "sheet", ink: "bw", page: 1 },
  { name: "handbook-cover", layout: "handbook", ink: "colour", page: 1 },
  { name: "handbook-item", layout: "handbook", ink: "colour", page: 3 },
] as const;

/** The pages, drawn, by name. */
export async function drawPages(): Promise<ReadonlyMap<string, Pixels>> {
  const publisher = createPdfPublisher({ fonts: readFonts() });
  const drawn = new Map<string, Pixels>();
  for (const { name, layout, ink, page } of pages) {
    const { artifacts } = await publisher.publish(sample, [product.parse({ layout, ink, path: "page.pdf" })]);
    drawn.set(name, await rasterize(artifacts[0]?.bytes ?? new Uint8Array(), page));
  }
  return drawn;
}

/** Where the picture of a page is. */
export function pictureUrl(name: string): URL {
  return new URL(`../fixtures/pages/${name}.png`, import.meta.url);
}
