import type { Item } from "@high-recall/core";
import {
  columnBreak,
  type MeasureContext,
  plain,
  type Slice,
  type Strip,
  sliceText,
  type TagStep,
  type Token,
  tokenize,
} from "@high-recall/typeset";
import { joinSlices, linkTo, type References, space, wordTokens } from "./book.ts";

/** Links to items to know first, and to related ones. */
export function readOn(item: Item, strip: Strip, references: References, context: MeasureContext): readonly Slice[] {
  const line = (key: string, label: string, ids: readonly string[]): Slice[] => {
    const targets = ids.flatMap((id) => references.items.get(id) ?? []);
    if (targets.length === 0) return [];
    const tokens: Token[] = [{ kind: "word", text: label, style: { ...plain, isBold: true } }, space];
    targets.forEach((target, number) => {
      if (number > 0) tokens.push({ kind: "word", text: " ·", style: plain }, space);
      tokens.push(...linkTo(target, number, references.pageOf));
    });
    const type = { size: context.size * 0.9, weight: "regular" as const };
    return sliceText(
      tokens,
      strip,
      { type, tag: { key: `${strip.key}.${key}`, type: "P" }, gap: 0.75 * context.size },
      context,
    );
  };
  const [before, beside] = [line("after", "Know first:", item.after), line("related", "See also:", item.related)];
  return joinSlices(before, beside, columnBreak.beforeCrossReferences);
}

/** Sources as links, and the day they were checked. */
export function sourceSlices(item: Item, strip: Strip, context: MeasureContext): Slice[] {
  if (item.sources.length === 0 && !item.verified) return [];
  const label = { ...plain, isBold: true };
  const tokens: Token[] = item.sources.length > 0 ? [{ kind: "word", text: "Sources:", style: label }, space] : [];
  item.sources.forEach((source, number) => {
    if (number > 0) tokens.push({ kind: "word", text: " ·", style: plain }, space);
    tokens.push(...tokenize([{ type: "text", value: source.title }], { ...plain, link: { number, url: source.url } }));
  });
  if (item.verified) {
    const text = `${item.sources.length > 0 ? "\u00a0· checked" : "Checked"} ${item.verified}`;
    tokens.push(...wordTokens(text));
  }
  const type = { size: context.size * 0.84, weight: "regular" as const };
  const tag: TagStep = { key: `${strip.key}.sources`, type: "P" };
  return sliceText(tokens, strip, { type, tag, gap: 0.6 * context.size, colour: context.theme.quiet }, context);
}
