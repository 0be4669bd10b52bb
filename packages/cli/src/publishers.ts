import type { RegisteredPublisher } from "@high-recall/core";
import { anki, ankiHistory } from "@high-recall/publish-anki/registration";
import { csv } from "@high-recall/publish-csv/registration";
import { json } from "@high-recall/publish-json/registration";
import { pdf } from "@high-recall/publish-pdf/registration";
import type { CardHistoryLoader } from "@high-recall/release";

/** Every publisher, in the order of the help. No other file of the command line names a publisher. */
export const publishers: readonly RegisteredPublisher[] = [pdf, anki, json, csv];

/** The cards that learners keep a history of, for `recall release` and `recall diff`. */
export const cardHistory: CardHistoryLoader = ankiHistory;
