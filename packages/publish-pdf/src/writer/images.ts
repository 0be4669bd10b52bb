import { zlibSync } from "fflate";
import type { Bitmap } from "../figures/bitmap.ts";
import { effort } from "./objects.ts";
import type { PdfDocument, Reference } from "./pdfkit-internals.ts";
import { number } from "./syntax.ts";

/** The document's pictures and opacities, each embedded once. */
export interface Pictures {
  /** Name of the picture in the resources. */
  use(bitmap: Bitmap): string;
  /** Name in the resources of the state that sets an opacity from 0 to 1. */
  opacity(value: number): string;
  /** What was used, by kind and name. */
  resources(): Record<string, Record<string, Reference>>;
}

export function pictureStore(document: PdfDocument): Pictures {
  const images = new Map<Bitmap, { name: string; reference: Reference }>();
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
        ...(images.size > 0 ? { XObject: named(images.values()) } : {}),
        ...(states.size > 0 ? { ExtGState: named(states.values()) } : {}),
      };
    },
  };
}

function embed(document: PdfDocument, { width, height, samples, channels, alpha }: Bitmap): Reference {
  const common = { Type: "XObject", Subtype: "Image", Width: width, Height: height, BitsPerComponent: 8 };
  const stream = (data: Record<string, unknown>, bytes: Uint8Array) => {
    const reference = document.ref({ ...common, ...data, Filter: "FlateDecode" });
    reference.end(zlibSync(bytes, { level: effort }));
    return reference;
  };
  const mask = alpha ? { SMask: stream({ ColorSpace: "DeviceGray" }, alpha) } : {};
  return stream({ ColorSpace: channels === 1 ? "DeviceGray" : "DeviceRGB", ...mask }, samples);
}
