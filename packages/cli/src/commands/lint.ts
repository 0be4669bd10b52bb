import { Command } from "commander";
import { type Built, build, linkAll } from "../build.ts";
import type { Host } from "../host.ts";
import { type Chosen, choose, findContent, topicsIn } from "../locate.ts";
import type { AddCommand, ExitCode } from "../main.ts";
import { lostMessages, readRegister } from "../register.ts";
import { hasErrors, inReadingOrder, type Message } from "../report/message.ts";
import { type Checked, type Format, formatOption, report } from "../report/report.ts";
import { readLock } from "../run/lock.ts";
import { staleMessage } from "../run/message.ts";
import { hashOf, sampleOf } from "../run/sample.ts";
import { editionFor, registerFor } from "../workspace.ts";

interface LintOptions {
  readonly format: Format;
  readonly edition?: string;
}

/** `recall lint`: every fault of every file, at its place. */
export function lintCommand(add: AddCommand, host: Host): void {
  const command = new Command("lint")
    .description("check items: a file, a topic folder, or a folder of topics (default: all of content/)")
    .argument("[paths...]", "what to check")
    .addOption(formatOption())
    .option("--edition <file>", "edition.yaml with options of rules (default: the nearest)");
  add(command, async (paths: string[], options: LintOptions): Promise<ExitCode> => {
    const chosen = await Promise.all(
      (paths.length > 0 ? paths : [await findContent(host.cwd)]).map((path) => choose(host.cwd, path)),
    );
    const checked = await check(chosen, options.edition, host);
    host.out(report(checked, options.format, host));
    return hasErrors(checked.messages) ? 1 : 0;
  });
}

/** Checks what was chosen; the topics around it are read as well, so that references to them resolve. */
async function check(chosen: readonly Chosen[], editionPath: string | undefined, host: Host): Promise<Checked> {
  const messages: Message[] = [];
  const sources = new Map<string, string>();
  const contents = new Set(chosen.map((one) => one.content));
  for (const content of contents) {
    const here = chosen.filter((one) => one.content === content);
    const around = await topicsIn(content);
    const named = here.flatMap((one) => one.topics);
    const topics = [...new Set([...around, ...named])].sort();
    const edition = await editionFor(content, topics, editionPath, host.cwd);
    const built = await build(topics, { cwd: host.cwd, rules: edition.rules });
    const objects = [...built.compiled.values()].flatMap((one) => one.object ?? []);
    const present = edition.topics.filter((id) => objects.some((object) => object.topic.id === id));
    const failed = [...built.compiled.values()].filter((one) => !one.object);
    const known = new Set(failed.flatMap((one) => one.files.map((file) => file.stem ?? "")));
    const linked = linkAll(objects, { ...edition, topics: present }, { content, cwd: host.cwd, known });
    const wanted = new Set(here.flatMap((one) => filesOf(one, built.filesByTopic)));
    for (const [file, text] of built.sources) if (wanted.has(file)) sources.set(file, text);
    const stale = await staleSamples(built, content);
    const isWhole = known.size === 0 && present.length === edition.topics.length;
    const register = await registerFor(content, editionPath, host.cwd);
    const released = isWhole ? await readRegister(register, host.cwd) : undefined;
    const lost = lostMessages(linked.curriculum, released, { cwd: host.cwd, content, register });
    messages.push(
      ...[...built.messages, ...linked.messages, ...stale, ...lost].filter((message) => wanted.has(message.file)),
    );
  }
  return { messages: inReadingOrder(messages), sources };
}

/** Samples that ran once and have changed since: a warning each, at the code. */
async function staleSamples(built: Built, content: string): Promise<Message[]> {
  const { samples } = await readLock(content);
  return [...built.compiled.values()]
    .flatMap(({ files }) => files)
    .flatMap((file) => sampleOf(file) ?? [])
    .filter((sample) => samples[sample.id] && samples[sample.id]?.hash !== hashOf(sample))
    .map(staleMessage);
}

function filesOf(chosen: Chosen, filesByTopic: ReadonlyMap<string, ReadonlyMap<string, string>>): string[] {
  return chosen.topics.flatMap((topic) => {
    const files = filesByTopic.get(topic) ?? new Map<string, string>();
    return [...files].filter(([path]) => !chosen.files || chosen.files.includes(path)).map(([, shown]) => shown);
  });
}
