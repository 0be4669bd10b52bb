import { build } from "esbuild";
import { expect, test } from "vitest";
import { createJsonPublisher, JsonProduct } from "../src/index.ts";
import { curriculum } from "./curriculum.ts";

test("the package bundles for the browser, and the bundle makes the same bytes", async () => {
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
  const products = [JsonProduct.parse({})];
  const here = await createJsonPublisher().publish(curriculum, products);
  expect(await bundle.createJsonPublisher().publish(curriculum, products)).toEqual(here);
});
