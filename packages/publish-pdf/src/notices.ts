import type { Curriculum } from "@high-recall/core";
import { artworkOf } from "./figures/artwork.ts";
import type { Fonts } from "./fonts/open-fonts.ts";
import type { PackedPage } from "./paint/paint.ts";

/** Below this share of its size a formula is hard to read. */
const legible = 0.65;

/** Hands pages on, and notes the formulas that are too wide for their column, by the item they stand in. */
export function* noteSqueezed(path: string, pages: Iterable<PackedPage>, notices: string[]): Generator<PackedPage> {
  let item = "";
  for (const page of pages) {
    for (const { slice } of page.columns.flatMap((column) => column.placed)) {
      item = slice.anchors?.at(-1)?.name ?? item;
      if (slice.squeezedTo === undefined || slice.squeezedTo >= legible) continue;
      const share = Math.round(slice.squeezedTo * 100);
      notices.push(
        `${path}: ${item}: a formula is printed at ${share} % of its size; break it with \`aligned\` to keep it legible`,
      );
    }
    yield page;
  }
}

/** The figures that cannot be read; the compiler lets no such figure through. */
export function figureNotices(curriculum: Curriculum, fonts: Fonts): string[] {
  return curriculum.topics.flatMap((topic) =>
    topic.figures.flatMap((figure) => {
      const artwork = artworkOf(figure, fonts, false);
      if (artwork.kind !== "unreadable") return [];
      return [`${topic.id}/${figure.path}: printed as a frame with its alternative text: ${artwork.reason}`];
    }),
  );
}
