import * as fc from "fast-check";
import { inflate } from "pako";
import { expect, test } from "vitest";
import { backgroundCompressor } from "../src/node.ts";
import { compress } from "../src/writer/compress.ts";

test("the thread returns the bytes of `compress`, in the order of the requests", async () => {
  const background = backgroundCompressor();
  const streams = Array.from({ length: 100 }, (_, index) =>
    new TextEncoder().encode(`stream ${index} `.repeat(1 + ((index * 37) % 90))),
  );
  const compressed = await Promise.all(streams.map((each) => background(each)));
  expect(compressed.map((each) => [...each])).toEqual(streams.map((each) => [...compress(each)]));
});

test("inflating returns the original bytes", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 5000 }), (bytes) => {
      expect([...inflate(compress(bytes))]).toEqual([...bytes]);
    }),
  );
});
