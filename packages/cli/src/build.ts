import { resolve } from "node:path";
import { type Compiled, compile, type LinkMessage, link, type ObjectFile } from "@high-recall/compiler";
import { type Curriculum, type Edition, type SampleItem, sampleParts } from "@high-recall/core";
import { createPreset } from "@high-recall/lint";
import type { Released } from "@high-recall/publish-anki";
import { Failure } from "./failure.ts";
import { type Glyphs, loadGlyphs } from "./glyphs.ts";
import { digestOf, readObject } from "./object.ts";
import { shownPath } from "./paths.ts";
import { readTopic } from "./read-topic.ts";
import { lostMessages, readRegister } from "./register.ts";
import { hasErrors, inReadingOrder, type Message, toMessage } from "./report/message.ts";
import type { Checked } from "./report/report.ts";
import { type RunLock, readLock } from "./run/lock.ts";
import { hashOf } from "./run/sample.ts";
import type { Workspace } from "./workspace.ts";

/** Everything that came of checking topics. */
export interface Built extends Checked {
  /** By topic folder. */
  readonly compiled: ReadonlyMap<string, Compiled>;
  /** Files of each topic: absolute path -> path as messages show it. */
  readonly filesByTopic: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

export interface BuildOptions {
  readonly cwd: string;
  /** Options of lint rules, as edition.yaml gives them. */
  readonly rules: Readonly<Record<string, unknown>>;
}

/** Reads, checks and lowers topics: all faults of all files in one go. */
export async function build(topics: readonly string[], options: BuildOptions): Promise<Built> {
  const preset = presetOf(options.rules, await loadGlyphs());
  const compiled = new Map<string, Compiled>();
  const filesByTopic = new Map<string, Map<string, string>>();
  const messages: Message[] = [];
  const sources = new Map<string, string>();
  for (const topic of topics) {
    const result = await compile(await readTopic(topic, options.cwd), { preset });
    compiled.set(topic, result);
    filesByTopic.set(topic, new Map(result.files.map((file) => [resolve(options.cwd, file.path), file.path])));
    for (const file of result.files) {
      sources.set(file.path, String(file));
      messages.push(...file.messages.map((message) => toMessage(message, file.path)));
    }
  }
  return { compiled, filesByTopic, messages: inReadingOrder(messages), sources };
}

/** The linked curriculum, when nothing stands in its way, and what linking found. */
export function linkAll(
  objects: readonly ObjectFile[],
  edition: Edition,
  options: { readonly content: string; readonly cwd: string; readonly known?: ReadonlySet<string> },
): { curriculum: Curriculum | undefined; messages: Message[] } {
  const folder = shownPath(options.cwd, options.content);
  const { curriculum, messages } = link(objects, edition, {
    folder: folder === "." ? "" : folder,
    ...(options.known ? { known: options.known } : {}),
  });
  return { curriculum, messages: inReadingOrder(messages.map(fromLink)) };
}

/** A curriculum, or what stands in its way. */
export interface Loaded extends Checked {
  readonly curriculum: Curriculum | undefined;
  /** What learners have from past releases; undefined before the first. */
  readonly released: Released | undefined;
}

/** Links the workspace's topics: from their object files where these are fresh, compiled anew where not. */
export async function loadOrBuild(workspace: Workspace, cwd: string): Promise<Loaded> {
  const { edition, topics } = workspace;
  const found = await Promise.all(
    topics.map(async (topic) => readObject(topic, digestOf(await readTopic(topic, cwd), edition.rules))),
  );
  const stale = topics.filter((_, index) => !found[index]);
  const built = await build(stale, { cwd, rules: edition.rules });
  const released = await readRegister(workspace.register, cwd);
  if (hasErrors(built.messages)) return { ...built, curriculum: undefined, released };
  const objects = topics.flatMap((topic, index) => found[index] ?? built.compiled.get(topic)?.object ?? []);
  const linked = linkAll(objects, edition, { content: workspace.content, cwd });
  const lock = await readLock(workspace.content);
  const lost = lostMessages(linked.curriculum, released, { ...workspace, cwd });
  return {
    curriculum: linked.curriculum && withRuns(linked.curriculum, lock),
    messages: inReadingOrder([...built.messages, ...linked.messages, ...lost]),
    sources: built.sources,
    released,
  };
}

/** The curriculum, each sample with when and with what it ran; one that has changed since is taken as not run. */
function withRuns(curriculum: Curriculum, lock: RunLock): Curriculum {
  const topics = curriculum.topics.map((topic) => ({
    ...topic,
    items: topic.items.map((item) => (item.kind === "code" ? withRun(item, lock) : item)),
  }));
  return { ...curriculum, topics };
}

function withRun(item: SampleItem, lock: RunLock): SampleItem {
  const { solution, output } = sampleParts(item);
  const ran = lock.samples[item.id];
  if (!solution || !output || !ran) return item;
  const { language, requires } = item;
  if (ran.hash !== hashOf({ language, requires, code: solution.value, output: output.value })) return item;
  return { ...item, ran: { with: ran.with, on: ran.on } };
}

function fromLink({ file, position, reason, rule, severity, url }: LinkMessage): Message {
  const { start, end } = position;
  return {
    file,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    severity,
    rule,
    message: reason,
    url,
  };
}

function presetOf(rules: BuildOptions["rules"], asked: Glyphs) {
  try {
    return createPreset({ ...asked, rules });
  } catch (error) {
    throw new Failure(`Wrong \`rules\` in edition.yaml: ${(error as Error).message}`);
  }
}
