import { Exporter } from "./exporter.ts";
import { openDatabase } from "./node.ts";

/** How cards look: the second argument of `anki-apkg-export`. */
export interface CardTemplate {
  readonly questionFormat?: string;
  readonly answerFormat?: string;
  readonly css?: string;
}

/**
 * `anki-apkg-export` with the same name and calls, for Node: change the import and nothing else. Cards are dated now, as in
 * that package; but importing a later export updates a learner's cards and keeps their history.
 */
export class AnkiExport extends Exporter {
  constructor(deckName: string, template: CardTemplate = {}) {
    super(deckName, { open: openDatabase, modified: Math.floor(Date.now() / 1000), ...template });
  }
}
