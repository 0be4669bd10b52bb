import { atPart, sourceOf } from "../fragment.ts";
import { defineRule } from "../rule.ts";

/** Markdown drops a `#` at the end of a heading, and takes `##Text` for text. */
export const headingSign = defineRule({
  name: "heading-sign",
  severity: "error",
  description: "`##` is followed by a space, and no heading ends with `#`",
  nodes: {
    heading(heading, report, { fragment }) {
      const source = sourceOf(fragment, heading).trimEnd();
      if (!source.startsWith("#")) return;
      const closing = /[ \t](#+)$/.exec(source.slice(-80))?.[1];
      // `## Text ##` is a way to write a heading.
      if (closing === undefined || closing.length === heading.depth || source === closing) return;
      const start = source.length - closing.length;
      report(
        `\`${closing}\` at the end of a heading is dropped: write \`\\${closing}\` for the sign itself, or delete it`,
        atPart(fragment, heading, start, source.length),
        { replace: { actual: closing, by: [`\\${closing}`, ""] } },
      );
    },
    paragraph(paragraph, report, { fragment }) {
      const source = sourceOf(fragment, paragraph);
      if (!source.includes("##")) return;
      for (const { 0: line, 1: sign = "", index } of source.matchAll(/(?<![^\n])[ \t>]*(#{2,6})(?=[^\s#])/g)) {
        const end = index + line.length;
        const start = end - sign.length;
        report(
          `\`${sign}\` without a space after it makes no heading: write \`${sign} \`, or \`\\${sign}\` for the sign itself`,
          atPart(fragment, paragraph, start, end),
          { replace: { actual: sign, by: [start === 0 ? `${sign} ` : `\n${sign} `] } },
        );
      }
    },
  },
});
