import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { readFonts } from "@high-recall/typeset/node";
import { build } from "esbuild";
import { expect, test } from "vitest";
import * as inNode from "../src/index.ts";
import { sample } from "./sample/curriculum.ts";

test("a browser bundle makes the same bytes as Node", async () => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("../src/index.ts", import.meta.url))],
    bundle: true,
    write: false,
    platform: "browser",
    format: "esm",
    logLevel: "silent",
  });
  const folder = await mkdtemp(join(tmpdir(), "publish-pdf-"));
  try {
    const file = join(folder, "bundle.mjs");
    await writeFile(file, outputFiles[0]?.contents ?? "");
    const inBrowser: typeof inNode = await import(pathToFileURL(file).href);
    const products = [
      inNode.product.parse({ layout: "sheet", path: "a.pdf" }),
      inNode.product.parse({ layout: "handbook", path: "b.pdf" }),
    ];
    const fonts = readFonts();
    const publications = [
      await inNode.createPdfPublisher({ fonts }).publish(sample, products),
      await inBrowser.createPdfPublisher({ fonts }).publish(sample, products),
    ];
    const [first = [], second = []] = publications.map(({ artifacts }) => artifacts);
    expect(second.length).toBe(2);
    second.forEach(({ bytes }, index) => {
      expect(Buffer.compare(bytes, first[index]?.bytes ?? new Uint8Array())).toBe(0);
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
