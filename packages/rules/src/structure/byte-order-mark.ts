import { defineRule } from "../rule.ts";

/** A byte order mark is invisible and moves every place in the first line; UTF-8 needs none. */
export const byteOrderMark = defineRule({
  name: "byte-order-mark",
  severity: "error",
  description: "A file does not begin with a byte order mark",
  text(text, report, placeOf) {
    if (text.startsWith("\ufeff"))
      report("The file begins with a byte order mark: save it as UTF-8 without one", placeOf(0, 1));
  },
});
