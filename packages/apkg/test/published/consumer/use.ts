import { type Collection, check, type Fault, write } from "@high-recall/apkg";
import { AnkiExport } from "@high-recall/apkg/anki-apkg-export";
import { openWithSqlJs, type SqlJs } from "@high-recall/apkg/browser";
import { Exporter } from "@high-recall/apkg/exporter";
import { openDatabase } from "@high-recall/apkg/node";

declare const collection: Collection;
declare const sqlJs: SqlJs;

export const bytes: Uint8Array = write(collection, { open: openDatabase });
export const faults: Fault[] = check(bytes, { open: openWithSqlJs(sqlJs), now: 0 });
export const saved: Promise<Uint8Array> = new AnkiExport("Deck", { css: "" }).save();
// @ts-expect-error: it needs a database and a date
export const wrong = new Exporter("Deck");
