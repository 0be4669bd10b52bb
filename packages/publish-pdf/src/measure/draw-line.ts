import type { InlineStyle } from "../inline/tokens.ts";
import type { Drawing } from "../paint/display-list.ts";
import type { Atom, TextAtom } from "./atom.ts";
import type { Environment } from "./environment.ts";
import type { SliceContent, TagStep } from "./slice.ts";

/** Where and how the atoms of a line are drawn. */
export interface LinePlace {
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly size: number;
  readonly colour: string;
  readonly key: string;
  readonly tags: readonly TagStep[];
  /** Tag of the title that the paragraph begins with. */
  readonly title?: TagStep;
}

/** The drawings of a line, cut where the tag changes; grounds of inline code come first, as decoration. */
export function drawLine(atoms: readonly Atom[], place: LinePlace, env: Environment): SliceContent[] {
  const decoration: Drawing[] = [];
  const contents: SliceContent[] = [];
  let x = place.x;
  let run: { readonly key: string; readonly content: Omit<SliceContent, "drawings">; drawings: Drawing[] } | undefined;
  for (const atom of atoms) {
    const content = contentOf(atom, place, env);
    const key = content.tags.at(-1)?.key ?? "";
    if (!run || run.key !== key) {
      run = { key, content, drawings: [] };
      contents.push({ ...content, drawings: run.drawings });
    }
    const colour = content.link ? env.palette.link : atom.style.isTitle ? env.palette.heading : place.colour;
    if (atom.kind === "math") {
      const { part, size } = atom;
      run.drawings.push({ kind: "formula", part, size, x, y: place.y, colour, isGrey: env.palette.isGrey });
    } else {
      addText(run.drawings, atom, x, place.y, colour);
    }
    decoration.push(...decorations(atom, x, place, colour, content.link !== undefined, env));
    x += atom.width;
  }
  return decoration.length > 0 ? [{ tags: [], drawings: merged(decoration) }, ...contents] : contents;
}

function contentOf(
  { style, ...atom }: Atom,
  { key, tags, title }: LinePlace,
  env: Environment,
): Omit<SliceContent, "drawings"> {
  const steps = style.isTitle && title ? [...tags.slice(0, -1), title] : [...tags];
  const link = style.link && leadsTo(style.link, env);
  const target = link ? { link } : {};
  if (style.link && link) steps.push({ key: `${key}.link${style.link.number}`, type: "Link" });
  if (atom.kind === "text") return { tags: steps, ...target };
  steps.push({ key: `${key}.math${atom.number}`, type: "Formula", alt: atom.tex });
  // A formula that goes on in the next line is copied once, as a whole.
  return { tags: steps, actual: atom.isFirstPart ? atom.tex : "", ...target };
}

/** Where a link leads; a link that leads nowhere in print is plain text. */
function leadsTo({ url, item }: NonNullable<InlineStyle["link"]>, env: Environment): SliceContent["link"] {
  if (item !== undefined) return env.hasItem(item) ? { item, description: `To ${item}` } : undefined;
  return /^(https?:|mailto:)/i.test(url) ? { url, description: url } : undefined;
}

/** Adds text to a run; what looks the same is one run. */
function addText(drawings: Drawing[], atom: TextAtom, x: number, y: number, colour: string): void {
  const last = drawings.at(-1);
  if (last?.kind === "text" && last.face === atom.face && last.size === atom.size && last.colour === colour) {
    drawings[drawings.length - 1] = { ...last, text: last.text + atom.text, width: last.width + atom.width };
    return;
  }
  const { face, text, size, width } = atom;
  drawings.push({ kind: "text", face, text, size, x, y, width, colour });
}

function decorations(
  atom: Atom,
  x: number,
  place: LinePlace,
  colour: string,
  isLink: boolean,
  env: Environment,
): Drawing[] {
  const out: Drawing[] = [];
  const { size, y } = place;
  if (atom.style.isCode) {
    const fill = env.palette.isGrey ? "#ebebeb" : "#eceff3";
    const box = { x: x - 0.5, y: y - size * 0.76, width: atom.width + 1, height: size * 1.0 };
    out.push({ kind: "rectangle", ...box, fill, radius: 1 });
  }
  if (atom.style.isStruck) out.push(ruleAcross(x, y - size * 0.25, atom.width, size * 0.06, colour));
  if (isLink && env.palette.isGrey) out.push(ruleAcross(x, y + size * 0.14, atom.width, size * 0.04, colour));
  return out;
}

function ruleAcross(x: number, y: number, width: number, thickness: number, colour: string): Drawing {
  return { kind: "line", from: [x, y], to: [x + width, y], thickness, colour };
}

/** Joins grounds and rules that touch, so that a row of words has one. */
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
