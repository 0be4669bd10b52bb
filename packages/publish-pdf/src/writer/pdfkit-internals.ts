import PDFDocument from "pdfkit";

/**
 * The parts of pdfkit 0.20.2 that are used here and that its types do not show. Each is held by a test
 * (test/pdfkit-contract.test.ts), so that an upgrade that changes one is found out.
 */
export interface Reference {
  readonly id: number;
  data: Record<string, unknown>;
  /** Chunks of its stream, empty for a plain object. */
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
  /** Made with the document: the root of the outline. */
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

/** Opens an empty document: no first page, no default font, nothing compressed by pdfkit itself. */
export function openDocument(options: { language: string; info: Record<string, unknown> }): PdfDocument {
  const document = new PDFDocument({
    autoFirstPage: false,
    compress: false,
    pdfVersion: "1.7",
    lang: options.language,
    displayTitle: true,
    // Without this pdfkit embeds Helvetica whole; our fonts are embedded by embed-font.ts.
    font: null as unknown as string,
    info: options.info,
  });
  return document as unknown as PdfDocument;
}
