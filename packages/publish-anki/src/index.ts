export type { DatedPart, Dating } from "./dating.ts";
export { guidOf } from "./note.ts";
export { AnkiProduct } from "./product.ts";
export { type AnkiPublisherOptions, createAnkiPublisher } from "./publisher.ts";
