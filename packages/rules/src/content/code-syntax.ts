import type { FenceLanguage } from "@high-recall/core";
import type { Code } from "mdast";
import { atNode, atPart, sourceOf } from "../fragment.ts";
import type { At, CodeFault, Fragment } from "../parsed-file.ts";
import { defineRule } from "../rule.ts";

/** Names of the languages that are parsed, as people write them. */
const names: Readonly<Partial<Record<FenceLanguage, string>>> = {
  python: "Python",
  sql: "SQL of PostgreSQL or SQLite",
  javascript: "JavaScript",
  typescript: "TypeScript",
  bash: "Bash",
};

/** A learner who copies code finds the mistake that a parser finds. */
export const codeSyntax = defineRule({
  name: "code-syntax",
  severity: "error",
  description: "Code in a fence is what its language says",
  file({ body, codeFaults }, report) {
    for (const [code, fault] of codeFaults) {
      const language = names[code.lang as keyof typeof names] ?? code.lang;
      report(
        `This is not ${language}: ${withSmallLetter(fault.text)}. Correct it, or name the fence \`text\` if it is no program`,
        placeIn(body, code, fault),
      );
    }
  },
});

/** Words of a parser go on after a colon. */
function withSmallLetter(text: string): string {
  const words = text.trim().replace(/\.$/, "");
  return /^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}

/** Offsets of the code in the file: its lines may be indented, or have the marks of a quotation before them. */
function placeIn(fragment: Fragment, code: Code, { start, end }: CodeFault): At {
  const source = sourceOf(fragment, code);
  const from = offsetIn(source, code, start);
  const to = offsetIn(source, code, end);
  return from === undefined || to === undefined ? atNode(fragment, code) : atPart(fragment, code, from, to);
}

function offsetIn(source: string, { value }: Code, offset: number): number | undefined {
  const lines = value.replace(/\r\n?/g, "\n").split("\n");
  let rest = offset;
  let at = 0;
  for (const line of lines) {
    at = source.indexOf("\n", at) + 1;
    if (at === 0) return undefined;
    if (rest > line.length) {
      rest -= line.length + 1;
      continue;
    }
    const end = source.indexOf("\n", at);
    const written = source.slice(at, end < 0 ? source.length : end).replace(/\r$/, "");
    return written.endsWith(line) ? at + written.length - line.length + rest : undefined;
  }
  return undefined;
}
