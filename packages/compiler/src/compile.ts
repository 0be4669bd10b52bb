import { compareText, type FileData, Id, quote, type RetiredItem, type Topic } from "@high-recall/core";
import type { Root } from "mdast";
import { type Preset, type Processor, unified } from "unified";
import { VFile } from "vfile";
import type { VFileMessage } from "vfile-message";
import { checkCharacters } from "./characters.ts";
import type { ItemLink } from "./ground.ts";
import { type Highlight, loadHighlight } from "./highlight.ts";
import { lower, lowerIntroduction } from "./lower.ts";
import { type ReadMatter, readMatter } from "./matter.ts";
import { checkDepth, checkMarkers } from "./nesting.ts";
import { type Lowered, loweredItem, loweredPage, toObject } from "./object.ts";
import type { ObjectFile } from "./object-file.ts";
import { type ParserName, parse } from "./parse.ts";
import { wholeFile } from "./place.ts";
import type { TopicSource } from "./read.ts";
import { hasError, report } from "./report.ts";
import { checkSize } from "./size.ts";
import { walk } from "./walk.ts";

export interface CompileOptions {
  /** Rules that walk each tree and leave messages. */
  readonly preset?: Preset;
  readonly parser?: ParserName;
}

export interface Compiled {
  /** Undefined when any file has an error. */
  readonly object: ObjectFile | undefined;
  /** All files of the topic, with their messages in the order of their places. */
  readonly files: readonly VFile[];
}

/** Parses, lints and lowers every file of a topic. Messages are left on the files; nothing stops at the first. */
export async function compile(source: TopicSource, options: CompileOptions = {}): Promise<Compiled> {
  const rules = options.preset && unified().use(options.preset).freeze();
  const figures = source.figures.map(({ path }) => path);
  const siblings = new Map(source.files.map((file) => [file.stem ?? "", file.path]));
  const opened: Opened[] = [];
  for (const file of source.files) {
    const data: FileData & Siblings = {
      topic: source.id,
      isTopicPage: file.basename === "README.md",
      figures,
      siblings,
    };
    Object.assign(file.data, data);
    opened.push(await open(file, rules, options.parser ?? "satteri"));
  }
  const highlight = await loadHighlight(opened.flatMap(({ root }) => (root === undefined ? [] : languagesOf(root))));
  const lowered = opened.flatMap((one) => lowerFile(one, source, highlight));
  const files = [...source.files, ...missingPage(source), ...(source.broken ?? [])];
  for (const file of files) file.messages.sort(compareMessages);
  return { object: files.some(hasError) ? undefined : toObject(source, lowered), files };
}

/** Other items of the topic: id -> path. */
interface Siblings {
  readonly siblings: ReadonlyMap<string, string>;
}

interface Opened {
  readonly file: VFile;
  readonly root: Root | undefined;
  readonly matter: ReadMatter | undefined;
}

async function open(file: VFile, rules: Processor | undefined, parser: ParserName): Promise<Opened> {
  checkName(file);
  checkCharacters(file);
  if (!checkSize(file) || !checkMarkers(file)) return { file, root: undefined, matter: undefined };
  const root = parse(file, parser);
  if (!checkDepth(root, file)) return { file, root: undefined, matter: undefined };
  const matter = readMatter(root, file, parser);
  Object.assign(file.data, { matter } satisfies FileData);
  await rules?.run(root, file);
  return { file, root, matter };
}

function checkName(file: VFile): void {
  if (file.basename === "README.md" || Id.safeParse(file.stem).success) return;
  const reason = `Unexpected file name ${quote(file.basename)}, expected lower-case words joined by hyphens, such as \`adam-bias-correction.md\``;
  report(file, "file-name", reason, wholeFile);
}

function languagesOf(root: Root): string[] {
  const languages: string[] = [];
  walk(root, (node) => {
    if (node.type === "code" && node.lang) languages.push(node.lang);
  });
  return languages;
}

function lowerFile({ file, root, matter }: Opened, source: TopicSource, highlight: Highlight): Lowered[] {
  if (root === undefined || matter === undefined) return [];
  const links: ItemLink[] = [];
  const figures = new Set(source.figures.map(({ path }) => path));
  const around = { topic: source.id, figures, highlight, onLink: (link: ItemLink) => void links.push(link) };
  if (file.basename !== "README.md") {
    const item = lower(root, file, matter, around);
    return item === undefined ? [] : [loweredItem(item, matter, links)];
  }
  const introduction = lowerIntroduction(root, file, around);
  const title = matter.phrase(["title"]);
  const summary = matter.phrase(["summary"]);
  if (title === undefined || summary === undefined) return [];
  return [loweredPage({ title, summary, introduction, ...retiredOf(matter) }, matter, links)];
}

/** What a topic's page retires; no key where it retires nothing. */
function retiredOf(matter: ReadMatter): Pick<Topic, "retired"> {
  const retired = (matter.topic?.retired ?? []).flatMap(({ id, use }, index): RetiredItem[] => {
    const reason = matter.phrase(["retired", index, "reason"]);
    return reason === undefined ? [] : [{ id, reason, ...(use === undefined ? {} : { use }) }];
  });
  return retired.length === 0 ? {} : { retired };
}

/** A folder without README.md: the message stands where the file should be. */
function missingPage(source: TopicSource): VFile[] {
  const all = [...source.files, ...(source.broken ?? [])];
  if (all.some(({ basename }) => basename === "README.md")) return [];
  const page = new VFile({ path: source.folder === "" ? "README.md" : `${source.folder}/README.md` });
  const reason =
    "Unexpected topic without README.md, expected one with `id`, `title` and `summary`, and an introduction";
  report(page, "topic-page", reason, wholeFile);
  return [page];
}

function compareMessages(one: VFileMessage, other: VFileMessage): number {
  return (
    (one.line ?? 0) - (other.line ?? 0) ||
    (one.column ?? 0) - (other.column ?? 0) ||
    compareText(one.ruleId ?? "", other.ruleId ?? "") ||
    compareText(one.reason, other.reason)
  );
}
