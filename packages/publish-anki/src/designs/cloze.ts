import { clozeNoteType } from "@high-recall/release";
import { front, heading } from "../card-layout.ts";
import type { NoteDesign } from "../design.ts";

const fields = ["Title", "Text", "Kind"] as const;

/** The front shows the gap, the back fills it. A retired note shows its notice and title alone. */
const text = front(
  "{{Kind}}",
  "Fill the gap",
  `${heading("Title")}\n{{^Notice}}<div class="answer">{{cloze:Text}}</div>{{/Notice}}`,
);

/** An item's lead with its marks as gaps: a card for each gap. */
export const cloze: NoteDesign<(typeof fields)[number]> = {
  name: clozeNoteType,
  form: "cloze",
  fields,
  prompts: ["Title"],
  templates: [
    {
      name: "Cloze",
      question: text,
      answer: `${text}
<hr id="answer">
<article class="note back">
{{#Sources}}<footer class="sources">{{Sources}}</footer>{{/Sources}}
</article>`,
    },
  ],
};
