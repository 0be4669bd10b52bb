import type { Item } from "@high-recall/core";
import { partNoteTypes } from "@high-recall/release";
import { above, filled, front } from "../card-layout.ts";
import { type ClozeText, drawClozes } from "../cloze.ts";
import type { Fields, NoteDesign } from "../design.ts";
import type { Draw } from "../draw.ts";

const fields = ["Title", "Of", "Text"] as const;
type Field = (typeof fields)[number];

/** The front shows the gap, the back fills it. A retired note shows its notice and title alone. */
const side = front(
  "Cloze",
  "Fill the gap",
  `${above("Of")}\n{{^Notice}}<div class="text">{{cloze:Text}}</div>{{/Notice}}`,
);

/** A sentence with its marks as gaps: a card for each gap. */
export const cloze: NoteDesign<Field> = {
  name: partNoteTypes.cloze,
  form: "cloze",
  fields,
  prompts: ["Of"],
  templates: [{ name: "Cloze", question: side, answer: filled(side) }],
};

/** @param released how many gaps learners have cards for */
export function fillCloze(item: Item, sentence: ClozeText, released: number, draw: Draw): Fields<Field> {
  return {
    Title: draw.phrase(item.title),
    // A title that holds what is in a gap would give it away.
    Of: sentence.marks.some((mark) => item.title.text.toLowerCase().includes(mark.toLowerCase()))
      ? ""
      : draw.phrase(item.title),
    Text: drawClozes(sentence, draw, released),
  };
}
