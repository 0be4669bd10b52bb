import { atPart, sourceOf } from "../fragment.ts";
import { defineRule } from "../rule.ts";

/** A line of dashes is meant as a rule, and makes the paragraph above it a heading. */
export const underlinedHeading = defineRule({
  name: "underlined-heading",
  severity: "error",
  description: "A line of `---` or `===` is not right below a text",
  nodes: {
    heading(heading, report, { fragment, file }) {
      // The end of front matter that cannot be read looks like an underline.
      if (file.front.state !== "read") return;
      const underline = underlineOf(sourceOf(fragment, heading));
      if (underline === undefined) return;
      const { start, sign } = underline;
      // A row of three or more dashes is a rule when an empty line is above it.
      const isRule = /^-{3,}$/.test(sign);
      const other = isRule
        ? "put an empty line above it for a rule"
        : `write \`\\${sign.slice(0, 3)}\` for the sign itself`;
      report(
        `${isRule || sign.length > 2 ? "This line" : `\`${sign}\` on a line`} makes a heading of the text above it: write \`## …\` for a heading, or ${other}`,
        atPart(fragment, heading, start, start + sign.length),
        { replace: { actual: sign, by: [isRule ? `\n${sign}` : `\\${sign}`] } },
      );
    },
  },
});

/**
 * The line below the text of a heading that is hardly meant as one: it is as short as a rule or a minus, or below several
 * lines or a sentence.
 */
export function underlineOf(source: string): { readonly start: number; readonly sign: string } | undefined {
  const written = source.trimEnd();
  const sign = /(?:^|[\n\r])[ \t>]*(=+|-+)$/.exec(written.slice(written.lastIndexOf("\n")))?.[1];
  if (sign === undefined || !written.includes("\n")) return undefined;
  const text = written
    .slice(0, -sign.length)
    .trimEnd()
    .replace(/[\s>]+$/, "");
  const isMeant = sign.length > 3 && !text.includes("\n") && !/[.,;:…]$/.test(text);
  return isMeant ? undefined : { start: written.length - sign.length, sign };
}
