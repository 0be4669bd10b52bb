import { quote, sectionName } from "@high-recall/core";
import { atPart, sourceOf } from "../fragment.ts";
import { liveTextOf, type TextBlock } from "../live-text.ts";
import type { ParsedFile } from "../parsed-file.ts";
import { type Details, defineRule, type NodeContext, type Report } from "../rule.ts";

/** What looks like a link and is none is printed with its brackets. */
export const leftoverLink = defineRule({
  name: "leftover-link",
  severity: "warning",
  description: "What has the form of a link is one",
  nodes: { paragraph: check, heading: check, tableCell: check },
  phrases: { heading: check },
});

function check(block: TextBlock, report: Report, { fragment, file }: NodeContext): void {
  const { live } = liveTextOf(fragment, block);
  if (!live.includes("[")) return;
  const source = sourceOf(fragment, block);
  for (const form of forms) {
    for (const match of live.matchAll(form.pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      const around = { before: live.charAt(start - 1), after: source.slice(end, end + 120) };
      if (!form.isLink(match, around)) continue;
      const [text, details] = form.fault(match, file);
      report(text, atPart(fragment, block, start, end), details);
    }
  }
}

interface Around {
  readonly before: string;
  readonly after: string;
}

/** Something that other Markdown reads as a link or that nearly is one. */
interface Form {
  readonly pattern: RegExp;
  isLink(match: RegExpExecArray, around: Around): boolean;
  fault(match: RegExpExecArray, file: ParsedFile): [text: string, details?: Details];
}

/** Brackets after a letter or another bracket are an index: `x[i][j]`. */
const isIndex = ({ before }: Around) => /[\p{L}\p{N})\]_]/u.test(before);

const isWord = (text: string | undefined) => /\p{L}{2}/u.test(text ?? "");

const address = /^<?(?:https?:\/\/|mailto:|\.{1,2}\/|#[\w-]|www\.|[\w./-]{1,100}\.(?:md|svg|png|jpe?g|html)\b)/i;

const forms: readonly Form[] = [
  {
    // `[[page]]`, `[[page|text]]`, `![[image.png]]`
    pattern: /!?\[\[([^[\],\n]{1,200})\]\]/g,
    isLink: ([, name], around) => isWord(name) && !isIndex(around),
    fault([written, name = ""], { siblings }) {
      if (written.startsWith("!"))
        return [`${quote(written)} shows no figure: write \`![what it shows](figures/name.svg)\``];
      const [page = "", text = page] = name.split("|");
      const id = sectionName(page);
      const words = `${quote(written)} is no link: write \`[text](./id.md)\``;
      return siblings.has(id)
        ? [words, { replace: { actual: written, by: [`[${text.trim()}](./${id}.md)`] } }]
        : [words];
    },
  },
  {
    // `[text][name]` and `[text][]` without a line `[name]: address`
    pattern: /!?\[([^[\]]{1,200})\]\[([^[\]]{0,200})\]/g,
    isLink: ([, text, name], around) => (isWord(text) || isWord(name)) && !isIndex(around),
    fault: ([written, text = "", name]) => [
      `${quote(written)} has no address: add a line ${quote(`[${name || text}]: https://…`)}, or write the address in round brackets`,
    ],
  },
  {
    // `[text] (address)`
    pattern: /(?<=\[[^[\]]{1,200})\][ \t]*(?:[ \t]|\r?\n[ \t]*)\(/g,
    isLink: (_, { after }) => address.test(after),
    fault: ([written]) => [
      "A space between `]` and `(` makes this no link: delete it",
      { replace: { actual: written, by: ["]("] } },
    ],
  },
  {
    // `(text)[address]`
    pattern: /\([^()[\]]{1,200}\)\[/g,
    isLink: (_, { after }) => address.test(after),
    fault: () => ["The brackets of this link are the wrong way round: write `[text](address)`"],
  },
  {
    // `[text](address` without its end, or with a space in the address
    pattern: /\]\(/g,
    isLink: (_, { after }) => address.test(after),
    fault: () => [
      "This is not read as a link: add the `)` after the address, and write a space in an address as `%20`",
    ],
  },
  {
    // `[^1]` without its footnote
    pattern: /\[\^(?:\d{1,3}|[a-z][\w-]{2,40})\](?!:)/gi,
    isLink: (_, around) => !isIndex(around) || /[\p{L}\p{N}]/u.test(around.before),
    fault: ([written]) => [`${quote(written)} is printed as it is, because there are no footnotes: say it in the text`],
  },
];
