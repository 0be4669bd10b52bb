import PDFDocument from "pdfkit";

/**
 * Parts of pdfkit 0.20.2 that its types do not show. test/pdfkit-contract.test.ts checks each, so that an upgrade that
 * changes one fails.
 */
export interface Reference {
  readonly id: number;
  data: Record<string, unknown>;
  /** Chunks of its stream; empty for an object without one. */
  buffer: Uint8Array[];
  compress: boolean;
  offset: number;
  write(chunk: Uint8Array | string): void;
  end(chunk?: Uint8Array | string): void;
  finalize(): void;
  toString(): string;
}

export interface PdfDocument {
  readonly _root: Reference;
  _info: Reference;
  /** Created with the document: root of the outline. */
  readonly outline: { readonly dictionary: Reference };
  readonly _id: Uint8Array;
  _offset: number;
  readonly _offsets: (number | null)[];
  ref(data?: Record<string, unknown>): Reference;
  endMarkings(): void;
  endMetadata(): void;
  endOutline(): void;
  _write(data: string | Uint8Array): void;
  _refEnd(reference: Reference): void;
  _finalize(): void;
  push(chunk: null): void;
  on(event: "data", listener: (chunk: Uint8Array) => void): void;
  on(event: "end", listener: () => void): void;
  on(event: "error", listener: (error: Error) => void): void;
  end(): void;
}

/** Opens an empty document: no first page, no default font, no compression by pdfkit. */
export function openDocument(options: { language: string; info: Record<string, unknown> }): PdfDocument {
  const document = new PDFDocument({
    autoFirstPage: false,
    compress: false,
    pdfVersion: "1.7",
    lang: options.language,
    displayTitle: true,
    // Otherwise pdfkit embeds all of Helvetica; embed-font.ts embeds our fonts.
    font: null as unknown as string,
    info: options.info,
  });
  return document as unknown as PdfDocument;
}
