import { guidFor, type Note } from "@high-recall/apkg";
import type { Block, Imprint, Inline, Item, Topic } from "@high-recall/core";
import { contentHash, type Dating } from "./dating.ts";
import { type CommonField, commonFields } from "./design.ts";
import { designs, fillNote } from "./designs/designs.ts";
import { type Draw, list, paragraph } from "./draw.ts";
import { noteTypeIdOf } from "./note-type.ts";
import { tagsOf } from "./tags.ts";

/** What a note needs to know besides its item. */
export interface NoteContext {
  readonly edition: Imprint;
  readonly topic: Topic;
  readonly deck: string;
  readonly draw: Draw;
  readonly dating: Dating;
}

/**
 * The guid of an item's note: of the edition's id and the item's oldest id, and of nothing else. So the text, the topic,
 * the kind and even the id (through `formerly`, oldest first) may change, and learners keep their history.
 */
export function guidOf(edition: Pick<Imprint, "id">, item: Pick<Item, "id" | "formerly">): string {
  return guidFor(edition.id, item.formerly[0] ?? item.id);
}

/** The note of an item; nothing for a guide or a path, which are read and not asked. */
export function noteOf(item: Item, context: NoteContext): Note | undefined {
  const { edition, deck, draw, dating } = context;
  const filled = fillNote(item, draw);
  const design = designs.find((each) => each.kind === filled?.kind);
  if (filled === undefined || design === undefined) return undefined;
  const common = commonContent(item, context);
  const guid = guidOf(edition, item);
  const content = {
    noteType: noteTypeIdOf(edition, design),
    fields: [...design.fields.map((field) => filled.own[field] ?? ""), ...commonFields.map((field) => common[field])],
    tags: tagsOf(item, edition),
  };
  const modified = dating({ type: "note", key: guid, name: item.id, hash: contentHash(content) });
  return { guid, deck, ...content, modified };
}

function commonContent(item: Item, { topic, draw }: NoteContext): Record<CommonField, string> {
  return {
    Topic: draw.phrase(topic.title),
    Level: item.difficulty ?? "",
    Sources: draw.blocks(sourceBlocks(item)),
    // For what must be said of an old item, such as that it was retired: an import never deletes a note.
    Notice: "",
    Item: item.id,
    "Spare 1": "",
    "Spare 2": "",
    "Spare 3": "",
  };
}

function sourceBlocks(item: Item): Block[] {
  const links = item.sources.map((source): Inline[] => [
    { type: "link", url: source.url, children: [{ type: "text", value: source.title }] },
  ]);
  const checked: Inline[] = [{ type: "text", value: `Checked on ${item.verified}` }];
  return [
    ...(links.length === 0 ? [] : [list(links)]),
    ...(item.verified === undefined ? [] : [paragraph(...checked)]),
  ];
}
