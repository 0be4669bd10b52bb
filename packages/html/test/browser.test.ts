import { build } from "esbuild";
import { expect, test } from "vitest";
import { renderBlocks } from "../src/index.ts";

test("the package bundles for the browser, and the bundle renders the same", async () => {
  const { outputFiles } = await build({
    entryPoints: [new URL("../src/index.ts", import.meta.url).pathname],
    bundle: true,
    platform: "browser",
    format: "esm",
    write: false,
    logLevel: "silent",
  });
  const source = Buffer.from(outputFiles[0]?.contents ?? []).toString("base64");
  const bundle = await import(`data:text/javascript;base64,${source}`);
  const body = [{ type: "math" as const, value: "\\frac{a}{b}" }, { type: "thematicBreak" as const }];
  expect(bundle.renderBlocks(body, { math: "katex" })).toBe(renderBlocks(body, { math: "katex" }));
});
