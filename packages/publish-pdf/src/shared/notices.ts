import type { Curriculum } from "@high-recall/core";
import { artworkOf, type Fonts, type PackedPage } from "@high-recall/typeset";

/** Formulas below this scale are hard to read. */
const legible = 0.65;

/** Passes pages on, and notes each formula that had to shrink too much, with its item. */
export function* noteShrunkFormulas(
  path: string,
  pages: Iterable<PackedPage>,
  notices: string[],
): Generator<PackedPage> {
  let item = "";
  for (const page of pages) {
    for (const { slice } of page.columns.flatMap((column) => column.placed)) {
      item = slice.anchors?.at(-1)?.name ?? item;
      if (slice.shrunkTo === undefined || slice.shrunkTo >= legible) continue;
      const share = Math.round(slice.shrunkTo * 100);
      notices.push(
        `${path}: ${item}: a formula is printed at ${share} % of its size; break it with \`aligned\` to keep it legible`,
      );
    }
    yield page;
  }
}

/** Notes the figures that cannot be read; the compiler lets no such figure through. */
export function figureNotices(curriculum: Curriculum, fonts: Fonts): string[] {
  return curriculum.topics.flatMap((topic) =>
    topic.figures.flatMap((figure) => {
      const artwork = artworkOf(figure, fonts, false);
      if (artwork.kind !== "unreadable") return [];
      return [`${topic.id}/${figure.path}: printed as a frame with its alternative text: ${artwork.reason}`];
    }),
  );
}
