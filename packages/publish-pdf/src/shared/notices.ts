import type { Curriculum } from "@high-recall/core";
import { type Fonts, type PackedPage, readFigure } from "@high-recall/typeset";

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

/** Notes what figures contain that is not printed. */
export function figureNotices(curriculum: Curriculum, fonts: Fonts): string[] {
  return curriculum.topics.flatMap((topic) =>
    topic.figures.flatMap((figure) => {
      const artwork = readFigure(figure, fonts, false);
      const file = `${topic.id}/${figure.path}`;
      if (artwork.kind === "unreadable")
        return [`${file}: printed as a frame with its alternative text: ${artwork.reason}`];
      const omitted = artwork.kind === "vector" ? artwork.omitted : [];
      return omitted.length > 0 ? [`${file}: not printed as drawn: ${omitted.join(", ")}`] : [];
    }),
  );
}
