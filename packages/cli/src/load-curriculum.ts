import { type CompiledTopic, compile, joinTopics } from "@high-recall/compiler";
import { type CodeItem, type Curriculum, codeParts, hasError } from "@high-recall/core";
import { createRuleSet } from "@high-recall/rules";
import { type CheckedContent, type Content, checkContent } from "./check-content.ts";
import { readCompiledTopic, sourceDigest } from "./compiled-topic-file.ts";
import { Failure, isSystemError } from "./failure.ts";
import type { Host } from "./host.ts";
import type { Progress } from "./progress.ts";
import type { RunLock } from "./run/lock.ts";
import { hashOf } from "./run/sample.ts";

/** A curriculum, or the messages that explain why there is none. */
export interface LoadedCurriculum extends CheckedContent {
  readonly curriculum: Curriculum | undefined;
}

interface LoadOptions {
  /** Ids of topics: faults of others do not count, and a topic with a fault is left out; all when undefined. */
  readonly wanted?: readonly string[] | undefined;
  /** Whether compiled topics are read from their files. */
  readonly usesFiles?: boolean;
  readonly progress?: Progress | undefined;
}

/**
 * Loads the curriculum and does `work` with it. Compiled topics are not validated, which would take longer than compiling:
 * if work fails because of what such a file holds, it is repeated with freshly compiled topics.
 */
export async function withCurriculum<Result>(
  content: Content,
  host: Pick<Host, "cwd" | "cacheFolder" | "today">,
  wanted: readonly string[] | undefined,
  work: (loaded: LoadedCurriculum) => Promise<Result>,
  progress?: Progress,
): Promise<Result> {
  try {
    return await work(await loadCurriculum(content, host, { wanted, progress }));
  } catch (error) {
    if (error instanceof Failure || isSystemError(error)) throw error;
    return work(await loadCurriculum(content, host, { wanted, usesFiles: false, progress }));
  }
}

/**
 * Checks the content and links its topics: from their files if these are fresh, freshly compiled otherwise.
 */
export async function loadCurriculum(
  content: Content,
  host: Pick<Host, "cwd" | "cacheFolder" | "today">,
  { wanted, usesFiles = true, progress }: LoadOptions = {},
): Promise<LoadedCurriculum> {
  const { messages: all, ...checked } = await checkContent(content, host, {
    isWholeFolder: wanted === undefined,
    progress,
  });
  const unwanted = checked.sources.filter(({ id }) => wanted !== undefined && !wanted.includes(id));
  const sourceOf = (file: string) => unwanted.find(({ folder }) => file === folder || file.startsWith(`${folder}/`));
  const messages = all.filter(({ file }) => sourceOf(file) === undefined);
  if (hasError(messages)) return { ...checked, messages, curriculum: undefined };
  const faulty = new Set(all.flatMap((one) => (one.severity === "error" ? (sourceOf(one.file) ?? []) : [])));
  const compiled: CompiledTopic[] = [];
  for (const [index, source] of checked.sources.entries()) {
    if (faulty.has(source)) continue;
    const folder = content.topics[index] ?? "";
    progress?.step(`compiling ${source.id}`, index, checked.sources.length);
    const known = usesFiles ? await readCompiledTopic(folder, sourceDigest(source), host) : undefined;
    const found = known ?? (await compile(source, { rules: structure })).topic;
    if (found === undefined) throw new Error(`${folder} has no errors and cannot be compiled`);
    compiled.push(found);
  }
  return { ...checked, messages, curriculum: withRuns(joinTopics(compiled, content.edition), content.lock) };
}

/** Content has been checked by all rules; lowering relies on those of structure alone. */
const structure = createRuleSet({ only: "structure" });

/** The curriculum, each sample with when and with what it ran; one that has changed since is taken as not run. */
function withRuns(curriculum: Curriculum, lock: RunLock): Curriculum {
  const topics = curriculum.topics.map((topic) => ({
    ...topic,
    items: topic.items.map((item) => (item.kind === "code" ? withRun(item, lock) : item)),
  }));
  return { ...curriculum, topics };
}

function withRun(item: CodeItem, lock: RunLock): CodeItem {
  const { solution, output } = codeParts(item);
  const ran = Object.hasOwn(lock.samples, item.id) ? lock.samples[item.id] : undefined;
  if (!solution || !output || !ran) return item;
  const { language, requires } = item;
  if (ran.hash !== hashOf({ language, requires, code: solution.value, output: output.value })) return item;
  return { ...item, ran: { with: ran.with, on: ran.on } };
}
