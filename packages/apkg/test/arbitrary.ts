import fc from "fast-check";
import { type Collection, guidFor, mediaName } from "../src/index.ts";

const date = fc.integer({ min: 1_000_000_000, max: 1_800_000_000 });

/** Text of any script, without control characters and lone surrogates, which are refused. */
export const text = fc
  .string({ unit: "binary", maxLength: 30 })
  .map((value) => value.replace(/(?![\t\n])\p{Cc}/gu, ""));

/** HTML that shows something and refers to no media. */
const html = text.map(
  (value) => `<p>${value.replaceAll("<", "&lt;").replaceAll("[", "&#91;").replaceAll("{", "&#123;")}`,
);

const word = fc.stringMatching(/^[a-zA-Z0-9éüßжש中-]{1,8}$/);

const deckName = fc
  .array(word, { minLength: 1, maxLength: 3 })
  // Levels, and parents that are added, that differ in case only are refused.
  .map((levels) => ["Deck", ...levels.map((level) => level.toLowerCase().toUpperCase())].join("::"));

/** A collection that `write` accepts. */
export const collection: fc.Arbitrary<Collection> = fc
  .record({
    decks: fc.uniqueArray(deckName, {
      minLength: 1,
      maxLength: 4,
      selector: (name) => name.normalize("NFC").toLowerCase(),
    }),
    description: text,
    css: text,
    fieldCount: fc.integer({ min: 1, max: 4 }),
    notes: fc.array(
      fc.record({
        kind: fc.constantFrom(0, 1),
        deck: fc.nat(),
        fields: fc.array(html, { minLength: 4, maxLength: 4 }),
        tags: fc.uniqueArray(word, { maxLength: 4, selector: (tag) => tag.normalize("NFC").toLowerCase() }),
        modified: date,
        clozes: fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 4 }),
        media: fc.option(fc.uint8Array({ maxLength: 40 }), { nil: undefined }),
      }),
      { maxLength: 12 },
    ),
    noteTypeDate: date,
  })
  .map(({ decks, description, css, fieldCount, notes, noteTypeDate }) => {
    const kinds = ["standard", "cloze"] as const;
    const media = new Map<string, Uint8Array>();
    return {
      noteTypes: kinds.map((kind, index) => ({
        id: 1_500_000_000_000 + index,
        name: kind,
        kind,
        css,
        fields: Array.from({ length: fieldCount }, (_, position) => ({ name: `Field ${position}` })),
        templates: [{ name: "Card", question: "{{cloze:Field 0}}", answer: "{{cloze:Field 0}}" }],
        modified: noteTypeDate,
      })),
      decks: decks.map((name) => ({ name, description })),
      notes: notes.map((note, index) => {
        const fields = note.fields.slice(0, fieldCount);
        if (note.kind === 1) fields[0] += note.clozes.map((number) => `{{c${number}::x}}`).join(" ");
        if (note.media !== undefined) {
          const name = mediaName("picture.bin", note.media);
          media.set(name, note.media);
          fields[0] += `<img src="${name}">`;
        }
        return {
          guid: guidFor("law", String(index)),
          noteType: 1_500_000_000_000 + note.kind,
          deck: decks[note.deck % decks.length] ?? "",
          fields,
          tags: note.tags,
          modified: note.modified,
        };
      }),
      media: [...media].map(([name, bytes]) => ({ name, bytes })),
    };
  });
