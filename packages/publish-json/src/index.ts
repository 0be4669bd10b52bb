export {
  CurriculumDocument,
  FigureFile,
  IndexDocument,
  ItemDocument,
  ItemEntry,
  PublishedDocument,
  RedirectsDocument,
  SearchDocument,
  SearchEntry,
  TopicDocument,
} from "./documents.ts";
export { JsonProduct } from "./product.ts";
export { createJsonPublisher } from "./publisher.ts";
export { readCurriculum } from "./read.ts";
export { jsonSchema } from "./schema.ts";
export { textOf } from "./text.ts";
