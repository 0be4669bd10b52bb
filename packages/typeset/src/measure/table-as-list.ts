import type { Token } from "../inline/tokens.ts";
import type { TypeStyle } from "./atom.ts";
import type { MeasureContext } from "./measure-context.ts";
import { sliceText } from "./paragraph.ts";
import type { Slice, TagStep } from "./slice.ts";
import { innerStrip, type Strip } from "./strip.ts";

/** Type size in units of the body text, and leading in units of that. */
const scale = 0.87;
const leading = 1.2;

/** Measures each row as a list of "head: cell", for tables too wide for the column. */
export function measureAsList(
  cells: readonly (readonly Token[][])[],
  strip: Strip,
  gap: number,
  context: MeasureContext,
): Slice[] {
  const [head = [], ...rows] = cells;
  const type: TypeStyle = { size: context.size * scale, weight: "regular" };
  const list: TagStep = { key: strip.key, type: "L", isOrdered: false };
  const bar = { colour: strip.accent, width: 0.12 * context.size };
  return rows.flatMap((row, index) => {
    const item: TagStep = { key: `${strip.key}.${index}`, type: "LI" };
    const body: TagStep = { key: `${strip.key}.${index}.body`, type: "LBody" };
    const background = { key: `${strip.key}.${index}`, x: strip.x, width: strip.width, bar };
    const indent = 0.8 * context.size;
    const lineStrip: Strip = {
      ...innerStrip(strip, index),
      x: strip.x + indent,
      width: strip.width - indent,
      tags: [...strip.tags, list, item, body],
      backgrounds: [...strip.backgrounds, background],
    };
    return row.flatMap((tokens, column) => {
      const label = (head[column] ?? []).map((token) => asLabel(token));
      const colon: Token = {
        kind: "word",
        text: ":",
        style: { isBold: true, isItalic: false, isCode: false, isStruck: false },
      };
      const space: Token = { kind: "space", style: colon.style };
      const tag: TagStep = { key: `${strip.key}.${index}.${column}`, type: "P" };
      const lineGap = column > 0 ? 0 : index > 0 ? 0.4 * context.size : gap;
      const all = [...label, ...(label.length > 0 ? [colon, space] : []), ...tokens];
      return sliceText(all, lineStrip, { type, leading, tag, gap: lineGap }, context);
    });
  });
}

function asLabel(token: Token): Token {
  return token.kind === "break" ? token : { ...token, style: { ...token.style, isBold: true } };
}
