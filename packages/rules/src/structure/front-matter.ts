import { defineRule } from "../rule.ts";

/** Without front matter a file has no id, kind or title. */
export const frontMatter = defineRule({
  name: "front-matter",
  severity: "error",
  description: "A file begins with front matter, between two lines of `---`",
  file({ front, text, lines }, report) {
    if (front.state !== "absent" && front.state !== "unclosed") return;
    const opening = /^\ufeff?---[ \t]*(?=\r?\n|$)/.exec(text)?.[0].length ?? 0;
    report(
      front.state === "absent"
        ? "The file has no front matter: begin with a line `---`, keys such as `id` and `title`, and a line `---`"
        : "The front matter is never closed: add a line `---` after its last key",
      lines.placeOf(0, opening),
    );
  },
});
