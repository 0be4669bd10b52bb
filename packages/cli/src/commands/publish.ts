import { join, resolve } from "node:path";
import {
  type Curriculum,
  type Difficulty,
  type Edition,
  hasError,
  itemsOf,
  type Publication,
  type Publisher,
  type Selection,
  select,
  suggest,
} from "@high-recall/core";
import type { Released } from "@high-recall/publish-anki";
import { Command, InvalidArgumentError, Option } from "commander";
import { Failure } from "../failure.ts";
import type { Host } from "../host.ts";
import { loadCurriculum } from "../load-curriculum.ts";
import type { AddCommand, ExitCode } from "../main.ts";
import { shownPath } from "../paths.ts";
import { targets, usualTargets } from "../publishers.ts";
import { report } from "../report/report.ts";
import { findWorkspace } from "../workspace.ts";
import { type Artifacts, type Manifest, writePublications } from "../write.ts";

interface PublishOptions {
  readonly to: string[];
  readonly out?: string;
  readonly content?: string;
  readonly edition?: string;
  readonly topics?: string[];
  readonly tags?: string[];
  readonly difficulty?: string[];
  readonly paper?: string;
  readonly columns?: string;
  readonly ink?: string;
  readonly pages?: string;
  readonly size?: string;
}

const difficulties: readonly Difficulty[] = ["easy", "medium", "hard"];

/** `recall publish`: the curriculum, or a selection of it, to every format asked for. */
export function publishCommand(add: AddCommand, host: Host): void {
  const command = new Command("publish")
    .description("build PDFs, decks, JSON and tables of cards of an edition, or of a selection of it")
    .addOption(
      new Option("--to <formats>", "which formats").argParser(list).default(usualTargets, usualTargets.join(", ")),
    )
    .option("--out <dir>", "where to (default: `dist` beside edition.yaml)")
    .option("--content <dir>", "folder of topics (default: the nearest `content`)")
    .option("--edition <file>", "edition.yaml (default: the nearest)")
    .addOption(new Option("--topics <ids>", "only these topics").argParser(list))
    .addOption(new Option("--tags <tags>", "only items with one of these tags").argParser(list))
    .addOption(new Option("--difficulty <levels>", "only easy, medium or hard items").argParser(list))
    .optionsGroup("A sheet of your own:")
    .addOption(new Option("--paper <size>", "paper of the sheet").choices(["a4", "letter"]))
    .addOption(new Option("--columns <number>", "columns a page").choices(["1", "2", "3", "4"]))
    .addOption(new Option("--ink <ink>", "colour, or bw for greys").choices(["colour", "bw"]))
    .option("--pages <number>", "fit it to so many pages")
    .option("--size <points>", "type size");
  add(command, async (options: PublishOptions): Promise<ExitCode> => {
    expectKnown("format", options.to, Object.keys(targets));
    expectKnown("difficulty", options.difficulty, difficulties);
    const workspace = await findWorkspace(host.cwd, options);
    expectKnown("topic", options.topics, workspace.edition.topics);
    const { released } = workspace;
    const { curriculum, ...checked } = await loadCurriculum(workspace, host);
    if (checked.messages.length > 0) host.err(report(checked, "pretty", host));
    if (!curriculum || hasError(checked.messages)) return 1;
    const selection = selectionOf(options);
    const chosen = chooseItems(curriculum, selection);
    const sheet = ownSheet(options);
    const out = resolve(
      host.cwd,
      options.out ?? (isWhole(selection) && !sheet ? workspace.out : join("dist", "selection")),
    );
    const publications: [string, Publication][] = [];
    for (const name of new Set(options.to)) {
      const publisher = await load(name, released);
      publications.push([name, await publish(publisher, chosen, workspace.edition, sheet)]);
    }
    const written = publications.map(([name, { artifacts }]): [string, Artifacts] => [name, artifacts]);
    const manifests = await writePublications(out, written);
    for (const [index, [name, publication]] of publications.entries()) {
      host.out(summary(name, manifests[index] ?? { artifacts: [] }, publication, shownPath(host.cwd, out)));
    }
    return 0;
  });
}

async function load(name: string, released: Released | undefined): Promise<Publisher<unknown>> {
  const target = targets[name];
  if (!target) throw new Error(`No publisher is called ${name}`);
  return target.load(released);
}

async function publish(
  publisher: Publisher<unknown>,
  curriculum: Curriculum,
  edition: Edition,
  sheet: Record<string, unknown> | undefined,
): Promise<Publication> {
  const { name } = publisher;
  const declared = edition.products[name] ?? targets[name]?.products(edition) ?? [];
  const isOwn = name === "pdf" && sheet !== undefined;
  const entries = isOwn ? [sheet] : declared;
  const products = entries.map((entry, index) => {
    const parsed = publisher.product.safeParse(entry);
    if (parsed.success) return parsed.data;
    const issue = parsed.error.issues[0];
    if (isOwn) throw new Failure(`Wrong --${issue?.path.join(".")}: ${issue?.message}`);
    throw new Failure(
      `Wrong \`${["products", name, index, ...(issue?.path ?? [])].join(".")}\` in edition.yaml: ${issue?.message}`,
    );
  });
  return publisher.publish(curriculum, products);
}

/** The sheet that `--paper`, `--columns`, `--ink`, `--pages` and `--size` describe; undefined when none is given. */
function ownSheet({ paper, columns, ink, pages, size }: PublishOptions): Record<string, unknown> | undefined {
  const wanted = { paper, ink, columns: number(columns), pages: number(pages), size: number(size) };
  const given = Object.entries(wanted).filter(([, value]) => value !== undefined);
  if (given.length === 0) return undefined;
  return { path: "pdf/sheet.pdf", layout: "sheet", ...Object.fromEntries(given) };
}

function number(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

function selectionOf(options: PublishOptions): Selection {
  return {
    topics: options.topics ?? [],
    tags: options.tags ?? [],
    difficulty: difficulties.filter((level) => options.difficulty?.includes(level)),
  };
}

function isWhole(selection: Selection): boolean {
  return Object.values(selection).every((wanted) => wanted.length === 0);
}

function chooseItems(curriculum: Curriculum, selection: Selection): Curriculum {
  if (isWhole(selection)) return curriculum;
  const tags = [...new Set(itemsOf(curriculum).flatMap((item) => item.tags))].sort();
  expectKnown("tag", selection.tags, tags);
  const chosen = select(curriculum, selection);
  if (chosen.order.length > 0) return chosen;
  throw new Failure("Nothing is selected: no item has all of these topics, tags and difficulties at once");
}

/** @throws {Failure} for the first word that is none of the choices */
function expectKnown(what: string, words: readonly string[] | undefined, choices: readonly string[]): void {
  for (const word of words ?? []) {
    if (choices.includes(word)) continue;
    const guess = suggest(word, choices);
    const few = choices.length <= 12 ? `: expected ${choices.join(", ")}` : "";
    throw new Failure(`Unknown ${what} \`${word}\`${guess ? `, did you mean \`${guess}\`?` : few}`);
  }
}

function list(value: string): string[] {
  const words = value
    .split(",")
    .map((word) => word.trim())
    .filter(Boolean);
  if (words.length === 0) throw new InvalidArgumentError("Expected one or more words, with commas between them.");
  return words;
}

function summary(name: string, manifest: Manifest, publication: Publication, out: string): string {
  const count = manifest.artifacts.length;
  const bytes = manifest.artifacts.reduce((sum, artifact) => sum + artifact.bytes, 0);
  const line = `${name}: ${count} ${count === 1 ? "file" : "files"}, ${(bytes / 1000).toFixed(0)} kB in ${out}\n`;
  return [line, ...publication.notices.map((notice) => `  ${notice}\n`)].join("");
}
