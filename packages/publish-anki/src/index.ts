export { contentsOf, createCardHistory, notesOf } from "./history.ts";
export { guidOf } from "./note.ts";
export { AnkiProduct } from "./product.ts";
export { type AnkiPublisherOptions, createAnkiPublisher } from "./publisher.ts";
