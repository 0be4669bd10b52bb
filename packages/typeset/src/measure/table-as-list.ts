import type { Token } from "../inline/tokens.ts";
import type { Type } from "./atom.ts";
import { type Environment, type Frame, inner } from "./measure-context.ts";
import { sliceText } from "./paragraph.ts";
import type { Slice, TagStep } from "./slice.ts";

/** Size of its text in units of the text around, and the distance of its lines. */
const scale = 0.87;
const leading = 1.2;

/** Each row as a list of "head: cell", for tables too wide for the column. */
export function turned(cells: readonly (readonly Token[][])[], frame: Frame, gap: number, env: Environment): Slice[] {
  const [head = [], ...rows] = cells;
  const type: Type = { size: env.size * scale, weight: "regular" };
  const list: TagStep = { key: frame.key, type: "L", isOrdered: false };
  const bar = { colour: frame.accent, width: 0.12 * env.size };
  return rows.flatMap((row, index) => {
    const item: TagStep = { key: `${frame.key}.${index}`, type: "LI" };
    const body: TagStep = { key: `${frame.key}.${index}.body`, type: "LBody" };
    const ground = { key: `${frame.key}.${index}`, x: frame.x, width: frame.width, bar };
    const indent = 0.8 * env.size;
    const lineFrame: Frame = {
      ...inner(frame, index),
      x: frame.x + indent,
      width: frame.width - indent,
      tags: [...frame.tags, list, item, body],
      grounds: [...frame.grounds, ground],
    };
    return row.flatMap((tokens, column) => {
      const label = (head[column] ?? []).map((token) => asLabel(token));
      const colon: Token = {
        kind: "word",
        text: ":",
        style: { isBold: true, isItalic: false, isCode: false, isStruck: false },
      };
      const space: Token = { kind: "space", style: colon.style };
      const tag: TagStep = { key: `${frame.key}.${index}.${column}`, type: "P" };
      const lineGap = column > 0 ? 0 : index > 0 ? 0.4 * env.size : gap;
      const all = [...label, ...(label.length > 0 ? [colon, space] : []), ...tokens];
      return sliceText(all, lineFrame, { type, leading, tag, gap: lineGap }, env);
    });
  });
}

function asLabel(token: Token): Token {
  return token.kind === "break" ? token : { ...token, style: { ...token.style, isBold: true } };
}
