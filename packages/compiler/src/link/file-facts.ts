import type { FileFacts, ParsedFile, Phrase, Reference, SampleFacts } from "@high-recall/rules";
import { comparableWords, linkTarget, urlUse } from "@high-recall/rules";
import type { Code, Nodes } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { Position } from "unist";

/**
 * What other files need to know about one; undefined when its front matter or its id has a fault, so that what follows from
 * that fault is not reported as well.
 */
export function factsOf(file: ParsedFile, isDraft: boolean): FileFacts | undefined {
  const { front, topic, stem, isTopicPage } = file;
  const path = `${topic}/${stem}.md`;
  if (isTopicPage) {
    if (front.topic === undefined) return undefined;
    const { retired } = front.topic;
    const uses = retired.flatMap(({ use }, index): Reference[] =>
      use === undefined ? [] : [{ role: "use", to: use, at: { path: ["retired", index, "use"] } }],
    );
    return {
      path,
      topic,
      item: undefined,
      references: [...uses, ...linksIn(file)],
      retired: retired.map(({ id }) => id),
      isDraft,
    };
  }
  const { item } = front;
  const title = front.phrases.get('["title"]');
  if (item === undefined || item.id !== stem || title === undefined) return undefined;
  const { id, kind, after, related, formerly, difficulty } = item;
  const asked = item.kind === "question" ? item.asked.map((_, index) => phraseText(front.phrases, "asked", index)) : [];
  const steps = item.kind === "path" ? item.steps : [];
  return {
    path,
    topic,
    item: {
      ...{ id, kind, after, formerly, difficulty },
      title: textOf(title.root),
      titleKey: titleKey(title.root),
      // The title says most, so it counts twice.
      words: comparableWords([textOf(title.root), textOf(title.root), ...asked, ...file.lead.map(words)].join(" ")),
      sample: item.kind === "code" && item.run !== false ? sampleIn(file, item) : undefined,
    },
    references: [
      ...after.map((to, index): Reference => ({ role: "after", to, at: { path: ["after", index] } })),
      ...related.map((to, index): Reference => ({ role: "related", to, at: { path: ["related", index] } })),
      ...steps.flatMap(({ items }, step) =>
        items.map((to, index): Reference => ({ role: "step", to, at: { path: ["steps", step, "items", index] } })),
      ),
      ...linksIn(file),
    ],
    retired: [],
    isDraft,
  };
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
    return use && target ? [{ role: "link", to: target.id, topic: target.topic, url: use.url, at: use.at() }] : [];
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
