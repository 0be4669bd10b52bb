import { Exporter } from "./exporter.ts";
import { openDatabase } from "./node.ts";

/** How cards look: the second argument of `anki-apkg-export`. */
export interface CardTemplate {
  readonly questionFormat?: string;
  readonly answerFormat?: string;
  readonly css?: string;
}

/**
 * `anki-apkg-export` under its own name and calls, for Node: change the import and nothing else. As there, the cards are
 * dated now; as not there, importing a later export updates the cards a learner has, and keeps their history.
 */
export class AnkiExport extends Exporter {
  constructor(deckName: string, template: CardTemplate = {}) {
    super(deckName, { open: openDatabase, modified: Math.floor(Date.now() / 1000), ...template });
  }
}
