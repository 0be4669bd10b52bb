// How long a large package takes: node packages/apkg/bench/write.ts [notes]
import { type Collection, check, guidFor, noteTypeId, read, write } from "../src/index.ts";
import { openDatabase as open } from "../src/node.ts";

const count = Number(process.argv[2] ?? 10_000);
const modified = 1_767_225_600;
const id = noteTypeId("bench", "Basic");
const words = "gradient loss bias variance attention softmax kernel prior posterior entropy dropout convex".split(" ");

const collection: Collection = {
  noteTypes: [
    {
      id,
      name: "Bench",
      kind: "standard",
      fields: [{ name: "Front" }, { name: "Back" }],
      templates: [{ name: "Card", question: "{{Front}}", answer: "{{FrontSide}}<hr>{{Back}}" }],
      modified,
    },
  ],
  decks: [{ name: "Bench" }],
  notes: Array.from({ length: count }, (_, index) => ({
    guid: guidFor("bench", String(index)),
    noteType: id,
    deck: "Bench",
    fields: [`<p>${index}: ${sentence(index, 18)}?</p>`, `<p>${sentence(index + 1, 120)}</p>`],
    tags: [`bench::topic::t${index % 5}`, `bench::level::l${index % 3}`],
    modified,
  })),
};

const start = performance.now();
const bytes = write(collection, { open });
const written = performance.now();
read(bytes, { open });
const readBack = performance.now();
const faults = check(bytes, { open, now: modified });
const checked = performance.now();

console.log({
  notes: count,
  faults: faults.length,
  megabytes: round(bytes.length / 1e6),
  writeSeconds: round((written - start) / 1000),
  readSeconds: round((readBack - written) / 1000),
  checkSeconds: round((checked - readBack) / 1000),
  peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
});

/** `length` words chosen by a linear congruential generator. */
function sentence(seed: number, length: number): string {
  let state = seed + 1;
  return Array.from({ length }, () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return words[Math.floor((state / 2 ** 32) * words.length)];
  }).join(" ");
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
