export { CsvProduct } from "./product.ts";
export { createCsvPublisher } from "./publisher.ts";
