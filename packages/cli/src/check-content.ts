import { createHash, hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { FileReport } from "@high-recall/compiler";
import { contextOf, readTopic, strayTopics, type TopicContext, type TopicSource } from "@high-recall/compiler/read";
import { compareMessages, type Edition, hasError, type Message } from "@high-recall/core";
import type { ReadFigureOptions } from "@high-recall/figures";
import type { Register } from "@high-recall/release";
import type { FileFacts } from "@high-recall/rules";
import { type CheckCache, noCache, openCheckCache } from "./check-cache.ts";
import { codeDigest } from "./code-digest.ts";
import { explain, Failure } from "./failure.ts";
import { glyphs } from "./glyphs.ts";
import type { Host } from "./host.ts";
import { shownPath } from "./paths.ts";
import type { Progress } from "./progress.ts";
import { lostItems } from "./register.ts";
import type { RunLock } from "./run/lock.ts";
import { hashOf } from "./run/sample.ts";

/** A folder of topics and what applies to it. */
export interface Content {
  readonly content: string;
  /** Absolute paths of topic folders. */
  readonly topics: readonly string[];
  readonly edition: Edition;
  /** Where edition.yaml is; undefined without one. */
  readonly editionFile: string | undefined;
  /** Where the register of past releases is; undefined without an edition.yaml. */
  readonly register: string | undefined;
  readonly released: Register | undefined;
  readonly lock: RunLock;
}

/** Everything that checking found. */
export interface CheckedContent {
  /** By file, then by place. */
  readonly messages: readonly Message[];
  /** Text of each Markdown file by its path as messages show it. */
  readonly texts: ReadonlyMap<string, string>;
  readonly sources: readonly TopicSource[];
  readonly facts: readonly FileFacts[];
}

/** What a check looks at besides the content. */
export interface CheckScope {
  /** Files that the user named, as messages show them. */
  readonly named?: readonly string[];
  /** Whether what is beside the topics is checked as well. */
  readonly isWholeFolder?: boolean;
  readonly progress?: Progress | undefined;
}

/** Reads and checks all topics of a folder, and the links between them: all faults of all files in one go. */
export async function checkContent(
  content: Content,
  host: Pick<Host, "cwd" | "cacheFolder" | "today">,
  { named = [], isWholeFolder = false, progress }: CheckScope = {},
): Promise<CheckedContent> {
  const { cwd } = host;
  const { edition, topics } = content;
  const cache = openCache(content, host);
  // What is remembered needs neither rules nor a parser, and they take a while to load.
  const checker = once(() => loadChecker(edition, host.today));
  const sources = topics.map((topic) => readSource(topic, cwd, { isPrintable: glyphs.printable }));
  const texts = new Map<string, string>();
  const messages: Message[] = [];
  const facts: FileFacts[] = [];
  const faulty = new Set<string>();
  /** Drafts without facts: what lacks facts and is published keeps others from being judged, a draft does not. */
  const drafts = new Set<string>();
  const digest = createHash("sha256");
  const count = sources.reduce((sum, { files }) => sum + files.length, 0);
  for (const source of sources) {
    const context = contextOf(source);
    const around = JSON.stringify([source.id, source.folder, [...context.figures]]);
    const unread = source.entries.filter(({ type }) => type !== "markdown");
    const key = keyOf(around, "", JSON.stringify([source.files.map(({ name }) => name), unread]));
    const found = await remembered(cache, key, async () => ({
      ...{ path: source.folder, facts: undefined, isDraft: false },
      messages: await (await checker()).checkEntries(source),
    }));
    messages.push(...found.messages);
    for (const { name, type } of unread) if (type !== "topic" && name.endsWith(".md")) faulty.add(idOf(name));
    for (const file of source.files) {
      progress?.step(`checking ${file.path}`, texts.size, count);
      texts.set(file.path, file.text);
      const key = keyOf(around, file.name, file.text);
      digest.update(key);
      const report = await remembered(cache, key, async () => (await checker()).checkSource(file, context));
      messages.push(...report.messages);
      if (report.facts !== undefined) facts.push(report.facts);
      const isFaulty = report.facts === undefined || report.facts.isFaulty === true;
      if (isFaulty) (report.isDraft ? drafts : faulty).add(idOf(file.name));
    }
  }
  const strays = isWholeFolder ? straysOf(content, cwd) : [];
  if (strays.length > 0) messages.push(...(await (await checker()).checkEntries({ entries: strays })));
  const isWhole = faulty.size === 0 && edition.topics.every((id) => topics.some((topic) => basename(topic) === id));
  const lost = isWhole
    ? await lostItems(
        facts.filter(({ isDraft }) => !isDraft),
        content.released,
        { ...content, cwd },
      )
    : [];
  const stale = staleSamples(facts, content.lock);
  const editionPath = content.editionFile === undefined ? undefined : shownPath(cwd, content.editionFile);
  const editionText = content.editionFile === undefined ? "" : readFileSync(content.editionFile, "utf8");
  const about = [
    ...[edition.topics, editionPath, editionText, [...faulty], [...drafts], lost, [...stale], topics, cwd],
    named,
  ];
  const key = digest.update(JSON.stringify(about)).digest("hex");
  let links = cache.links(key);
  if (links === undefined) {
    const folder = shownPath(cwd, content.content);
    const { checkAllLinks } = await checker();
    links = await checkAllLinks(
      facts,
      { chosen: chosenOf(content, sources), all: sources.map(({ id }) => id) },
      {
        ...{ faulty, drafts, lost, stale, named: new Set(named), folder: folder === "." ? "" : folder },
        ...(editionPath === undefined ? {} : { editionFile: editionPath }),
        textOf: (path) => (path === editionPath ? editionText : texts.get(path)),
      },
    );
    cache.keepLinks(key, links);
  }
  cache.save();
  return { messages: [...messages, ...links].sort(compareMessages), texts, sources, facts };
}

/** The compiler's checks with the rules of an edition. */
async function loadChecker(edition: Edition, today: string | undefined) {
  const [compiler, { ruleSetFor }] = await Promise.all([import("@high-recall/compiler"), import("./rule-set.ts")]);
  const rules = ruleSetFor(edition, today);
  type Links = Parameters<typeof compiler.checkAllLinks>;
  return {
    checkEntries: (source: Pick<TopicSource, "entries">) => compiler.checkEntries(source, { rules }),
    checkSource: (file: TopicSource["files"][number], context: TopicContext) =>
      compiler.checkSource(file, context, { rules }),
    checkAllLinks: (facts: Links[0], topics: Links[1], rest: Omit<Links[2], "rules">) =>
      compiler.checkAllLinks(facts, topics, { ...rest, rules }),
  };
}

function straysOf({ content }: Content, cwd: string): TopicSource["entries"] {
  const shown = shownPath(cwd, content);
  try {
    return strayTopics(content, shown === "." ? "" : shown);
  } catch (error) {
    throw new Failure(`Cannot read ${shown}: ${explain(error)}`);
  }
}

/** A report from the cache, or made and kept. One with an error is made again, since it depends on neighbours of the file; so is a draft. */
async function remembered(cache: CheckCache, key: string, make: () => Promise<FileReport>): Promise<FileReport> {
  const known = cache.report(key);
  if (known !== undefined) return known;
  const report = await make();
  if (!hasError(report.messages) && !report.isDraft) cache.keepReport(key, report);
  return report;
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** An item's id, from the name of its file. */
function idOf(name: string): string {
  return name.replace(/\.md$/, "");
}

/** The edition's topics; none when the edition that was found is that of another folder of topics. */
function chosenOf({ edition, editionFile }: Content, sources: readonly TopicSource[]): readonly string[] {
  const isOwn = editionFile !== undefined && sources.some(({ id }) => edition.topics.includes(id));
  return isOwn ? edition.topics : [];
}

/** @throws {Failure} that names the file or folder which cannot be read */
export function readSource(topic: string, cwd: string, options: ReadFigureOptions = {}): TopicSource {
  try {
    return readTopic(topic, cwd, options);
  } catch (error) {
    const { path } = error as NodeJS.ErrnoException;
    if (path === undefined) throw error;
    throw new Failure(`Cannot read ${shownPath(cwd, path)}: ${explain(error)}`);
  }
}

function openCache(
  { content, edition }: Content,
  { cacheFolder, today }: Pick<Host, "cacheFolder" | "today">,
): CheckCache {
  if (cacheFolder === undefined) return noCache;
  // A day that has come remains one, and a report with an error is not kept: the day itself need not be the same.
  const isDated = today !== undefined;
  return openCheckCache(
    cacheFolder,
    content,
    JSON.stringify([codeDigest(), edition.rules, edition.repository, isDated]),
  );
}

function keyOf(around: string, name: string, text: string): string {
  return hash("sha256", `${around}\0${name}\0${text}`, "base64url");
}

/** Items whose sample has never run, or has changed since it ran. One without code or output is reported by `code-fences`. */
function staleSamples(facts: readonly FileFacts[], { samples }: RunLock): Map<string, "never" | "changed"> {
  const stale = new Map<string, "never" | "changed">();
  for (const { item } of facts) {
    if (!item?.sample?.code.trim() || !item.sample.output?.trim()) continue;
    const ran = Object.hasOwn(samples, item.id) ? samples[item.id] : undefined;
    if (ran === undefined) stale.set(item.id, "never");
    else if (ran.hash !== hashOf(item.sample)) stale.set(item.id, "changed");
  }
  return stale;
}
