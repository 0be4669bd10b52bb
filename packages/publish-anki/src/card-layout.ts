/** Parts of the templates of all cards, as HTML with Anki's `{{Field}}`. */

/** The front of a card: topic and level, the notice of a retired item, the instruction, and the subject. */
export function front(label: string, prompt: string, subject: string): string {
  const words = prompt === "" ? "" : `\n{{^Notice}}<p class="prompt">${prompt}</p>{{/Notice}}`;
  return `<article class="note front">
<header class="eyebrow"><span class="topic">{{Topic}}</span><span class="kind">${label}</span>{{#Level}}<span class="level level-{{Level}}">{{Level}}</span>{{/Level}}</header>
{{#Notice}}<aside class="notice">{{Notice}}</aside>{{/Notice}}${words}
${subject}
</article>`;
}

/** The back of a card: the front, then the answer, then its sources. */
export function back(answer: string): string {
  return `{{FrontSide}}
<hr id="answer">
<article class="note back">
${answer}
{{#Sources}}<footer class="sources">{{Sources}}</footer>{{/Sources}}
</article>`;
}

/** A field under a small heading; nothing when the field is empty. */
export function shown(field: string, heading = field): string {
  return `{{#${field}}}<section class="part"><h2>${heading}</h2>{{${field}}}</section>{{/${field}}}`;
}

/** A field that opens with a tap; nothing when the field is empty. */
export function folded(field: string, heading = field): string {
  return `{{#${field}}}<details class="part"><summary>${heading}</summary><div class="inside">{{${field}}}</div></details>{{/${field}}}`;
}

/** The heading of a card. */
export function heading(field: string): string {
  return `<h1>{{${field}}}</h1>`;
}
