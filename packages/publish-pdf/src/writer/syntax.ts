/** A number as PDF writes it: at most `places` decimals, never an exponent. */
export function number(value: number, places = 2): string {
  if (!Number.isFinite(value)) throw new Error(`Not a length: ${value}`);
  const scale = 10 ** places;
  const rounded = Math.round(value * scale) / scale;
  if (rounded === 0) return "0";
  return Math.abs(rounded) < 1e-6 ? rounded.toFixed(places) : String(rounded);
}

/** `#rrggbb` as three numbers from 0 to 1. */
export function rgb(colour: string): string {
  const value = Number.parseInt(colour.slice(1), 16);
  const channel = (shift: number) => number(((value >> shift) & 255) / 255, 3);
  const [red, green, blue] = [channel(16), channel(8), channel(0)];
  return `${red} ${green} ${blue}`;
}

/** Text as a PDF string for a content stream. */
export function textString(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return `(${text.replace(/[\\()]/g, "\\$&")})`;
  let out = "<FEFF";
  for (let index = 0; index < text.length; index++) out += text.charCodeAt(index).toString(16).padStart(4, "0");
  return `${out}>`;
}
