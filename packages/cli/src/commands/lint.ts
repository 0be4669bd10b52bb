import { dirname, resolve } from "node:path";
import { compareMessages, hasError, type Message } from "@high-recall/core";
import { Command } from "commander";
import { type CheckedContent, type Content, checkContent } from "../check-content.ts";
import type { AddCommand, ExitCode } from "../command.ts";
import type { Host } from "../host.ts";
import { type Chosen, choose, findContent, topicsIn } from "../locate.ts";
import { shownPath } from "../paths.ts";
import { type Progress, startProgress } from "../progress.ts";
import { type Checked, type Format, formatOption, quietOption, report } from "../report/report.ts";
import { contentAt } from "../workspace.ts";

interface LintOptions {
  readonly format: Format;
  readonly edition?: string;
  readonly cache: boolean;
  readonly quiet?: boolean;
}

/** `recall lint`: every fault of every file, at its place. */
export function lintCommand(add: AddCommand, host: Host): void {
  const command = new Command("lint")
    .description("check items: a file, a topic folder, or a folder of topics (default: all of content/)")
    .argument("[paths...]", "what to check")
    .addOption(formatOption())
    .option("--edition <file>", "edition.yaml with options of rules (default: the nearest)")
    .addOption(quietOption())
    .option("--no-cache", "check every file again, and remember nothing");
  add(command, async (paths: string[], options: LintOptions): Promise<ExitCode> => {
    const chosen = await Promise.all(
      (paths.length > 0 ? paths : [await findContent(host.cwd, "recall lint path/to/topics")]).map((path) =>
        choose(host.cwd, path),
      ),
    );
    const progress = startProgress(host, !options.quiet && options.format === "pretty");
    const checked = await check(chosen, options, host, progress).finally(() => progress.end());
    host.out(report(checked, options.format, host));
    return hasError(checked.messages) ? 1 : 0;
  });
}

/** Checks the chosen files; the other topics are read as well, so that references to them resolve. */
async function check(
  chosen: readonly Chosen[],
  options: LintOptions,
  host: Host,
  progress: Progress,
): Promise<Checked> {
  const messages: Message[] = [];
  const texts = new Map<string, string>();
  for (const content of new Set(chosen.map((one) => one.content))) {
    const here = chosen.filter((one) => one.content === content);
    const chosenTopics = here.flatMap((one) => one.topics);
    const topics = [...new Set([...(await topicsIn(content)), ...chosenTopics])].sort();
    const found = await contentAt(content, topics, options.edition, host.cwd);
    const named = here.flatMap(({ files = [] }) => files).map((path) => shownPath(host.cwd, path));
    const isWholeFolder = here.some((one) => one.isWhole);
    const checked = await checkContent(found, options.cache ? host : { ...host, cacheFolder: undefined }, {
      named,
      isWholeFolder,
      progress,
    });
    const isWanted = wantedOf(here, found, checked, host.cwd);
    for (const [file, text] of checked.texts) if (isWanted(file)) texts.set(file, text);
    messages.push(...checked.messages.filter(({ file }) => isWanted(file)));
  }
  return { messages: messages.sort(compareMessages), texts };
}

/** Whether a file, as messages show it, was chosen; edition.yaml is, if all of its topics are. */
function wantedOf(
  here: readonly Chosen[],
  { topics, editionFile }: Content,
  { sources }: CheckedContent,
  cwd: string,
): (file: string) => boolean {
  const whole = new Set(here.filter(({ files }) => files === undefined).flatMap((one) => one.topics));
  const files = new Set(here.flatMap((one) => one.files ?? []));
  const folders = sources.filter((_, index) => whole.has(topics[index] ?? "")).map(({ folder }) => folder);
  const isWhole = topics.every((topic) => whole.has(topic));
  const edition = isWhole && editionFile !== undefined ? shownPath(cwd, editionFile) : undefined;
  const content = shownPath(cwd, here[0]?.content ?? "");
  const besideTopics = (file: string) => (content === "." ? !file.includes("/") : dirname(file) === content);
  const isFolderNamed = here.some((one) => one.isWhole && one.files === undefined);
  return (file) =>
    files.has(resolve(cwd, file)) ||
    file === edition ||
    (isFolderNamed && besideTopics(file)) ||
    folders.some((folder) =>
      folder === "" ? !file.startsWith("../") : file === folder || file.startsWith(`${folder}/`),
    );
}
