export { type Changed, type Changes, changesBetween } from "./changes.ts";
export { CsvProduct } from "./csv/product.ts";
export { createCsvPublisher } from "./csv/publisher.ts";
export { type Lost, lostItems } from "./lost.ts";
export { guidOf } from "./note.ts";
export { AnkiProduct } from "./product.ts";
export { type AnkiPublisherOptions, createAnkiPublisher } from "./publisher.ts";
export { release, releasedIn } from "./release.ts";
export { printReleased, Released, ReleasedItem, ReleasedNoteType } from "./released.ts";
