import type { NoteDesign } from "../design.ts";
import { front, heading } from "../frame.ts";

const fields = ["Title", "Text", "Kind"] as const;

/** Shows the gap on the front, and on the back what was in it. A note that is gone shows its notice and title alone. */
const text = front(
  "{{Kind}}",
  "Fill the gap",
  `${heading("Title")}\n{{^Notice}}<div class="answer">{{cloze:Text}}</div>{{/Notice}}`,
);

/** The lead of an item with a gap where it holds a mark: a card for each gap. */
export const cloze: NoteDesign<(typeof fields)[number]> = {
  name: "Cloze",
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
