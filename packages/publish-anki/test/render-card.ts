import { type CompleteCollection, type CompleteNoteType, compileCardOrds } from "@high-recall/apkg";

/** A card as Anki shows it, without MathJax. */
export interface RenderedCard {
  readonly item: string;
  /** Key of its note. */
  readonly key: string;
  readonly noteType: string;
  readonly template: string;
  readonly question: string;
  readonly answer: string;
  readonly css: string;
}

/** Every card of a collection, in order. */
export function renderCards(collection: CompleteCollection): RenderedCard[] {
  const noteTypes = new Map(collection.noteTypes.map((noteType) => [noteType.id, noteType]));
  return collection.notes.flatMap((note) => {
    const noteType = noteTypes.get(note.noteType);
    if (noteType === undefined) throw new Error(`No note type ${note.noteType}`);
    const fields = fieldsOf(noteType, note.fields);
    const item = fields.get("Item") ?? "";
    const key = fields.get("Key") ?? "";
    const common = { item, key, noteType: noteType.name, css: noteType.css };
    if (noteType.kind === "cloze") {
      const [template] = noteType.templates;
      if (template === undefined) throw new Error(`${noteType.name} has no template`);
      return compileCardOrds(noteType)(note).map((ord) => ({
        ...common,
        template: `${template.name} ${ord + 1}`,
        question: fill(template.question, new Map([...fields, ...clozeFields(fields, ord + 1, "question")])),
        answer: fill(template.answer, new Map([...fields, ...clozeFields(fields, ord + 1, "answer")])),
      }));
    }
    return compileCardOrds(noteType)(note).map((ord) => {
      const template = noteType.templates[ord];
      if (template === undefined) throw new Error(`${noteType.name} has no template ${ord}`);
      const question = fill(template.question, fields);
      const answer = fill(template.answer, new Map([...fields, ["FrontSide", question]]));
      return { ...common, template: template.name, question, answer };
    });
  });
}

function fieldsOf(noteType: CompleteNoteType, values: readonly string[]): Map<string, string> {
  return new Map(noteType.fields.map((field, index) => [field.name, values[index] ?? ""]));
}

/** The fields as `{{cloze:Field}}` shows them: deletions of this number hidden or revealed, others as plain text. */
function clozeFields(fields: ReadonlyMap<string, string>, asked: number, side: "question" | "answer") {
  return [...fields].map(([name, value]): [string, string] => {
    const shown = value.replaceAll(/\{\{c(\d+)::(.*?)\}\}/gs, (_, number: string, inside: string) => {
      const [text = "", hint = "..."] = inside.split("::");
      if (Number(number) !== asked) return `<span class="cloze-inactive" data-ordinal="${number}">${text}</span>`;
      return `<span class="cloze" data-ordinal="${number}">${side === "answer" ? text : `[${hint}]`}</span>`;
    });
    return [`cloze:${name}`, shown];
  });
}

/** `{{#Field}}…{{/Field}}`, `{{^Field}}…{{/Field}}` and `{{Field}}`: all that the templates use. */
function fill(template: string, fields: ReadonlyMap<string, string>): string {
  const parts = template.split(/(\{\{[^{}]+\}\})/);
  const out: string[] = [];
  const open: { name: string; isShown: boolean }[] = [];
  for (const part of parts) {
    const handle = /^\{\{([#^/]?)(.+)\}\}$/.exec(part);
    const hidden = open.some(({ isShown }) => !isShown);
    if (handle === null) {
      if (!hidden) out.push(part);
      continue;
    }
    const [, sign, name = ""] = handle;
    const value = fields.get(name);
    if (value === undefined) throw new Error(`No field ${name}`);
    if (sign === "#") open.push({ name, isShown: value !== "" });
    else if (sign === "^") open.push({ name, isShown: value === "" });
    else if (sign === "/") {
      if (open.pop()?.name !== name) throw new Error(`{{/${name}}} closes nothing`);
    } else if (!hidden) out.push(value);
  }
  if (open.length > 0) throw new Error(`${open.map(({ name }) => name).join(", ")} left open`);
  return out.join("");
}

/** The page in which Anki shows a side of a card. `unfolded` opens everything that a tap opens. */
export function pageOf(side: string, css: string, options: { night: boolean; unfolded?: boolean }): string {
  const body = options.unfolded ? side.replaceAll("<details>", "<details open>") : side;
  return `<!doctype html>
<html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><style>${css}</style></head>
<body class="card card1${options.night ? " nightMode night_mode" : ""}"><div id="qa">${body}</div></body></html>
`;
}
