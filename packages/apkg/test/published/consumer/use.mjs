import { createHash } from "node:crypto";
import { check, guidFor, noteTypeId, read, write } from "@high-recall/apkg";
import { AnkiExport } from "@high-recall/apkg/anki-apkg-export";
import { openWithSqlJs } from "@high-recall/apkg/browser";
import { openDatabase } from "@high-recall/apkg/node";
import initSqlJs from "sql.js";

const modified = 1767225600;
const id = noteTypeId("example.org", "Basic");
const collection = {
  noteTypes: [
    {
      id,
      name: "Basic",
      kind: "standard",
      fields: [{ name: "Front" }, { name: "Back" }],
      templates: [{ name: "Card", question: "{{Front}}", answer: "{{Back}}" }],
      modified,
    },
  ],
  decks: [{ name: "Words" }],
  notes: Array.from({ length: 100 }, (_, number) => ({
    guid: guidFor("example.org", `word-${number}`),
    noteType: id,
    deck: "Words",
    fields: [`Word ${number}`, "Meaning"],
    modified,
  })),
};

const bytes = write(collection, { open: openDatabase });
const same = write(collection, { open: openWithSqlJs(await initSqlJs()) });
if (Buffer.compare(bytes, same) !== 0) throw new Error("sql.js writes other bytes");
if (read(bytes, { open: openDatabase }).notes.length !== 100) throw new Error("Notes are missing");
const faults = check(bytes, { open: openDatabase, now: modified });
if (faults.length > 0) throw new Error(JSON.stringify(faults));
const drop = new AnkiExport("Words");
drop.addCard("front", "back", { tags: ["a tag"] });
if (read(await drop.save(), { open: openDatabase }).notes.length !== 1) throw new Error("The card is missing");
console.log(createHash("sha256").update(bytes).digest("hex").slice(0, 16));
