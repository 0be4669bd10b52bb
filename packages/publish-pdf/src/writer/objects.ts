import { type Compress, compress } from "./compress.ts";
import type { PdfDocument, Reference } from "./pdfkit-internals.ts";
import { serialize } from "./serialize.ts";

/** Objects per object stream: more compress better, fewer let a reader find one sooner. */
const perStream = 1000;

/**
 * Writes objects without streams as text. That halves the cost of the structure tree's many objects compared with
 * pdfkit's.
 */
export interface ObjectStore {
  /** Reserves an object number. */
  reserve(): number;
  put(id: number, body: string): void;
  /** Starts to compress a stream, which is written in its turn. */
  stream(bytes: Uint8Array): Reference;
  /** Writes the streams in work, except for the last `most`. */
  writeBegun(most: number): Promise<void>;
  /** Writes all streams in work; later ones are compressed and written at once. */
  close(): Promise<void>;
}

/** Shorter streams, in bytes, do not shrink. */
const leastCompressed = 128;

/**
 * Makes pdfkit write objects into object streams and end with a cross-reference stream (PDF 1.5), which halves a tagged
 * file; and compresses every stream the same way in Node and in the browser.
 */
export function packObjects(document: PdfDocument, compressStream: Compress): ObjectStore {
  const begun: { readonly bytes: Uint8Array | Promise<Uint8Array>; readonly write: WriteStream }[] = [];
  let isClosed = false;
  const compressLater = (bytes: Uint8Array, write: WriteStream) => {
    if (isClosed) write(compress(bytes));
    else begun.push({ bytes: compressStream(bytes), write });
  };
  const writeBegun = async (most: number) => {
    while (begun.length > most) {
      const next = begun.shift();
      if (next) next.write(await next.bytes);
    }
  };
  const packed = objectStreams(document, compressLater);
  const makeReference = document.ref;
  const hook = (reference: Reference) => {
    const finalize = reference.finalize;
    reference.finalize = () => {
      if (reference.buffer.length > 0) {
        compressInPlace(reference);
        finalize.call(reference);
      } else {
        packed.put(reference.id, serialize(reference.data));
        reference.offset = 0;
        document._refEnd(reference);
      }
    };
    return reference;
  };
  document.ref = (data) => hook(makeReference.call(document, data));
  const { Pages, Names, ViewerPreferences } = document._root.data;
  for (const early of [document._root, Pages, Names, ViewerPreferences, document.outline.dictionary]) {
    hook(early as Reference);
  }
  document._finalize = () => {
    packed.flush();
    writeEnd(document, packed);
  };
  return {
    reserve: () => document._offsets.push(null),
    put: packed.put,
    stream(bytes) {
      const reference = document.ref({ Filter: "FlateDecode" });
      compressLater(bytes, (compressed) => reference.end(compressed));
      return reference;
    },
    writeBegun,
    async close() {
      await writeBegun(0);
      isClosed = true;
    },
  };
}

function compressInPlace(reference: Reference): void {
  if (reference.data.Filter || reference.data.Type === "Metadata") return;
  const bytes = join(reference.buffer);
  if (bytes.length < leastCompressed) return;
  reference.buffer = [compress(bytes)];
  reference.data.Filter = "FlateDecode";
}

/** Position of an object: number of its object stream, and index in it. */
interface Places {
  placeOf(id: number): readonly [stream: number, index: number] | undefined;
}

interface ObjectStreams extends Places {
  put(id: number, body: string): void;
  flush(): void;
}

/** Receives a compressed stream. */
type WriteStream = (compressed: Uint8Array) => void;

/** Collects objects and emits a stream whenever one is full. */
function objectStreams(
  document: PdfDocument,
  compressLater: (bytes: Uint8Array, write: WriteStream) => void,
): ObjectStreams {
  let waiting: { readonly id: number; readonly body: string }[] = [];
  /** By object number, which is dense: stream number times `perStream`, plus the index. */
  const places: number[] = [];

  function flush(): void {
    if (waiting.length === 0) return;
    const number = document._offsets.push(null);
    let head = "";
    let body = "";
    for (const [index, { id, body: text }] of waiting.entries()) {
      head += `${id} ${body.length} `;
      body += `${text}\n`;
      places[id] = number * perStream + index;
    }
    const sizes = `/N ${waiting.length}/First ${head.length}`;
    waiting = [];
    compressLater(latin1(head + body), (stream) => {
      document._offsets[number - 1] = document._offset;
      const dictionary = `<</Type/ObjStm${sizes}/Length ${stream.length}/Filter/FlateDecode>>`;
      document._write(`${number} 0 obj\n${dictionary}\nstream`);
      document._write(stream);
      document._write("\nendstream\nendobj");
    });
  }

  return {
    put(id, body) {
      waiting.push({ id, body });
      if (waiting.length === perStream) flush();
    },
    flush,
    placeOf(id) {
      const place = places[id];
      return place === undefined ? undefined : [Math.floor(place / perStream), place % perStream];
    },
  };
}

/** Writes the cross-reference stream and the end of the file. */
function writeEnd(document: PdfDocument, places: Places): void {
  const start = document._offset;
  const number = document._offsets.push(start);
  const table = compress(predicted(crossReferences(document._offsets, places)));
  const id = hex(document._id);
  const dictionary = [
    `/Type/XRef/Size ${number + 1}/W[1 4 2]/Root ${document._root}/Info ${document._info}/ID[<${id}><${id}>]`,
    `/Length ${table.length}/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns ${columns}>>`,
  ].join("");
  document._write(`${number} 0 obj\n<<${dictionary}>>\nstream`);
  document._write(table);
  document._write(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF`);
  document.push(null);
}

/** Bytes of an entry: type, offset or stream, index. */
const columns = 7;

function crossReferences(offsets: readonly (number | null)[], { placeOf }: Places): Uint8Array {
  const table = new Uint8Array((offsets.length + 1) * columns);
  const view = new DataView(table.buffer);
  view.setUint16(5, 65535);
  for (let id = 1; id <= offsets.length; id++) {
    const at = id * columns;
    const place = placeOf(id);
    view.setUint8(at, place ? 2 : 1);
    view.setUint32(at + 1, place ? place[0] : (offsets[id - 1] ?? 0));
    view.setUint16(at + 5, place ? place[1] : 0);
  }
  return table;
}

/** PNG's "up" predictor: each row minus the row above. */
function predicted(table: Uint8Array): Uint8Array {
  const rows = table.length / columns;
  const out = new Uint8Array(rows * (columns + 1));
  for (let row = 0; row < rows; row++) {
    out[row * (columns + 1)] = 2;
    for (let column = 0; column < columns; column++) {
      const above = row > 0 ? (table[(row - 1) * columns + column] ?? 0) : 0;
      out[row * (columns + 1) + 1 + column] = (table[row * columns + column] ?? 0) - above;
    }
  }
  return out;
}

/** Bytes of text whose characters are bytes. */
export function latin1(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
  return bytes;
}

function join(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
