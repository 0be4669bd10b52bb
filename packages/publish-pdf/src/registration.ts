import { definePublisher } from "@high-recall/core";
import { product } from "./product.ts";

export const pdf = definePublisher({
  name: "pdf",
  makes: "sheets and handbooks",
  product,
  defaults: () => [
    { path: "pdf/cheatsheet-a4.pdf", layout: "sheet", paper: "a4" },
    { path: "pdf/handbook-a4.pdf", layout: "handbook", paper: "a4" },
  ],
  isDefault: true,
  inputs: ["edition.yaml", "samples.lock.json"],
  flags: {
    title: "A sheet of your own (pdf):",
    product: { layout: "sheet", path: "pdf/sheet.pdf" },
    flags: {
      paper: { value: "size", description: "paper of the sheet", type: "text", choices: ["a4", "letter", "a3"] },
      columns: {
        value: "number",
        description: "columns a page",
        type: "number",
        choices: ["1", "2", "3", "4", "5", "6"],
      },
      ink: { value: "ink", description: "colour, or bw for greys", type: "text", choices: ["colour", "bw"] },
      pages: { value: "number", description: "at most so many; what is shown is chosen to fit them", type: "number" },
      size: { value: "points", description: "type size", type: "number" },
    },
  },
  load: async () => {
    const [{ createPdfPublisher }, { backgroundCompressor }, { readFonts }] = await Promise.all([
      import("./publish.ts"),
      import("./node.ts"),
      import("@high-recall/typeset/node"),
    ]);
    return createPdfPublisher({ fonts: readFonts(), compress: backgroundCompressor() });
  },
});
