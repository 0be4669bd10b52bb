// Prints the sample curriculum of the tests, to look at. Usage: node scripts/render-sample.ts [folder]
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readFonts } from "@high-recall/typeset/node";
import { createPdfPublisher, product } from "../src/index.ts";
import { sample } from "../test/sample/curriculum.ts";

const out = process.argv[2] ?? "dist";
const products = [
  { layout: "sheet", path: "cheatsheet-a4.pdf" },
  { layout: "sheet", path: "cheatsheet-letter.pdf", paper: "letter" },
  { layout: "sheet", path: "cheatsheet-a4-bw.pdf", ink: "bw" },
  { layout: "sheet", path: "sheets/{topic}-a4.pdf", each: "topic", pages: 2 },
  { layout: "handbook", path: "handbook-a4.pdf" },
].map((each) => product.parse(each));

const start = performance.now();
const { artifacts, notices } = await createPdfPublisher({ fonts: readFonts() }).publish(sample, products);
for (const { path, bytes } of artifacts) {
  mkdirSync(dirname(join(out, path)), { recursive: true });
  writeFileSync(join(out, path), bytes);
  console.log(`${path}  ${bytes.length} bytes`);
}
for (const notice of notices) console.log(notice);
console.log(`${Math.round(performance.now() - start)} ms`);
