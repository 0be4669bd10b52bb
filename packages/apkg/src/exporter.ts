import type { Collection, Media, Note } from "./collection.ts";
import type { OpenDatabase } from "./database.ts";
import { guidFor } from "./guid.ts";
import { noteTypeId } from "./ids.ts";
import { write } from "./write.ts";

export interface ExporterOptions {
  /** `openDatabase` of `./node`, or `openWithSqlJs(…)` of `./browser`. */
  readonly open: OpenDatabase;
  /** Seconds since 1970: when the cards last changed, such as `Math.floor(Date.now() / 1000)`. */
  readonly modified: number;
  readonly questionFormat?: string;
  readonly answerFormat?: string;
  readonly css?: string;
}

export interface CardOptions {
  /** Spaces in a tag become `_`. */
  readonly tags?: string | readonly string[];
  /** Anki's key of the note. Without it: made of the deck's name and the front, so a new front makes a new note. */
  readonly guid?: string;
}

/** How `anki-apkg-export` shows a card. */
const defaultCss =
  ".card {\n font-family: arial;\n font-size: 20px;\n text-align: center;\n color: black;\nbackground-color: white;\n}\n";

/** The small API of the package `anki-apkg-export`, for its users: one deck, fronts and backs. Unlike there, importing a
 *  later export updates the cards instead of doubling them. */
export class Exporter {
  readonly #deckName: string;
  readonly #options: ExporterOptions;
  readonly #notes: Note[] = [];
  readonly #media: { readonly name: string; readonly bytes: Uint8Array | Blob }[] = [];
  /** Front -> how many cards have it. */
  readonly #fronts = new Map<string, number>();

  constructor(deckName: string, options: ExporterOptions) {
    this.#deckName = deckName;
    this.#options = options;
  }

  /** Adds a card; `front` and `back` are HTML. */
  addCard(front: string, back: string, { tags = [], guid }: CardOptions = {}): void {
    const repeat = this.#fronts.get(front) ?? 0;
    this.#fronts.set(front, repeat + 1);
    this.#notes.push({
      guid: guid ?? guidFor(this.#deckName, repeat === 0 ? front : `${front} #${repeat}`),
      noteType: this.#noteType(),
      deck: this.#deckName,
      fields: [front, back].map((field) => field.replaceAll("\r\n", "\n")),
      tags: (typeof tags === "string" ? tags.split(" ") : tags).filter(Boolean).map((tag) => tag.replaceAll(" ", "_")),
      modified: this.#options.modified,
    });
  }

  /** Adds a file that cards show as `<img src="name">` or play as `[sound:name]`. */
  addMedia(name: string, data: Uint8Array | ArrayBuffer | Blob): void {
    this.#media.push({ name, bytes: data instanceof ArrayBuffer ? new Uint8Array(data) : data });
  }

  /** The bytes of the `.apkg` file.
   *  @throws {PackageError} */
  async save(): Promise<Uint8Array> {
    const { open, modified, questionFormat = "{{Front}}", answerFormat, css } = this.#options;
    const collection: Collection = {
      noteTypes: [
        {
          id: this.#noteType(),
          name: this.#deckName,
          kind: "standard",
          fields: [{ name: "Front" }, { name: "Back" }],
          templates: [
            {
              name: "Card 1",
              question: questionFormat,
              answer: answerFormat ?? '{{FrontSide}}\n\n<hr id="answer">\n\n{{Back}}',
            },
          ],
          css: css ?? defaultCss,
          modified,
        },
      ],
      decks: [{ name: this.#deckName }],
      notes: this.#notes,
      media: await Promise.all(this.#media.map(readBlob)),
    };
    return write(collection, { open });
  }

  #noteType(): number {
    return noteTypeId("anki-apkg-export", this.#deckName);
  }
}

async function readBlob({ name, bytes }: { name: string; bytes: Uint8Array | Blob }): Promise<Media> {
  return { name, bytes: bytes instanceof Uint8Array ? bytes : new Uint8Array(await bytes.arrayBuffer()) };
}
