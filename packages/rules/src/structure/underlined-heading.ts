import { atPart, sourceOf } from "../fragment.ts";
import { defineRule } from "../rule.ts";

/** A line of dashes is meant as a rule, and makes the paragraph above it a heading. */
export const underlinedHeading = defineRule({
  name: "underlined-heading",
  severity: "error",
  description: "A heading begins with `##`; no line of `---` or `===` is below a text",
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

/** The line below the text of a heading; undefined for a heading that begins with `#`. */
export function underlineOf(source: string): { readonly start: number; readonly sign: string } | undefined {
  const written = source.trimEnd();
  const sign = /(?:^|[\n\r])[ \t>]*(=+|-+)$/.exec(written.slice(written.lastIndexOf("\n")))?.[1];
  return sign === undefined || !written.includes("\n") ? undefined : { start: written.length - sign.length, sign };
}
