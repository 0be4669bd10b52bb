import type { CompleteNoteType, NoteType } from "./collection.ts";
import { fieldId, templateId } from "./ids.ts";
import { parseTemplate, showsField } from "./template.ts";

/** A note type in the column `models`. `did`, `usn`, `sticky` and the like are required. */
export interface NoteTypeJson {
  id: number;
  name: string;
  type: number;
  mod: number;
  usn: number;
  sortf: number;
  did: null;
  tmpls: TemplateJson[];
  flds: FieldJson[];
  css: string;
  latexPre: string;
  latexPost: string;
  latexsvg: boolean;
  req: [number, "any" | "all" | "none", number[]][];
  tags: [];
  vers: [];
}

export interface FieldJson {
  name: string;
  ord: number;
  sticky: boolean;
  rtl: boolean;
  font: string;
  size: number;
  description: string;
  media: [];
  id: number | bigint;
}

export interface TemplateJson {
  name: string;
  ord: number;
  qfmt: string;
  afmt: string;
  bqfmt: string;
  bafmt: string;
  /** A deck here would move learners' cards. */
  did: null;
  bfont: string;
  bsize: number;
  id: number | bigint;
}

export function noteTypeToJson(noteType: CompleteNoteType): NoteTypeJson {
  return {
    id: noteType.id,
    name: noteType.name,
    type: noteType.kind === "cloze" ? 1 : 0,
    mod: noteType.modified,
    usn: -1,
    sortf: noteType.sortField,
    did: null,
    tmpls: noteType.templates.map((template, ord) => ({
      name: template.name,
      ord,
      qfmt: template.question,
      afmt: template.answer,
      bqfmt: "",
      bafmt: "",
      did: null,
      bfont: "",
      bsize: 0,
      id: template.id,
    })),
    flds: noteType.fields.map((field, ord) => ({
      name: field.name,
      ord,
      sticky: field.sticky,
      rtl: field.rtl,
      font: field.font,
      size: field.size,
      description: field.description,
      media: [],
      id: field.id,
    })),
    css: noteType.css,
    latexPre: noteType.latexPre,
    latexPost: noteType.latexPost,
    latexsvg: false,
    req: noteType.templates.map((template, ord) => {
      const [rule, fields] = requiredFields(noteType, template.question);
      return [ord, rule, fields];
    }),
    tags: [],
    vers: [],
  };
}

/** Which fields make a card, for clients older than 2.1.28: any of these, all of these, or none does. */
function requiredFields(noteType: NoteType, question: string): ["any" | "all" | "none", number[]] {
  const nodes = parseTemplate(question);
  const names = noteType.fields.map((field) => field.name);
  const positions = [...names.keys()];
  const any = positions.filter((position) => showsField(nodes, (name) => name === names[position]));
  if (any.length > 0) return ["any", any];
  if (!showsField(nodes, (name) => names.includes(name))) return ["none", []];
  const all = positions.filter(
    (position) => !showsField(nodes, (name) => names.includes(name) && name !== names[position]),
  );
  return all.length > 0 ? ["all", all] : ["none", []];
}

export function noteTypeFromJson(json: NoteTypeJson): CompleteNoteType {
  return {
    id: json.id,
    name: json.name,
    kind: json.type === 1 ? "cloze" : "standard",
    // Anki before 2.1.67 gave fields and templates no ids.
    fields: json.flds.map((field) => ({
      id: field.id ?? fieldId(json.id, field.name),
      name: field.name,
      description: field.description ?? "",
      font: field.font,
      size: field.size,
      rtl: field.rtl,
      sticky: field.sticky,
    })),
    templates: json.tmpls.map((template) => ({
      id: template.id ?? templateId(json.id, template.name),
      name: template.name,
      question: template.qfmt,
      answer: template.afmt,
    })),
    css: json.css,
    modified: json.mod,
    sortField: json.sortf,
    latexPre: json.latexPre ?? "",
    latexPost: json.latexPost ?? "",
  };
}
