import type { FigureRole } from "@high-recall/core";
import { namedColours } from "./named-colours.ts";
import { parseAngle, parseDimension, parseShare } from "./numbers.ts";

/** A colour of sRGB with its opacity. */
export interface Colour {
  /** `#rrggbb` */
  readonly hex: string;
  /** From 0 to 1. */
  readonly opacity: number;
  /** The role of the colour; each palette has its own colour for it. */
  readonly role?: FigureRole;
}

/** Valid colours, for messages. */
export const colourHint = "a name, `#rrggbb`, `rgb(…)`, `hsl(…)` or `hwb(…)`";

/**
 * Reads a colour of CSS: a name, `transparent`, hexadecimal digits, `rgb()`, `hsl()` or `hwb()`, with commas or
 * without. @see https://www.w3.org/TR/css-color-4/
 */
export function parseColour(text: string): Colour | undefined {
  const value = text.trim().toLowerCase();
  if (value === "transparent") return { hex: "#000000", opacity: 0 };
  const named = namedColours.get(value);
  if (named !== undefined) return { hex: `#${named}`, opacity: 1 };
  return value.startsWith("#") ? fromDigits(value.slice(1)) : fromFunction(value);
}

function fromDigits(digits: string): Colour | undefined {
  if (!/^[0-9a-f]{3,8}$/.test(digits)) return undefined;
  const long = digits.length < 6 ? [...digits].map((digit) => digit + digit).join("") : digits;
  if (long.length !== 6 && long.length !== 8) return undefined;
  const opacity = long.length === 8 ? Number.parseInt(long.slice(6), 16) / 255 : 1;
  return { hex: `#${long.slice(0, 6)}`, opacity };
}

function fromFunction(text: string): Colour | undefined {
  const [, name = "", list = ""] = /^(rgba?|hsla?|hwb)\(([^()]*)\)$/.exec(text) ?? [];
  const parts = name === "" ? undefined : partsOf(list, name !== "hwb");
  if (!parts) return undefined;
  const opacity = parts.opacity === undefined ? 1 : parseShare(parts.opacity);
  const channels = name.startsWith("rgb") ? fromRgb(parts.channels) : fromHue(name, parts.channels);
  return opacity === undefined || !channels ? undefined : { hex: hexOf(channels), opacity };
}

type Three<T> = readonly [T, T, T];

/** Three channels and the opacity: `1, 2, 3, .5` in the older form, `1 2 3 / .5` in the newer. */
function partsOf(
  list: string,
  hasOlderForm: boolean,
): { channels: Three<string>; opacity: string | undefined } | undefined {
  if (list.includes(",")) {
    const [first, second, third, opacity, ...more] = list.split(",").map((part) => part.trim());
    if (!hasOlderForm || !first || !second || !third || more.length > 0) return undefined;
    // The older form allows no `none`, and no mixture of numbers and percentages.
    return { channels: [first, second, third], opacity };
  }
  const [before = "", opacity, ...more] = list.split("/").map((part) => part.trim());
  const [first, second, third, ...rest] = before.split(/\s+/).map((part) => (part === "none" ? "0" : part));
  if (!first || !second || !third || rest.length > 0 || more.length > 0) return undefined;
  return { channels: [first, second, third], opacity: opacity === "none" ? "0" : opacity };
}

/** Channels from 0 to 1. */
function fromRgb(channels: Three<string>): Three<number> | undefined {
  const values = channels.map((channel) => {
    const dimension = parseDimension(channel);
    if (dimension?.unit === "%") return dimension.value / 100;
    return dimension?.unit === "" ? dimension.value / 255 : undefined;
  });
  return three(values);
}

/** @see https://www.w3.org/TR/css-color-4/#hsl-to-rgb and #hwb-to-rgb */
function fromHue(name: string, [first, second, third]: Three<string>): Three<number> | undefined {
  const hue = parseAngle(first, "deg");
  const [one, other] = [second, third].map((part) => {
    const dimension = parseDimension(part);
    const isShare = dimension?.unit === "%" || dimension?.unit === "";
    return isShare ? Math.min(1, Math.max(0, dimension.value / 100)) : undefined;
  });
  if (hue === undefined || one === undefined || other === undefined) return undefined;
  if (name !== "hwb") return hsl(hue, one, other);
  const [white, black] = one + other > 1 ? [one / (one + other), other / (one + other)] : [one, other];
  return three(hsl(hue, 1, 0.5).map((channel) => channel * (1 - white - black) + white));
}

function hsl(hue: number, saturation: number, lightness: number): Three<number> {
  const channel = (offset: number) => {
    const step = (((offset + hue / 30) % 12) + 12) % 12;
    return lightness - saturation * Math.min(lightness, 1 - lightness) * Math.max(-1, Math.min(step - 3, 9 - step, 1));
  };
  return [channel(0), channel(8), channel(4)];
}

function three(values: readonly (number | undefined)[]): Three<number> | undefined {
  const [first, second, third] = values;
  return first === undefined || second === undefined || third === undefined ? undefined : [first, second, third];
}

function hexOf(channels: Three<number>): string {
  const bytes = channels.map((channel) => Math.round(Math.min(1, Math.max(0, channel)) * 255));
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
