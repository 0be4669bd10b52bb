export { type Face, type FontFiles, mathFaces, textFaces } from "./fonts/face.ts";
export { coverage } from "./fonts/open-fonts.ts";
export { type Product, product } from "./product.ts";
export { createPdfPublisher, type PdfOptions } from "./publish.ts";
