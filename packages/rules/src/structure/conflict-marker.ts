import { quote } from "@high-recall/core";
import { defineRule } from "../rule.ts";

/** git leaves both versions in the file, and Markdown reads the lines between them as text, headings and quotations. */
export const conflictMarker = defineRule({
  name: "conflict-marker",
  severity: "error",
  description: "No line is a conflict marker of git",
  text(text, report, placeOf) {
    if (!text.includes("<<<<<<<") && !text.includes(">>>>>>>")) return true;
    let isOpen = false;
    for (const { 0: line, index } of text.matchAll(markers)) {
      // Alone, `=======` underlines a heading.
      if (line.startsWith("=") && !isOpen) continue;
      isOpen = !line.startsWith(">");
      report(
        `${quote(line)} is a conflict marker of git: keep one of the two versions and delete the three markers, or indent a marker that is shown on purpose`,
        placeOf(index, index + line.length),
      );
      if (line.startsWith(">")) return false;
    }
    return !isOpen;
  },
});

/** `<<<<<<< HEAD`, `||||||| base`, `=======` and `>>>>>>> branch`, with or without names. */
const markers = /^(?:<{7}|>{7}|\|{7})(?:[ \t][^\r\n]*)?$|^={7}$/gm;
