/** Parts of the templates of all cards, as HTML with Anki's `{{Field}}`. */

/** The front of a card: topic, kind and level, the notice of a retired item, the instruction, and the subject. */
export function front(kind: string, ask: string, subject: string): string {
  const words = ask === "" ? "" : `\n{{^Notice}}<p class="ask">${ask}</p>{{/Notice}}`;
  return `<article class="note front t-{{Topic id}}">
<header class="top"><b>{{Topic}}</b><i>${kind}</i>{{#Level}}<i class="level">{{Level}}</i>{{/Level}}</header>
{{#Notice}}<aside class="notice">{{Notice}}</aside>{{/Notice}}${words}
${subject}
</article>`;
}

/** The back of a card: the front, a rule, then the answer and what is folded below it. */
export function back(answer: string, ...folds: readonly string[]): string {
  return `{{FrontSide}}
<article class="note back t-{{Topic id}}">
<hr id="answer">
${answer}
${[...folds, sources].join("\n")}
</article>`;
}

/**
 * The back of a card whose front is filled in place: its own copy of the front, so that nothing moves, and what is folded.
 */
export function filled(shownFront: string, ...rest: readonly string[]): string {
  return `${shownFront}
<article class="note back t-{{Topic id}}">
${[...rest, sources].join("\n")}
</article>`;
}

/** A field that opens with a tap; nothing when the field is empty. */
export function folded(field: string, heading = field, remark = ""): string {
  const small = remark === "" ? "" : ` <small>${remark}</small>`;
  return `{{#${field}}}<details><summary>${heading}${small}</summary><div class="in">{{${field}}}</div></details>{{/${field}}}`;
}

const sources =
  '{{#Sources}}<details><summary>Sources</summary><div class="in sources">{{Sources}}</div></details>{{/Sources}}';

/** The question of a card. */
export function heading(field: string): string {
  return `<h1>{{${field}}}</h1>`;
}

/** The answer of a card; nothing when the field is empty. */
export function answer(field: string, more = ""): string {
  return `{{#${field}}}<div class="answer${more}">{{${field}}}</div>{{/${field}}}`;
}

/** What an item is called, small above a question that is not its title; nothing when the field is empty. */
export function above(field: string): string {
  return `{{#${field}}}<p class="of">{{${field}}}</p>{{/${field}}}`;
}
