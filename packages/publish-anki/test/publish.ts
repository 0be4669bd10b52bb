import { type CompleteCollection, read } from "@high-recall/apkg";
import { openDatabase as open } from "@high-recall/apkg/node";
import type { Curriculum, Publication } from "@high-recall/core";
import { type AnkiProduct, createAnkiPublisher, type Released } from "../src/index.ts";

export function publish(curriculum: Curriculum, products: AnkiProduct[], released?: Released): Promise<Publication> {
  return createAnkiPublisher({ open, released }).publish(curriculum, products);
}

/** The bytes of one package of everything. */
export async function publishAll(curriculum: Curriculum, released?: Released): Promise<Uint8Array> {
  const { artifacts } = await publish(curriculum, [{ path: "anki/all.apkg" }], released);
  const [artifact] = artifacts;
  if (artifact === undefined) throw new Error("Nothing was published");
  return artifact.bytes;
}

export async function readAll(curriculum: Curriculum): Promise<CompleteCollection> {
  return read(await publishAll(curriculum), { open });
}

/** The fields of each item's note, by item and field. */
export function fieldsByItem(collection: CompleteCollection): Map<string, Map<string, string>> {
  const names = new Map(
    collection.noteTypes.map((noteType) => [noteType.id, noteType.fields.map((each) => each.name)]),
  );
  return new Map(
    collection.notes.map((note) => {
      const fields = new Map(names.get(note.noteType)?.map((name, index) => [name, note.fields[index] ?? ""]));
      return [fields.get("Item") ?? "", fields];
    }),
  );
}
