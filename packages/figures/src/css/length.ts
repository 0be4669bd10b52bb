import { parseDimension } from "./numbers.ts";

/** A length as written: in pixels, or relative to a size that is known later. */
export interface Length {
  readonly value: number;
  readonly unit: "px" | "%" | "em" | "rem";
}

export const zero: Length = { value: 0, unit: "px" };

/** CSS pixels in one of each unit. @see https://www.w3.org/TR/css-values-3/#absolute-lengths */
const pixels: Readonly<Record<string, number>> = {
  px: 1,
  pt: 96 / 72,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  q: 96 / 101.6,
};

/** Valid lengths, for messages. */
export const lengthHint = "a number, or one with `px`, `pt`, `mm`, `cm`, `in`, `em`, `rem` or `%`";

/** Reads a length; user units and pixels are the same. */
export function parseLength(text: string): Length | undefined {
  const dimension = parseDimension(text);
  if (!dimension) return undefined;
  const { value, unit } = dimension;
  if (unit === "") return { value, unit: "px" };
  if (unit === "%" || unit === "em" || unit === "rem") return { value, unit };
  const scale = pixels[unit];
  return scale === undefined ? undefined : { value: value * scale, unit: "px" };
}

/** Sizes that relative lengths refer to, in pixels. */
export interface FontSizes {
  readonly em: number;
  readonly rem: number;
}

/** A length in pixels; `whole` is what 100 % means. */
export function resolve({ value, unit }: Length, whole: number, { em, rem }: FontSizes): number {
  switch (unit) {
    case "px":
      return value;
    case "%":
      return (value / 100) * whole;
    case "em":
      return value * em;
    case "rem":
      return value * rem;
    default:
      return unknownUnit(unit);
  }
}

function unknownUnit(unit: never): never {
  throw new Error(`Unknown unit ${unit}`);
}
