import type { Bitmap } from "@high-recall/figures";
import { compress } from "./compress.ts";
import { latin1 } from "./objects.ts";
import type { PdfDocument, Reference } from "./pdfkit-internals.ts";
import { number } from "./syntax.ts";

/** The document's pictures, outlines and opacities, each written once. */
export interface Pictures {
  /** Name of the picture in the resources. */
  use(bitmap: Bitmap): string;
  /** Name in the resources of an outline, given as path operators: formulas reuse the same signs. */
  outline(key: string, operators: () => string): string;
  /** Name in the resources of the graphics state with this opacity, 0 to 1. */
  opacity(value: number): string;
  /** Everything in use, by kind and name. */
  resources(): Record<string, Record<string, Reference>>;
}

/** Outlines are clipped at their use. */
const everywhere = [-1e6, -1e6, 1e6, 1e6];

export function pictureStore(document: PdfDocument): Pictures {
  const images = new Map<Bitmap, { name: string; reference: Reference }>();
  const outlines = new Map<string, { name: string; reference: Reference }>();
  const states = new Map<string, { name: string; reference: Reference }>();
  return {
    use(bitmap) {
      let image = images.get(bitmap);
      if (!image) {
        image = { name: `I${images.size + 1}`, reference: embed(document, bitmap) };
        images.set(bitmap, image);
      }
      return image.name;
    },
    outline(key, operators) {
      let outline = outlines.get(key);
      if (!outline) {
        const reference = document.ref({ Type: "XObject", Subtype: "Form", BBox: everywhere });
        reference.end(latin1(`${operators()} f`));
        outline = { name: `O${outlines.size + 1}`, reference };
        outlines.set(key, outline);
      }
      return outline.name;
    },
    opacity(value) {
      const key = number(value, 3);
      let state = states.get(key);
      if (!state) {
        const reference = document.ref({ Type: "ExtGState", ca: Number(key), CA: Number(key) });
        reference.end();
        state = { name: `G${states.size + 1}`, reference };
        states.set(key, state);
      }
      return state.name;
    },
    resources() {
      const named = (entries: Iterable<{ name: string; reference: Reference }>) =>
        Object.fromEntries([...entries].map(({ name, reference }) => [name, reference]));
      return {
        ...(images.size + outlines.size > 0 ? { XObject: named([...images.values(), ...outlines.values()]) } : {}),
        ...(states.size > 0 ? { ExtGState: named(states.values()) } : {}),
      };
    },
  };
}

function embed(document: PdfDocument, { width, height, samples, channels, alpha }: Bitmap): Reference {
  const common = { Type: "XObject", Subtype: "Image", Width: width, Height: height, BitsPerComponent: 8 };
  const stream = (data: Record<string, unknown>, bytes: Uint8Array) => {
    const reference = document.ref({ ...common, ...data, Filter: "FlateDecode" });
    reference.end(compress(bytes));
    return reference;
  };
  const mask = alpha ? { SMask: stream({ ColorSpace: "DeviceGray" }, alpha) } : {};
  return stream({ ColorSpace: channels === 1 ? "DeviceGray" : "DeviceRGB", ...mask }, samples);
}
