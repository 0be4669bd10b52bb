/** The content of an Anki package as plain data, in Anki's own words. Without scheduling: a published package has new cards
 *  only. */
export interface Collection {
  readonly noteTypes: readonly NoteType[];
  /** A deck's missing parents are added: `A::B` brings `A`. */
  readonly decks: readonly Deck[];
  /** In study order: new cards come up in the order of their notes. */
  readonly notes: readonly Note[];
  readonly media?: readonly Media[];
  /** Seconds since 1970. Anki counts days from here; new cards do not use it. */
  readonly created?: number;
  /** Seconds since 1970. Without it: the newest `modified` of the notes and note types. */
  readonly modified?: number;
}

export interface NoteType {
  /** Frozen: Anki matches by it. 13 digits, see `noteTypeId`. */
  readonly id: number;
  readonly name: string;
  /** `cloze` makes a card for each number in `{{c1::…}}`, `standard` one for each template whose question is not empty. */
  readonly kind: "standard" | "cloze";
  readonly fields: readonly Field[];
  readonly templates: readonly Template[];
  /** Shared by all templates. */
  readonly css?: string;
  /** Seconds since 1970. Raise it when the text of a template or the CSS changes, or learners keep the old one. */
  readonly modified: number;
  /** Position of the field that the card browser sorts by; 0 without it. */
  readonly sortField?: number;
  /** Wraps `[latex]…[/latex]`; not used by MathJax. */
  readonly latexPre?: string;
  readonly latexPost?: string;
}

export interface Field {
  /** Frozen: lets a later release rename the field. Without it: derived from the note type's id and the name.
   *  Anki's own are 64 bits wide, so `read` may give a bigint. */
  readonly id?: number | bigint;
  readonly name: string;
  readonly description?: string;
  readonly font?: string;
  /** Points, in the editor. */
  readonly size?: number;
  readonly rtl?: boolean;
  readonly sticky?: boolean;
}

export interface Template {
  /** Frozen: lets a later release rename the template. Without it: derived from the note type's id and the name. */
  readonly id?: number | bigint;
  readonly name: string;
  /** HTML with `{{Field}}`, `{{#Field}}…{{/Field}}`, `{{^Field}}…{{/Field}}`; `qfmt` in the database. */
  readonly question: string;
  /** As `question`, and `{{FrontSide}}`; `afmt` in the database. */
  readonly answer: string;
}

export interface Deck {
  /** Without it: derived from the name. Anki matches decks by name. */
  readonly id?: number;
  /** Levels joined by `::`. */
  readonly name: string;
  /** HTML, shown under the deck's name. */
  readonly description?: string;
}

export interface Note {
  /** Frozen: Anki finds a learner's note by it alone. See `guidFor`. */
  readonly guid: string;
  /** Id of a note type of the collection. */
  readonly noteType: number;
  /** Name of a deck of the collection. */
  readonly deck: string;
  /** HTML, one for each field of the note type. For text see `escapeText`. */
  readonly fields: readonly string[];
  readonly tags?: readonly string[];
  /** Seconds since 1970. Anki updates a learner's note only when this is larger than the note's. */
  readonly modified: number;
}

export interface Media {
  /** Flat. Anki keeps the file it already has under a name, so a name should hold a hash of the bytes: `mediaName`. */
  readonly name: string;
  /** May be a getter: it is read once, when the file is written. */
  readonly bytes: Uint8Array;
}

/** A collection without missing values: the result of `read` and `complete`. */
export interface CompleteCollection {
  /** Ordered by id. */
  readonly noteTypes: readonly CompleteNoteType[];
  /** Ordered by name, parents included. */
  readonly decks: readonly Required<Deck>[];
  readonly notes: readonly Required<Note>[];
  /** Ordered by name. */
  readonly media: readonly Media[];
  readonly created: number;
  readonly modified: number;
}

export interface CompleteNoteType extends Required<NoteType> {
  readonly fields: readonly Required<Field>[];
  readonly templates: readonly Required<Template>[];
}
