import { guidFor, type Note } from "@high-recall/apkg";
import { type FindItem, followUpCards, relationsOf, tagsOf } from "@high-recall/cards";
import {
  type Block,
  bulletList,
  type Imprint,
  type Inline,
  type Item,
  isAsked,
  nodesOf,
  paragraph,
  plainText,
  type Topic,
  text,
} from "@high-recall/core";
import type { InlineFigure } from "@high-recall/figures";
import {
  dateOf,
  findReleased,
  type PartName,
  type PartNote,
  partNotes,
  type Register,
  type ReleasedNote,
  secondsOf,
} from "@high-recall/release";
import { clozeTexts } from "./cloze.ts";
import { type Decks, deckOf } from "./decks.ts";
import { commonFields, type Fields, type NoteDesign } from "./design.ts";
import { aloud, fillAloud } from "./designs/aloud.ts";
import { cloze, fillCloze } from "./designs/cloze.ts";
import { code, fillCode } from "./designs/code.ts";
import { figure, fillFigure, mostParts } from "./designs/figure.ts";
import { fillFollowUp, followUp } from "./designs/follow-up.ts";
import { fillFormula, formula } from "./designs/formula.ts";
import { fillPitfall, pitfall } from "./designs/pitfall.ts";
import { fillQuestion, question } from "./designs/question.ts";
import { fillTerm, term } from "./designs/term.ts";
import type { Draw } from "./draw.ts";
import { contentHash } from "./hash.ts";
import { noteTypeIdOf } from "./note-type.ts";

/** What a note depends on besides its item. */
export interface NoteContext {
  readonly edition: Imprint;
  readonly topic: Topic;
  readonly decks: Decks;
  readonly draw: Draw;
  /** Finds an item that is referred to. */
  readonly find: FindItem;
  /** The drawing of an image, if its parts can be hidden and no item before this one asks for them. */
  readonly drawingOf: (item: Item, path: string) => InlineFigure | undefined;
  readonly register: Register | undefined;
}

/** A note, its key in the register, and for a part the text by which the next release finds it again. */
export interface KeyedNote {
  readonly key: string;
  readonly text: string | undefined;
  readonly note: Note;
}

/**
 * The guid of an item's own note: its released one, else one made of the edition's id and the item's oldest id alone. So the
 * text, the topic and even the id (through `formerly`) may change, and learners keep their history.
 */
export function guidOf(
  edition: Pick<Imprint, "id">,
  item: Pick<Item, "id" | "formerly">,
  register?: Register | undefined,
): string {
  return findReleased(register, item)?.guid ?? guidFor(edition.id, item.formerly[0] ?? item.id);
}

/** The notes of an item, its own first; none for guides and paths. */
export function notesOfItem(item: Item, context: NoteContext): KeyedNote[] {
  if (!isAsked(item.kind)) return [];
  return [...ownNotes(item, context), ...partsOf(item, context)];
}

/** The note of an item, and for a formula that of each relation. */
function ownNotes(item: Item, context: NoteContext): KeyedNote[] {
  const { draw } = context;
  const own = (design: NoteDesign, fields: Fields) => {
    const before = findReleased(context.register, item);
    return [compose(item, context, design, { key: item.id, oldestKey: oldestOf(item), before }, undefined, fields)];
  };
  switch (item.kind) {
    case "question":
      return own(question, fillQuestion(item, draw));
    case "formula": {
      const relations = relationsOf(item.tex);
      return parts(item, context, "relation", formula, relations, {
        textOf: ({ tex }) => tex,
        fill: (relation, { key }) => fillFormula(item, relation, { relations, isOwn: key === item.id }, draw),
      });
    }
    case "code":
      return own(code, fillCode(item, draw));
    case "term":
      return own(term, fillTerm(item, draw));
    case "pitfall":
      return own(pitfall, fillPitfall(item, draw));
    default:
      return [];
  }
}

/** Notes of what an item asks besides itself. */
function partsOf(item: Item, context: NoteContext): KeyedNote[] {
  const { draw, find, drawingOf } = context;
  const figures = nodesOf(item.lead, "image").flatMap(({ url }) => {
    const drawing = drawingOf(item, url);
    return (drawing?.parts ?? []).slice(0, mostParts).map((part, index) => ({ url, drawing, part, index }));
  });
  return [
    ...(item.kind === "question"
      ? parts(item, context, "follow-up", followUp, followUpCards(item, find), {
          textOf: (card) => plainText(card.question),
          fill: (card) => fillFollowUp(item, card, draw),
        })
      : []),
    ...parts(item, context, "cloze", cloze, clozeTexts(item.lead), {
      textOf: (sentence) => sentence.text,
      fill: (sentence, { before }) => fillCloze(item, sentence, before?.cards ?? 0, draw),
    }),
    ...parts(item, context, "figure", figure, figures, {
      textOf: ({ part }) => part.name,
      fill: ({ drawing, index }) => (drawing === undefined ? {} : fillFigure(item, drawing, index, draw)),
    }),
    ...(item.kind === "question"
      ? parts(item, context, "aloud", aloud, [item], {
          textOf: ({ title }) => title.text,
          fill: () => fillAloud(item, draw),
        })
      : []),
  ];
}

/** The notes of the parts of one name, each under the key that it has in the register. */
function parts<Part>(
  item: Item,
  context: NoteContext,
  name: PartName,
  design: NoteDesign,
  all: readonly Part[],
  { textOf, fill }: { textOf: (part: Part) => string; fill: (part: Part, note: PartNote) => Fields },
): KeyedNote[] {
  const texts = all.map(textOf);
  const notes = partNotes(context.register, item, name, texts);
  return all.flatMap((part, index) => {
    const note = notes[index];
    return note === undefined ? [] : [compose(item, context, design, note, texts[index], fill(part, note), name)];
  });
}

function compose(
  item: Item,
  context: NoteContext,
  design: NoteDesign,
  { key, oldestKey, before }: PartNote,
  text: string | undefined,
  fields: Fields,
  name?: PartName,
): KeyedNote {
  const { edition, decks } = context;
  const note = composeNote({
    edition,
    design,
    guid: before?.guid ?? guidFor(edition.id, oldestKey),
    deck: deckOf(decks, context.topic.id, name),
    fields: { ...fields, ...commonContent(item, context), Key: key },
    tags: tagsOf(item, edition),
    before,
  });
  return { key, text, note };
}

function oldestOf(item: Item): string {
  return item.formerly[0] ?? item.id;
}

/** What a note is made of. */
export interface NoteParts {
  readonly edition: Imprint;
  readonly design: NoteDesign;
  readonly guid: string;
  readonly deck: string;
  /** By name; a missing one is empty. */
  readonly fields: Fields;
  readonly tags: readonly string[];
  readonly before: ReleasedNote | undefined;
}

/** Puts the fields in order and dates the note by its content. */
export function composeNote({ edition, design, guid, deck, fields, tags, before }: NoteParts): Note {
  const content = {
    noteType: noteTypeIdOf(edition, design),
    fields: [...design.fields, ...commonFields].map((field) => fields[field] ?? ""),
    tags,
  };
  return { guid, deck, ...content, modified: dateOf(before, hashOfNote(content), secondsOf(edition.date)) };
}

/** Hash of all of a note that an update replaces, normalised as a package holds it, so that both give the same. */
export function hashOfNote({ noteType, fields, tags = [] }: Pick<Note, "noteType" | "fields" | "tags">): string {
  const normal = (texts: readonly string[]) => texts.map((text) => text.normalize("NFC"));
  return contentHash({ noteType, fields: normal(fields), tags: [...new Set(normal(tags))].sort() });
}

function commonContent(item: Item, { topic, draw }: NoteContext): Fields {
  return {
    Topic: draw.phrase(topic.title),
    "Topic id": topic.id,
    Level: item.difficulty ?? "",
    Sources: draw.blocks(sourceBlocks(item)),
    Item: item.id,
  };
}

function sourceBlocks(item: Item): Block[] {
  const links = item.sources.map((source): Inline[] => [
    { type: "link", url: source.url, children: [text(source.title)] },
  ]);
  return [
    ...(links.length === 0 ? [] : [bulletList(links)]),
    ...(item.verified === undefined ? [] : [paragraph(text(`Checked on ${item.verified}`))]),
  ];
}
