export { type Product, product } from "./product.ts";
export { createPdfPublisher, type PdfOptions } from "./publish.ts";
