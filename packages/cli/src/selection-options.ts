import {
  type Curriculum,
  Difficulty,
  Importance,
  itemsOf,
  kinds,
  type Selection,
  select,
  selectsAll,
  suggest,
} from "@high-recall/core";
import { type Command, InvalidArgumentError, Option } from "commander";
import { Failure } from "./failure.ts";

/** Options that name a selection, as commander parses them. */
export type SelectionOptions = { readonly [Key in keyof Selection]?: readonly string[] };

/** Adds an option for each list of a selection. */
export function addSelectionOptions(command: Command): void {
  command
    .addOption(new Option("--topics <ids>", "only these topics").argParser(words()))
    .addOption(new Option("--tags <tags>", "only items with one of these tags").argParser(words()))
    .addOption(new Option("--difficulty <levels>", `only items of ${Difficulty.options.join(", ")}`).argParser(words()))
    .addOption(new Option("--importance <levels>", `only items of ${Importance.options.join(", ")}`).argParser(words()))
    .addOption(new Option("--kinds <kinds>", `only items of ${kinds.join(", ")}`).argParser(words()));
}

/**
 * Reads words with commas between them, also from an option that is given more than once.
 * @throws {InvalidArgumentError} when there is none
 */
export function words(): (value: string) => string[] {
  const all = new Set<string>();
  return (value) => {
    const found = value
      .split(",")
      .map((word) => word.trim())
      .filter(Boolean);
    if (found.length === 0) throw new InvalidArgumentError("Expected one or more words, with commas between them.");
    for (const word of found) all.add(word);
    return [...all];
  };
}

/**
 * The selection that options name. Tags are only known of a curriculum: see `selectItems`.
 * @throws {Failure} for an unknown word
 */
export function selectionOf(options: SelectionOptions, topics: readonly string[]): Selection {
  expectKnown("topic", options.topics, topics);
  return {
    topics: [...(options.topics ?? [])],
    tags: [...(options.tags ?? [])],
    difficulty: known("difficulty", options.difficulty, Difficulty.options),
    importance: known("importance", options.importance, Importance.options),
    kinds: known("kind", options.kinds, kinds),
  };
}

/**
 * Content with an error is not linked; a tag that no file mentions is still reported.
 * @throws {Failure} for a word that is in no text
 */
export function expectMentioned(tags: readonly string[] | undefined, texts: Iterable<string>): void {
  const missing = new Set(tags);
  for (const text of texts) {
    for (const tag of missing) if (text.includes(tag)) missing.delete(tag);
    if (missing.size === 0) return;
  }
  const [first] = missing;
  if (first !== undefined) throw new Failure(`Unknown tag \`${first}\`: no item has it`);
}

/** The selected part of a curriculum. @throws {Failure} for an unknown tag, and when no item is left */
export function selectItems(curriculum: Curriculum, selection: Selection): Curriculum {
  if (selectsAll(selection)) return curriculum;
  const tags = [...new Set(itemsOf(curriculum).flatMap((item) => item.tags))].sort();
  expectKnown("tag", selection.tags, tags);
  const selected = select(curriculum, selection);
  if (selected.order.length > 0) return selected;
  throw new Failure("No item matches all of these options: remove one, or name more topics, tags or kinds");
}

/** @throws {Failure} for the first word that is none of the choices */
export function expectKnown(
  what: string,
  words: readonly string[] | undefined,
  choices: readonly string[],
  where = "",
): void {
  for (const word of words ?? []) {
    if (choices.includes(word)) continue;
    const guess = suggest(word, choices);
    const few =
      choices.length <= 12
        ? `expected ${choices.join(", ")}`
        : `check the spelling, none of the ${choices.length} is like it`;
    throw new Failure(
      `Unknown ${what} \`${word}\`${where && ` ${where}`}${guess ? `: did you mean \`${guess}\`?` : `: ${few}`}`,
    );
  }
}

function known<Choice extends string>(
  what: string,
  words: readonly string[] = [],
  choices: readonly Choice[],
): Choice[] {
  expectKnown(what, words, choices);
  return choices.filter((choice) => words.includes(choice));
}
