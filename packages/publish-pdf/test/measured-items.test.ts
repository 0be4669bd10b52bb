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

/** The sample without its last item: what linked to it is plain text. */
const [, ...others] = [...sample.topics].reverse();
const shorter: Curriculum = { ...sample, topics: others.reverse() };

test("what a publisher remembers does not show in what it makes", async () => {
  const bytesOf = async (publisher: ReturnType<typeof createPdfPublisher>, curriculum: Curriculum) =>
    (await publisher.publish(curriculum, [sheet])).artifacts[0]?.bytes;
  const used = createPdfPublisher({ fonts });
  for (const curriculum of [sample, shorter, sample]) {
    expect(await bytesOf(used, curriculum)).toEqual(await bytesOf(createPdfPublisher({ fonts }), curriculum));
  }
});

test("an item is measured once in a setting, and again when the setting or its figures are others", () => {
  const { ask, measured } = counting();
  for (const setting of ["a", "a", "b", "a", "b"]) ask(setting);
  expect(measured).toEqual(["a", "b"]);
  ask("a", []);
  expect(measured).toEqual(["a", "b", "a"]);
});

test("of many settings the last few are remembered", () => {
  const { ask, measured } = counting();
  for (let setting = 0; setting < 100; setting++) ask(String(setting));
  ask("99");
  expect(measured).toHaveLength(100);
  ask("0");
  expect(measured).toHaveLength(101);
});

test("what a publication did not ask for is forgotten with the next one", () => {
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

test("of very many items the first are remembered", () => {
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

test("an item is measured again when one of its links leads elsewhere, not when another item comes or goes", () => {
  const linking = { ...item, lead: [paragraph([itemLink("first")])] } as Item;
  const { ask, measured } = counting(linking);
  ask("a", none, (id) => id === "first");
  ask("a", none, (id) => id === "first" || id === "second");
  expect(measured).toHaveLength(1);
  ask("a", none, () => false);
  expect(measured).toHaveLength(2);
});

/** A memory that is asked for one item, and the settings in which it had to measure. */
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

test("links are found wherever they stand in an item", () => {
  const lead = [paragraph([text("See "), itemLink("first"), { type: "strong", children: [itemLink("second")] }])];
  expect(linkedItems({ ...item, lead } as typeof item)).toEqual(expect.arrayContaining(["first", "second"]));
});
