import type { Curriculum, Figure, Item } from "@high-recall/core";
import { readFonts } from "@high-recall/typeset/node";
import { expect, test } from "vitest";
import { createPdfPublisher, product } from "../src/index.ts";
import { linkedItems, measuredItems } from "../src/shared/measured-items.ts";
import { itemLink, paragraph, text } from "./sample/build.ts";
import { sample } from "./sample/curriculum.ts";

const fonts = readFonts();
const sheet = product.parse({ layout: "sheet", path: "sheet.pdf" });
const none: readonly Figure[] = [];
const always = (_: string) => true;
const item = sample.topics[0]?.items[0];
if (!item) throw new Error("The sample has no item");

/** The sample without its last topic: links to it become plain text. */
const [, ...others] = [...sample.topics].reverse();
const shorter: Curriculum = { ...sample, topics: others.reverse() };

test("a used publisher makes the same bytes as a new one", async () => {
  const bytesOf = async (publisher: ReturnType<typeof createPdfPublisher>, curriculum: Curriculum) =>
    (await publisher.publish(curriculum, [sheet])).artifacts[0]?.bytes;
  const used = createPdfPublisher({ fonts });
  for (const curriculum of [sample, shorter, sample]) {
    expect(await bytesOf(used, curriculum)).toEqual(await bytesOf(createPdfPublisher({ fonts }), curriculum));
  }
});

test("measures an item once per setting, and again if its figures change", () => {
  const { ask, measured } = counting();
  for (const setting of ["a", "a", "b", "a", "b"]) ask(setting);
  expect(measured).toEqual(["a", "b"]);
  ask("a", []);
  expect(measured).toEqual(["a", "b", "a"]);
});

test("remembers the last few settings of an item", () => {
  const { ask, measured } = counting();
  for (let setting = 0; setting < 100; setting++) ask(String(setting));
  ask("99");
  expect(measured).toHaveLength(100);
  ask("0");
  expect(measured).toHaveLength(101);
});

test("forgets what the last publication did not ask for", () => {
  const { ask, measured, memory } = counting();
  ask("a");
  memory.startPublication();
  ask("a");
  expect(measured).toEqual(["a"]);
  memory.startPublication();
  memory.startPublication();
  ask("a");
  expect(measured).toEqual(["a", "a"]);
});

test("remembers a limited number of items", () => {
  const memory = measuredItems();
  const many = Array.from({ length: 5000 }, () => ({ ...item }) as Item);
  const measuredOf = () => {
    let measured = 0;
    memory.startPublication();
    for (const each of many) {
      memory.slicesOf(each, { figures: none, hasItem: () => true, style: "a" }, () => {
        measured += 1;
        return [];
      });
    }
    return measured;
  };
  expect([measuredOf(), measuredOf()]).toEqual([5000, 2000]);
});

test("measures an item again only if one of its own links changes", () => {
  const linking = { ...item, lead: [paragraph([itemLink("first")])] } as Item;
  const { ask, measured } = counting(linking);
  ask("a", none, (id) => id === "first");
  ask("a", none, (id) => id === "first" || id === "second");
  expect(measured).toHaveLength(1);
  ask("a", none, () => false);
  expect(measured).toHaveLength(2);
});

/** A memory for one item, and the settings in which it measured. */
function counting(asked = item as Item) {
  const memory = measuredItems();
  const measured: string[] = [];
  const ask = (style: string, figures = none, hasItem = always) =>
    memory.slicesOf(asked, { figures, hasItem, style }, () => {
      measured.push(style);
      return [];
    });
  return { ask, measured, memory };
}

test("finds links anywhere in an item", () => {
  const lead = [paragraph([text("See "), itemLink("first"), { type: "strong", children: [itemLink("second")] }])];
  expect(linkedItems({ ...item, lead } as typeof item)).toEqual(expect.arrayContaining(["first", "second"]));
});
