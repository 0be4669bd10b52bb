// Packages for upgrade.py: node make.ts chain|parts|first|second|hostile folder [seed]
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type CompleteCollection, read } from "@high-recall/apkg";
import { openDatabase as open } from "@high-recall/apkg/node";
import {
  bulletList,
  type Curriculum,
  type Inline,
  type Item,
  itemsOf,
  type ListItem,
  plainText,
} from "@high-recall/core";
import { Register, type ReleasedNote } from "@high-recall/release";
import fc from "fast-check";
import { curriculum, hostile, phrase, text } from "../curriculum.ts";
import { chains, curriculaOf } from "../releases/arbitrary.ts";
import {
  dated,
  fixTypo,
  followUp,
  mark,
  mendFollowUp,
  moveKeyLines,
  rename,
  retire,
  withEdition,
  withFollowUps,
  withItem,
  withNewItem,
} from "../releases/edit.ts";
import { type Release, releaseOf } from "../releases/packages.ts";

/** What upgrade.py expects of a release; notes are named by their guids. */
interface Expected {
  /** For learners who have an earlier release, and for new ones. */
  readonly update: string;
  readonly main: string;
  /** Seconds since 1970. */
  readonly date: number;
  readonly notes: Readonly<Record<string, { fields: readonly string[]; tags: readonly string[]; modified: number }>>;
  readonly retired: readonly string[];
  readonly added: readonly string[];
  readonly changed: readonly string[];
}

const [what = "", folder = ".", seed = "1"] = process.argv.slice(2);
const register = join(folder, "released.json");

switch (what) {
  case "chain": {
    const [steps = []] = fc.sample(chains, { seed: Number(seed), numRuns: 1 });
    const releases: Release[] = [];
    for (const each of curriculaOf(steps)) releases.push(await releaseOf(each, releases.at(-1)?.register));
    write(releases.map((release, index) => save(release, index + 1, releases[index - 1]?.register)));
    break;
  }
  case "parts": {
    const releases: Release[] = [];
    for (const each of editedParts()) releases.push(await releaseOf(each, releases.at(-1)?.register));
    write(releases.map((release, index) => save(release, index + 1, releases[index - 1]?.register)));
    break;
  }
  case "first": {
    const release = await releaseOf(large());
    writeFileSync(register, JSON.stringify(release.register));
    write([save(release, 1, undefined)]);
    break;
  }
  case "second": {
    const before = Register.parse(JSON.parse(readFileSync(register, "utf8")));
    write([save(await releaseOf(edited(large()), before), 2, before)]);
    break;
  }
  case "hostile": {
    const release = await releaseOf(hostileEverywhere());
    write([save(release, 1, undefined)]);
    writeFileSync(join(folder, "texts.json"), JSON.stringify(hostile));
    break;
  }
  default:
    throw new Error("Expected chain, parts, first, second or hostile, then a folder");
}

function write(releases: readonly Expected[]): void {
  writeFileSync(join(folder, `${what}.json`), JSON.stringify(releases));
}

function save(release: Release, number: number, before: Register | undefined): Expected {
  const [main, update] = [`${what}-${number}.apkg`, `${what}-${number}-update.apkg`].map((name) => join(folder, name));
  writeFileSync(main ?? "", release.main);
  writeFileSync(update ?? "", release.update);
  const collection: CompleteCollection = read(release.update, { open });
  const { retired } = release.register;
  const old = new Map(notesOf(before).map(({ guid, hash }) => [guid, hash]));
  // The long form is in packages of its own.
  const packaged = new Set(collection.notes.map(({ guid }) => guid));
  const notes = notesOf(release.register).filter(({ guid }) => packaged.has(guid));
  return {
    main: main ?? "",
    update: update ?? "",
    date: Date.parse(release.register.date) / 1000,
    notes: Object.fromEntries(
      collection.notes.map(({ guid, fields, tags, modified }) => [guid, { fields, tags, modified }]),
    ),
    retired: Object.values(retired).flatMap(({ guid }) => (packaged.has(guid) ? [guid] : [])),
    added: notes.filter(({ guid }) => !old.has(guid)).map(({ guid }) => guid),
    changed: notes.filter(({ guid, hash }) => old.has(guid) && old.get(guid) !== hash).map(({ guid }) => guid),
  };
}

function notesOf(register: Register | undefined): ReleasedNote[] {
  return [register?.items ?? {}, register?.retired ?? {}].flatMap((notes) => Object.values(notes));
}

/** The test curriculum with six more items of each kind. */
function large(): Curriculum {
  const models = itemsOf(curriculum).filter(({ kind, id }) => kind !== "guide" && kind !== "path" && id !== "hostile");
  let grown = curriculum;
  for (let number = 1; number <= 6; number++) {
    for (const model of models) grown = withNewItem(grown, likeness(model, `${model.id}-${number}`));
  }
  // Items with marks in their leads, and how many.
  const marked = [
    ["term", 2],
    ["first-3", 3],
    ["formula-3", 1],
    ["code-3", 2],
    ["pitfall-3", 1],
    ["term-3", 2],
  ] as const;
  for (const [id, marks] of marked) grown = mark(grown, id, marks);
  return grown;
}

function likeness(model: Item, id: string): Item {
  return { ...model, id, title: phrase(text(`The ${model.kind} ${id}`)), formerly: [], related: [], after: [] };
}

/** A second release: fixes typos, renames an item, changes its tags, retires one, adds ten; adds and removes marks. */
function edited(first: Curriculum): Curriculum {
  let next = withEdition(dated(first, "2026-12-24"), { version: "2.0.0" });
  for (const id of ["first-1", "term-1", "code-1"]) next = fixTypo(next, id, "(typo fixed)");
  next = rename(next, "formula-1", "formula-one");
  next = withItem(next, "pitfall-1", ({ tags }) => ({ tags: [...tags, "another"] }));
  next = retire(next, "formula-2", "formula-one");
  next = mark(mark(mark(next, "first-3", 1), "pitfall-3", 3), "code-3", 0);
  next = mark(next, "code-4", 2);
  const models = ["first", "formula", "code", "term", "pitfall"];
  for (let number = 0; number < 10; number++) {
    const model = itemsOf(first).find(({ id }) => id === models[number % models.length]);
    if (model !== undefined) next = withNewItem(next, likeness(model, `added-${number}`));
  }
  return next;
}

/** Five releases in which follow-ups are mended, turned round, removed, brought back and added, and key lines are moved. */
function editedParts(): Curriculum[] {
  const start = large();
  const questions = itemsOf(start).filter(({ kind, id }) => kind === "question" && id !== "hostile");
  const samples = itemsOf(start).filter(({ kind }) => kind === "code");
  const everywhere = (given: Curriculum, change: (entries: readonly ListItem[]) => readonly ListItem[]) =>
    questions.reduce((all, { id }) => withFollowUps(all, id, change), given);
  const moved = (given: Curriculum, lines: readonly number[]) =>
    samples.reduce((all, { id }) => moveKeyLines(all, id, lines), given);
  const mended = moved(
    everywhere(start, (entries) => entries.map((entry) => mendFollowUp(entry, "then"))),
    [2],
  );
  const turned = moved(
    everywhere(mended, (entries) => entries.toReversed()),
    [1, 2],
  );
  const shortened = everywhere(turned, (entries) => entries.slice(1));
  const grown = moved(
    everywhere(turned, (entries) => [
      followUp("Who asked this first?"),
      ...entries.map((entry) => mendFollowUp(entry, "now")),
    ]),
    [1],
  );
  return [start, mended, turned, shortened, grown].map((each, index) =>
    withEdition(dated(each, `2026-12-${20 + index}`), { version: `${index + 1}.0.0` }),
  );
}

/** The test curriculum with text everywhere that Anki, MathJax or a browser would interpret. */
function hostileEverywhere(): Curriculum {
  const words = phrase(...hostile.flatMap((value) => [text(value), text(" ")]));
  const paragraphOf = (...children: Inline[]) => ({ type: "paragraph" as const, children });
  const paragraph = paragraphOf(...words.children);
  const ends: Inline[] = ["}}", "::", "}"].map((value) => ({ type: "inlineCode", value }));
  const tex: Inline = { type: "inlineMath", value: "\\frac{a}{\\sqrt{b}}" };
  const gap = paragraphOf({ type: "mark", children: [...words.children, tex, ...ends] });
  const code = (lang: string) => ({
    type: "code" as const,
    lang,
    value: hostile.join("\n"),
    data: { tokens: hostile.map((value) => [{ text: value }]) },
  });
  const topics = curriculum.topics.map((topic) => ({
    ...topic,
    title: words,
    summary: words,
    items: topic.items.map((item): Item => {
      const common = {
        title: words,
        lead: item.kind === "code" ? [paragraph, code("python"), code("output")] : [paragraph],
        ...("short" in item ? { short: words } : {}),
        sections: item.sections.map((section) => ({
          ...section,
          blocks:
            section.name === "follow-ups"
              ? [bulletList([[...words.children, text("is what? It is "), ...words.children]])]
              : [paragraph, code("text")],
        })),
        sources: [{ title: plainText(words.children), url: "https://example.org/" }],
      };
      switch (item.kind) {
        case "question":
          return { ...item, ...common, points: [words], asked: [words] };
        case "term":
          return { ...item, ...common, title: phrase(text("Term")), lead: [gap], aliases: [words], api: [...hostile] };
        case "formula":
          return { ...item, ...common, tex: "x", symbols: [{ tex: "x", meaning: words }] };
        default:
          return { ...item, ...common };
      }
    }),
  }));
  return { ...curriculum, topics };
}
