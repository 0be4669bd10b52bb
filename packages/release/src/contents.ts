import type { Curriculum, Imprint } from "@high-recall/core";
import type { Register, ReleasedNoteType } from "./register.ts";

/** The notes of a release: of current and of retired items. */
export type ReleasedNotes = Pick<Register, "items" | "retired">;

/** Contents of a release, before it is entered in the register. */
export interface Contents extends ReleasedNotes, Pick<Register, "deck" | "decks"> {
  /** Names of the media files of this release alone. */
  readonly media: readonly string[];
  /** By name. */
  readonly noteTypes: Readonly<Record<string, Omit<ReleasedNoteType, "version">>>;
}

/** A format whose learners keep a history; it determines the contents of a release. */
export interface CardHistory {
  /** Contents of a release of this curriculum, dated by the register of the last release. */
  readonly contentsOf: (curriculum: Curriculum, last: Register | undefined) => Contents;
  /**
   * Notes in a published file, for comparing with it when no register was kept.
   * @throws {RangeError} when it cannot be read; the message says why
   */
  readonly notesIn: (file: Uint8Array, edition: Imprint) => ReleasedNotes;
}

/** A card history before its code is loaded. */
export interface CardHistoryLoader {
  /** End of the names of its files, such as `.apkg`. */
  readonly extension: string;
  readonly load: () => Promise<CardHistory>;
}
