import { compareText, quote, suggest, unreachable } from "@high-recall/core";
import type { FileFacts, LinkIndex, Reference } from "../link-index.ts";
import { type At, valueAt } from "../parsed-file.ts";
import { defineRule } from "../rule.ts";

/** A reference must lead a learner to an item. */
export const referenceExists = defineRule({
  name: "reference-exists",
  severity: "error",
  description: "A reference leads to an item, not to the item itself, and not to a draft unless from one",
  links(index, report) {
    const known = [...new Set([...index.ids.keys(), ...index.faulty])].sort(compareText);
    for (const file of index.files) {
      for (const reference of file.references) {
        const text = faultOf(reference, file, index, known);
        if (text === undefined) continue;
        const { words, meant } = text;
        const actual = reference.url ?? reference.to;
        const replace = meant === undefined ? undefined : { actual, by: [meant] };
        report(file.path, words, placeOf(reference), { replace });
      }
    }
  },
});

function placeOf({ at }: Reference): At {
  return "part" in at || "start" in at ? at : valueAt(...at.path);
}

function faultOf(
  reference: Reference,
  file: FileFacts,
  { ids, owners, former, faulty, drafts }: LinkIndex,
  known: readonly string[],
): { words: string; meant?: string } | undefined {
  const { to, role, topic } = reference;
  const target = ids.get(to);
  if (!file.isDraft && (target?.isDraft ?? drafts.has(to))) {
    const finish = target === undefined ? "it" : quote(target.path);
    return {
      words: `${subjectOf(reference)} ${role === "link" ? "leads to" : "is"} a draft, which is not published: finish ${finish} and delete its \`draft: true\`, or delete the reference`,
    };
  }
  if (target === undefined) {
    if (faulty.has(to) || drafts.has(to)) return undefined;
    const renamed = former.get(to)?.item?.id;
    const near = renamed ?? suggest(to, known);
    const missing = role === "link" ? "leads to no item" : "is not the id of an item";
    if (near === undefined) return { words: `${subjectOf(reference)} ${missing}: name one that exists, or delete it` };
    const meant = pathTo(near, reference, file, ids);
    if (renamed !== undefined) {
      const was = role === "link" ? "leads to an item that was renamed" : "was renamed";
      return { words: `${subjectOf(reference)} ${was}: write ${quote(meant)}`, meant };
    }
    return { words: `${subjectOf(reference)} ${missing}: did you mean ${quote(meant)}?`, meant };
  }
  // Which of two items with one id is meant, `unique-id` must settle first.
  if (owners.get(to)?.[1]?.isDraft === target.isDraft) return undefined;
  if (to === file.item?.id && role !== "after") {
    const self = role === "link" ? "leads to the item itself" : "is the item itself";
    return { words: `${subjectOf(reference)} ${self}: name another, or delete it` };
  }
  if (topic !== undefined && topic !== target.topic) {
    const meant = pathTo(to, reference, file, ids);
    return { words: `${subjectOf(reference)} names the wrong topic: write ${quote(meant)}`, meant };
  }
  return undefined;
}

/** A reference as the subject of a sentence. */
function subjectOf({ role, to, url = to }: Reference): string {
  switch (role) {
    case "after":
    case "related":
    case "part-of":
    case "use":
      return `${quote(to)} in \`${role}\``;
    case "step":
      return `${quote(to)} in a step`;
    case "link":
      return `The link to ${quote(url)}`;
    default:
      return unreachable(role);
  }
}

/** An id as the reference should write it. */
function pathTo(id: string, { role }: Reference, from: FileFacts, ids: LinkIndex["ids"]): string {
  if (role !== "link") return id;
  const topic = ids.get(id)?.topic;
  return topic === from.topic ? `./${id}.md` : `../${topic}/${id}.md`;
}
