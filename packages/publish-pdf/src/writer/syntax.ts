/** A number in PDF syntax: at most `places` decimals, no exponent, no zero before the point. */
export function number(value: number, places = 2): string {
  if (!Number.isFinite(value)) throw new Error(`Not a length: ${value}`);
  const scale = 10 ** places;
  const rounded = Math.round(value * scale) / scale;
  if (rounded === 0) return "0";
  const text = Math.abs(rounded) < 1e-6 ? rounded.toFixed(places) : String(rounded);
  if (text.startsWith("0.")) return text.slice(1);
  return text.startsWith("-0.") ? `-${text.slice(2)}` : text;
}

/** Operators that set the fill colour `#rrggbb`; grey takes one number. */
export function ink(colour: string): string {
  const value = Number.parseInt(colour.slice(1), 16);
  const channel = (shift: number) => number(((value >> shift) & 255) / 255, 3);
  const [red, green, blue] = [channel(16), channel(8), channel(0)];
  return red === green && green === blue ? `${red} g` : `${red} ${green} ${blue} rg`;
}

/** Operators that set the stroke colour `#rrggbb`. */
export function strokeInk(colour: string): string {
  return ink(colour).toUpperCase();
}

/** A text string: ASCII as it is, anything else in UTF-16. Each character is a byte. */
export function textString(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return `(${text.replace(/[\\()]/g, "\\$&")})`;
  let out = "\xfe\xff";
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    out += String.fromCharCode(unit >> 8, unit & 255);
  }
  return `(${out.replace(/[\\()]/g, "\\$&").replaceAll("\r", "\\r")})`;
}
