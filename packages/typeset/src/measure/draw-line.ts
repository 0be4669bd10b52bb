import type { Drawing } from "../display-list/display-list.ts";
import type { InlineStyle } from "../inline/tokens.ts";
import type { Atom, TextAtom } from "./atom.ts";
import type { MeasureContext } from "./measure-context.ts";
import type { SliceContent, TagStep } from "./slice.ts";

/** Position and look of a line. */
export interface LinePlace {
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly size: number;
  readonly colour: string;
  readonly key: string;
  readonly tags: readonly TagStep[];
  /** Tag of the run-in title. */
  readonly title?: TagStep;
}

/** Draws a line, one content per tag. Backgrounds of inline code come first, untagged. */
export function drawLine(atoms: readonly Atom[], place: LinePlace, context: MeasureContext): SliceContent[] {
  const decoration: Drawing[] = [];
  const contents: SliceContent[] = [];
  let x = place.x;
  let start = 0;
  while (start < atoms.length) {
    const first = atoms[start] as Atom;
    const key = keyOf(first, place, context);
    let end = start + 1;
    while (end < atoms.length && keyOf(atoms[end] as Atom, place, context) === key) end += 1;
    const content = contentOf(first, place, context);
    const colour = content.link ? context.theme.link : first.style.isTitle ? context.theme.heading : place.colour;
    const drawings: Drawing[] = [];
    const run = textRuns(drawings, place.y, colour);
    for (const atom of atoms.slice(start, end)) {
      if (atom.kind === "math") {
        run.end();
        const { part, size } = atom;
        drawings.push({ kind: "formula", part, size, x, y: place.y, colour, isGrey: context.theme.isGrey });
      } else {
        run.add(atom, x);
      }
      addDecorations(decoration, atom, x, place, colour, content.link !== undefined, context);
      x += atom.width;
    }
    run.end();
    contents.push({ ...content, drawings });
    start = end;
  }
  return decoration.length > 0 ? [{ tags: [], drawings: merged(decoration) }, ...contents] : contents;
}

/** Key of an atom's element; neighbours with the same key share one. */
function keyOf(atom: Atom, { key, tags, title }: LinePlace, context: MeasureContext): string {
  const { style } = atom;
  if (atom.kind === "math") return `${key}.math${atom.number}`;
  if (style.link && linkTarget(style.link, context)) return `${key}.link${style.link.number}`;
  return (style.isTitle && title ? title : tags.at(-1))?.key ?? "";
}

function contentOf(
  atom: Atom,
  { key, tags, title }: LinePlace,
  context: MeasureContext,
): Omit<SliceContent, "drawings"> {
  const { style } = atom;
  const link = style.link && linkTarget(style.link, context);
  if (atom.kind === "text" && !link && !(style.isTitle && title)) return { tags };
  const steps = style.isTitle && title ? [...tags.slice(0, -1), title] : [...tags];
  const target = link ? { link } : {};
  if (style.link && link) steps.push({ key: `${key}.link${style.link.number}`, type: "Link" });
  if (atom.kind === "text") return { tags: steps, ...target };
  steps.push({ key: `${key}.math${atom.number}`, type: "Formula", alt: atom.tex });
  // A formula that continues in the next line is copied once, as a whole.
  return { tags: steps, actualText: atom.isFirstPart ? atom.tex : "", ...target };
}

/** Target of a link; undefined if it leads nowhere in print, and then it is plain text. */
function linkTarget({ url, item }: NonNullable<InlineStyle["link"]>, context: MeasureContext): SliceContent["link"] {
  if (item !== undefined) return context.hasItem(item) ? { item, description: `To ${item}` } : undefined;
  return /^(https?:|mailto:)/i.test(url) ? { url, description: url } : undefined;
}

/** Joins text of one face and size to one run. */
function textRuns(drawings: Drawing[], y: number, colour: string) {
  let first: TextAtom | undefined;
  let parts: string[] = [];
  let [x, width] = [0, 0];
  const end = () => {
    if (!first) return;
    const { face, size } = first;
    drawings.push({ kind: "text", face, text: parts.join(""), size, x, y, width, colour });
    first = undefined;
  };
  const add = (atom: TextAtom, left: number) => {
    if (first?.face === atom.face && first.size === atom.size) {
      parts.push(atom.text);
      width += atom.width;
      return;
    }
    end();
    [first, parts, x, width] = [atom, [atom.text], left, atom.width];
  };
  return { add, end };
}

function addDecorations(
  out: Drawing[],
  atom: Atom,
  x: number,
  place: LinePlace,
  colour: string,
  isLink: boolean,
  context: MeasureContext,
): void {
  const { size, y } = place;
  if (atom.style.isCode) {
    const fill = context.theme.inlineCodeBackground;
    const box = { x: x - 0.5, y: y - size * 0.76, width: atom.width + 1, height: size * 1.0 };
    out.push({ kind: "rectangle", ...box, fill, radius: 1 });
  }
  if (atom.style.isStruck) out.push(ruleAcross(x, y - size * 0.25, atom.width, size * 0.06, colour));
  if (isLink && context.theme.isGrey) out.push(ruleAcross(x, y + size * 0.14, atom.width, size * 0.04, colour));
}

function ruleAcross(x: number, y: number, width: number, thickness: number, colour: string): Drawing {
  return { kind: "line", from: [x, y], to: [x + width, y], thickness, colour };
}

/** Joins touching backgrounds and rules, so that neighbouring words share one. */
function merged(drawings: readonly Drawing[]): Drawing[] {
  const out: Drawing[] = [];
  for (const drawing of drawings) {
    const at = out.findIndex((other) => touches(other, drawing));
    const other = out[at];
    if (other?.kind === "rectangle" && drawing.kind === "rectangle") {
      out[at] = { ...other, width: drawing.x + drawing.width - other.x };
    } else if (other?.kind === "line" && drawing.kind === "line") {
      out[at] = { ...other, to: drawing.to };
    } else {
      out.push(drawing);
    }
  }
  return out;
}

function touches(left: Drawing, right: Drawing): boolean {
  if (left.kind === "rectangle" && right.kind === "rectangle") {
    return Math.abs(left.x + left.width - right.x) < 1.01 && left.y === right.y;
  }
  if (left.kind === "line" && right.kind === "line") {
    return Math.abs(left.to[0] - right.from[0]) < 0.01 && left.to[1] === right.from[1];
  }
  return false;
}
