import { number, textString } from "./syntax.ts";

/** Text that is written verbatim. */
export class Raw {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

/**
 * Serializes a value of pdfkit's objects, with the fewest spaces. A primitive string is a name, a String object is
 * text.
 */
export function serialize(value: unknown): string {
  if (value === null || value === undefined) return "null";
  switch (typeof value) {
    case "string":
      return `/${value}`;
    case "number":
      return number(value);
    case "boolean":
      return String(value);
    case "object":
      return serializeObject(value);
    default:
      throw new Error(`A PDF has no value such as ${String(value)}`);
  }
}

function serializeObject(value: object): string {
  if (value instanceof String) return textString(value.toString());
  if (value instanceof Date) return `(D:${value.toISOString().replace(/[-:T]|\.\d+/g, "")})`;
  if (Array.isArray(value)) return `[${value.map(serialize).reduce(spaced, "")}]`;
  // References and raw text serialize themselves.
  if (Object.getPrototypeOf(value) !== Object.prototype && Object.getPrototypeOf(value) !== null) return String(value);
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  return `<<${entries.map(([key, entry]) => spaced(`/${key}`, serialize(entry))).join("")}>>`;
}

/** Joins two values; a space is required only between letters and digits. */
function spaced(left: string, right: string): string {
  return left === "" || /^[/([<]/.test(right) || /[)\]>]$/.test(left) ? left + right : `${left} ${right}`;
}
