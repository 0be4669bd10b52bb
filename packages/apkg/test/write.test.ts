import { expect, test } from "vitest";
import { type Collection, read, write, writeChunks } from "../src/index.ts";
import { openDatabase, openInFolder } from "../src/node.ts";
import { figure, figureName, sample } from "./samples.ts";

test("a database in a folder, for Node 22, gives the same bytes as one in memory", () => {
  expect(write(sample, { open: openInFolder })).toEqual(write(sample, { open: openDatabase }));
  const bytes = write(sample, { open: openDatabase });
  expect(read(bytes, { open: openInFolder })).toEqual(read(bytes, { open: openDatabase }));
});

test("the chunks of a package, joined, are its bytes", () => {
  const chunks = [...writeChunks(sample, { open: openDatabase })];
  expect(chunks.length).toBeGreaterThan(1);
  expect(Buffer.concat(chunks)).toEqual(Buffer.from(write(sample, { open: openDatabase })));
});

test("a media file is read once, after the notes are written", () => {
  const asked: number[] = [];
  let chunks = 0;
  const media = [
    {
      name: figureName,
      get bytes() {
        asked.push(chunks);
        return figure;
      },
    },
  ];
  const collection: Collection = { ...sample, media };
  for (const chunk of writeChunks(collection, { open: openDatabase })) chunks += chunk.length > 0 ? 1 : 0;
  expect(asked).toHaveLength(1);
  expect(asked[0]).toBeGreaterThan(0);
});
