import { readFileSync } from "node:fs";
import { type Collection, guidFor, noteTypeId } from "../../../packages/apkg/src/index.ts";
import type { BenchNote } from "../notes.ts";

const modified = 1_767_225_600;

/** The notes of a file as a collection of our own library. */
export function readCollection(file: string): Collection {
  const notes = JSON.parse(readFileSync(file, "utf8")) as BenchNote[];
  const id = noteTypeId("bench", "Basic");
  return {
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
    notes: notes.map(({ id: name, front, back, tags }) => ({
      guid: guidFor("bench", name),
      noteType: id,
      deck: "Bench",
      fields: [front, back],
      tags,
      modified,
    })),
  };
}
