import { quote } from "@high-recall/core";
import type { ParsedFile } from "../parsed-file.ts";
import { defineRule, type Report } from "../rule.ts";

/** Without front matter a file has no id, kind or title. */
export const frontMatter = defineRule({
  name: "front-matter",
  severity: "error",
  description: "A file begins with front matter, between two lines of `---`",
  file(file, report) {
    if (file.front.state === "absent") reportAbsent(file, report);
    if (file.front.state === "unclosed") reportUnclosed(file, report);
  },
});

function reportAbsent({ text, lines }: ParsedFile, report: Report): void {
  const blank = /^\s{1,1000}(?=---[ \t]*(?:\r?\n|$))/.exec(text)?.[0];
  if (blank !== undefined) {
    const what = blank.includes("\n") ? "empty line" : "space";
    report(`The first line must be \`---\`: delete the ${what} before it`, lines.placeOf(0, blank.length), {
      replace: { actual: blank, by: [""] },
    });
    return;
  }
  // Other marks above a line such as `id: dough`.
  const [, marks] = /^(-{2}|-{4,80}|[`~]{3}(?:ya?ml)?|[*_=]{3})[ \t]*\r?\n[a-z]{1,40}:(?:\s|$)/.exec(text) ?? [];
  if (marks !== undefined) {
    report(
      `Front matter begins with \`---\`, not with ${/[`~]/.test(marks) ? "a fence" : quote(marks)}: write three hyphens`,
      lines.placeOf(0, marks.length),
      {
        replace: { actual: marks, by: ["---"] },
      },
    );
    return;
  }
  const later = /\n---[ \t]*\r?\n(?:id|kind|title):\s/.exec(text.slice(0, 2000))?.index;
  report(
    later === undefined
      ? "The file has no front matter: begin with a line `---`, keys such as `id` and `title`, and a line `---`"
      : "Front matter comes first: move what is before its `---` below it",
    lines.placeOf(0, later ?? 0),
  );
}

function reportUnclosed({ text, lines }: ParsedFile, report: Report): void {
  const opening = /^\ufeff?---[ \t]*(?=\r?\n|$)/.exec(text)?.[0].length ?? 0;
  const other = /^(?:-{2}|-{4,80}|[*_=]{3}|[`~]{3}|[ \t]{1,40}---)[ \t]*$/m.exec(
    text.slice(opening).replaceAll("\r", " "),
  );
  if (other === null) {
    report("The front matter is never closed: add a line `---` after its last key", lines.placeOf(0, opening));
    return;
  }
  const start = opening + other.index;
  const actual = other[0].trimEnd();
  report(
    `The front matter ends with \`---\`, not with ${quote(actual)}: write three hyphens at the start of the line`,
    lines.placeOf(start, start + actual.length),
    { replace: { actual, by: ["---"] } },
  );
}
