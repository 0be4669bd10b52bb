import { type PageColumns, type Slice, stackHeight } from "@high-recall/typeset";
import type { PageOf } from "./book.ts";

/** A part of the body, measured on demand; the references in it show page numbers. */
export type Run = (pageOf: PageOf) => readonly Slice[];

/** Page numbers by the name of their destination. */
export type Places = ReadonlyMap<string, number>;

/** Passes until page numbers no longer move the text that shows them; then the last one is used. */
const mostPasses = 5;

/**
 * Breaks the body into pages again and again, until the page numbers that it shows are those it gets. Only the heights
 * of slices are kept from pass to pass, and only runs that show another number are measured again.
 * @returns the page numbers to show in the body, and those that its pages then have: the same but for the last pass
 */
export function countPages(
  runs: readonly Run[],
  pack: (runs: Iterable<readonly Slice[]>) => Iterable<PageColumns>,
  firstPage: number,
): { readonly shown: Places; readonly found: Places } {
  const measured = runs.map(rememberHeights);
  let shown: Places = new Map();
  for (let pass = 1; ; pass++) {
    const pageOf: PageOf = (name) => shown.get(name);
    const found = placesOn(pack(runsOf(measured, pageOf)), firstPage);
    const isSettled = [...found].every(([name, page]) => shown.get(name) === page);
    if (isSettled || pass === mostPasses) return { shown, found };
    shown = found;
  }
}

function* runsOf(runs: readonly Run[], pageOf: PageOf): Generator<readonly Slice[]> {
  for (const run of runs) yield run(pageOf);
}

/** A run without drawings that is measured again only if a page number in it has changed. */
function rememberHeights(run: Run): Run {
  let known: { readonly asked: Map<string, number | undefined>; readonly slices: readonly Slice[] } | undefined;
  return (pageOf) => {
    if (known && [...known.asked].every(([name, page]) => pageOf(name) === page)) return known.slices;
    const asked = new Map<string, number | undefined>();
    const slices = run((name) => {
      const page = pageOf(name);
      asked.set(name, page);
      return page;
    });
    known = { asked, slices: slices.map(withoutDrawings) };
    return known.slices;
  };
}

const none: readonly never[] = [];

/** What breaking needs of a slice. */
function withoutDrawings({ height, gap, breakCost, anchors, startsPage, headAfterBreak }: Slice): Slice {
  return {
    height,
    gap,
    breakCost,
    content: none,
    backgrounds: none,
    ...(anchors ? { anchors } : {}),
    ...(startsPage ? { startsPage } : {}),
    ...(headAfterBreak ? { headAfterBreak: [blank(stackHeight(headAfterBreak))] } : {}),
  };
}

function blank(height: number): Slice {
  return { height, gap: 0, breakCost: 0, content: none, backgrounds: none };
}

/** Page numbers of all anchors. */
function placesOn(pages: Iterable<PageColumns>, firstPage: number): Places {
  const places = new Map<string, number>();
  let number = firstPage;
  for (const columns of pages) {
    for (const { slice } of columns.flatMap((column) => column.placed)) {
      for (const anchor of slice.anchors ?? []) places.set(anchor.name, number);
    }
    number += 1;
  }
  return places;
}
