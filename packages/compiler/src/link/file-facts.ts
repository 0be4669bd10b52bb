import { Id } from "@high-recall/core";
import type { FileFacts, KeyPath, ParsedFile, Phrase, Reference, SampleFacts } from "@high-recall/rules";
import { comparableWords, isMap, linkTarget, urlUse, withoutPart } from "@high-recall/rules";
import type { Code, Nodes } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { Position } from "unist";

/**
 * What other files need to know about one. Of a file whose front matter or id has a fault, only its references: they are
 * checked in the same run, but nothing that follows from its faults is reported.
 */
export function factsOf(file: ParsedFile, isDraft: boolean): FileFacts {
  const { front, topic, stem, isTopicPage } = file;
  const known = { path: `${topic}/${stem}.md`, topic, references: referencesIn(file), isDraft };
  if (isTopicPage) {
    if (front.topic === undefined) return { ...known, item: undefined, retired: [], isFaulty: true };
    return { ...known, item: undefined, retired: front.topic.retired.map(({ id }) => id) };
  }
  const { item } = front;
  const title = front.phrases.get('["title"]');
  if (item === undefined || item.id !== stem || title === undefined) {
    return { ...known, item: undefined, retired: [], isFaulty: true };
  }
  const { id, kind, tags, after, formerly, difficulty, importance } = item;
  const partOf = "part-of" in item ? item["part-of"] : undefined;
  const asked = item.kind === "question" ? item.asked.map((_, index) => phraseText(front.phrases, "asked", index)) : [];
  return {
    ...{ path: known.path, topic },
    item: {
      ...{ id, kind, tags, after, formerly, difficulty, importance, partOf },
      title: textOf(title.root),
      titleKey: titleKey(title.root),
      // The title says most, so it counts twice.
      words: comparableWords([textOf(title.root), textOf(title.root), ...asked, ...file.lead.map(words)].join(" ")),
      sample: item.kind === "code" && item.run !== false ? sampleIn(file, item) : undefined,
    },
    references: known.references,
    retired: [],
    isDraft,
  };
}

/** Every id that the file names, in the front matter as written and in links. */
function referencesIn(file: ParsedFile): Reference[] {
  const { values } = file.front;
  const named = (role: Reference["role"], value: unknown, ...path: KeyPath) =>
    entries(value).flatMap((to, index): Reference[] =>
      isId(to) ? [{ role, to, at: { path: [...path, index] } }] : [],
    );
  const retired = entries(values.retired).flatMap((entry, index): Reference[] =>
    isMap(entry) && isId(entry.use) ? [{ role: "use", to: entry.use, at: { path: ["retired", index, "use"] } }] : [],
  );
  const steps = entries(values.steps).flatMap((step, index) =>
    isMap(step) ? named("step", step.items, "steps", index, "items") : [],
  );
  return [
    ...(file.isTopicPage ? retired : []),
    ...named("after", values.after, "after"),
    ...named("related", values.related, "related"),
    ...(isId(values["part-of"])
      ? [{ role: "part-of" as const, to: values["part-of"], at: { path: ["part-of"] } }]
      : []),
    ...(file.front.kind === "path" ? steps : []),
    ...linksIn(file),
  ];
}

function entries(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** What is no id is reported by `unexpected-value`. */
function isId(value: unknown): value is string {
  return Id.safeParse(value).success;
}

function sampleIn(
  file: ParsedFile,
  { language, requires }: { readonly language: string; readonly requires: readonly string[] },
): SampleFacts | undefined {
  const fences = file.root.children.filter((node): node is Code => node.type === "code");
  const solution = fences.find(({ lang }) => lang === language);
  const output = fences.find(({ lang }) => lang === "output");
  if (!solution?.position) return undefined;
  const place = ({ start, end }: Position) => file.lines.placeOf(start.offset ?? 0, end.offset ?? 0);
  return {
    ...{ language, requires, code: withLineFeeds(solution.value), output: output && withLineFeeds(output.value) },
    ...{ codeAt: place(solution.position), outputAt: output?.position && place(output.position) },
  };
}

/** A program prints the same, whatever line ends the file has. */
function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

function phraseText(phrases: ReadonlyMap<string, Phrase>, ...path: (string | number)[]): string {
  const phrase = phrases.get(JSON.stringify(path));
  return phrase === undefined ? "" : textOf(phrase.root);
}

/** Links to items in the body, each with its place. */
function linksIn({ body, topic, definitions }: ParsedFile): Reference[] {
  return body.nodes.flatMap(({ node, parent }): Reference[] => {
    if (node.type !== "link" && node.type !== "linkReference") return [];
    const use = urlUse(node, parent, body, definitions);
    const target = use && linkTarget(use.url, topic);
    if (use === undefined || target === undefined) return [];
    const url = withoutPart(use.url);
    return [{ role: "link", to: target.id, topic: target.topic, url, at: use.at(0, url.length) }];
  });
}

/** A title without case, punctuation and spacing, to compare titles. A formula loses only its spaces. */
function titleKey(node: Nodes): string {
  if (node.type === "inlineMath") return `$${node.value.replace(/\s/g, "")}$`;
  if ("children" in node) return node.children.map((child) => titleKey(child as Nodes)).join("");
  if (!("value" in node)) return "";
  return node.value
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\p{P}\p{Z}\s]/gu, "");
}

/** The words of a block, without code. */
function words(node: Nodes): string {
  switch (node.type) {
    case "code":
    case "image":
    case "html":
      return "";
    case "break":
      return " ";
    case "list":
    case "listItem":
    case "blockquote":
    case "table":
    case "tableRow":
      return node.children.map((child) => words(child)).join(" ");
    default:
      if ("children" in node) return node.children.map((child) => words(child as Nodes)).join("");
      return "value" in node ? node.value : "";
  }
}
