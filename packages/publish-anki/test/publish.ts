import { type CompleteCollection, read } from "@high-recall/apkg";
import { openDatabase as open } from "@high-recall/apkg/node";
import type { Artifact, Curriculum } from "@high-recall/core";
import { partOfKey, type Register, release as releaseContents } from "@high-recall/release";
import { type AnkiProduct, contentsOf, createAnkiPublisher } from "../src/index.ts";

interface Published {
  readonly artifacts: readonly Artifact[];
  readonly notices: readonly string[];
}

/** Publishes, and takes every artifact. */
export async function publish(
  curriculum: Curriculum,
  products: AnkiProduct[],
  register?: Register,
): Promise<Published> {
  const { artifacts, notices } = await createAnkiPublisher({ open, register }).publish(curriculum, products);
  const taken: Artifact[] = [];
  for await (const artifact of artifacts) taken.push(artifact);
  return { artifacts: taken, notices };
}

/** The register after a release of this curriculum. */
export function release(curriculum: Curriculum, last?: Register): Register {
  return releaseContents(curriculum, contentsOf, last);
}

/** The bytes of one package of everything. */
export async function publishAll(curriculum: Curriculum, register?: Register): Promise<Uint8Array> {
  const { artifacts } = await publish(curriculum, [{ path: "anki/all.apkg" }], register);
  const [artifact] = artifacts;
  if (artifact === undefined) throw new Error("Nothing was published");
  return artifact.bytes;
}

export async function readAll(curriculum: Curriculum): Promise<CompleteCollection> {
  return read(await publishAll(curriculum), { open });
}

/** The notes of a register as they are in a package that is not for the long form: the texts of parts are in no field. */
export function asPackaged(notes: Register["items"]): Register["items"] {
  return Object.fromEntries(
    Object.entries(notes).flatMap(([key, { text: _, ...note }]) =>
      partOfKey(key)?.name === "aloud" ? [] : [[key, note] as const],
    ),
  );
}

/** The fields of each note, by key and field. */
export function fieldsByKey(collection: CompleteCollection): Map<string, Map<string, string>> {
  const names = new Map(
    collection.noteTypes.map((noteType) => [noteType.id, noteType.fields.map((each) => each.name)]),
  );
  return new Map(
    collection.notes.map((note) => {
      const fields = new Map(names.get(note.noteType)?.map((name, index) => [name, note.fields[index] ?? ""]));
      return [fields.get("Key") ?? "", fields];
    }),
  );
}
