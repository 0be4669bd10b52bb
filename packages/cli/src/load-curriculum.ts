import { type CompiledTopic, compile, joinTopics } from "@high-recall/compiler";
import { type CodeItem, type Curriculum, codeParts, hasError } from "@high-recall/core";
import { createRuleSet } from "@high-recall/rules";
import { type CheckedContent, type Content, checkContent } from "./check-content.ts";
import { readCompiledTopic, sourceDigest } from "./compiled-topic-file.ts";
import type { Host } from "./host.ts";
import type { Progress } from "./progress.ts";
import type { RunLock } from "./run/lock.ts";
import { hashOf } from "./run/sample.ts";

/** A curriculum, or the messages that explain why there is none. */
export interface LoadedCurriculum extends CheckedContent {
  readonly curriculum: Curriculum | undefined;
}

/** Checks the content and links its topics: from their files where these are fresh, compiled anew where not. */
export async function loadCurriculum(
  content: Content,
  host: Pick<Host, "cwd" | "cacheFolder">,
  progress?: Progress,
): Promise<LoadedCurriculum> {
  const checked = await checkContent(content, host, progress);
  if (hasError(checked.messages)) return { ...checked, curriculum: undefined };
  const compiled: CompiledTopic[] = [];
  for (const [index, source] of checked.sources.entries()) {
    const folder = content.topics[index] ?? "";
    progress?.step(`compiling ${source.id}`, index, checked.sources.length);
    const found =
      (await readCompiledTopic(folder, sourceDigest(source), host)) ??
      (await compile(source, { rules: structure })).topic;
    if (found === undefined) throw new Error(`${folder} has no errors and cannot be compiled`);
    compiled.push(found);
  }
  return { ...checked, curriculum: withRuns(joinTopics(compiled, content.edition), content.lock) };
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
  const ran = lock.samples[item.id];
  if (!solution || !output || !ran) return item;
  const { language, requires } = item;
  if (ran.hash !== hashOf({ language, requires, code: solution.value, output: output.value })) return item;
  return { ...item, ran: { with: ran.with, on: ran.on } };
}
