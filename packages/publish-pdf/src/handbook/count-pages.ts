import { type PageColumns, type Slice, stackHeight } from "@high-recall/typeset";
import type { PageOf } from "./book.ts";

/** A part of the body, measured on demand; the references in it show page numbers. */
export type Run = (pageOf: PageOf) => readonly Slice[];

/** Page numbers by the name of their destination. */
export type Places = ReadonlyMap<string, number>;

/** Where the pages of the body end. */
export interface CountedPages {
  /** The page numbers that the body shows. */
  readonly shown: Places;
  /** The page numbers that its pages have: the same, unless they did not settle. */
  readonly found: Places;
  /** Number of slices on each page. */
  readonly lengths: readonly number[];
}

/** Passes until page numbers no longer move the text that shows them; then the last one is used. */
const mostPasses = 5;

/**
 * Breaks the body into pages again and again, until the page numbers that it shows are those it gets. Only the heights
 * of slices are kept from pass to pass, and only runs that show another number are measured again.
 */
export function countPages(
  runs: readonly Run[],
  pack: (runs: Iterable<readonly Slice[]>) => Iterable<PageColumns>,
  firstPage: number,
): CountedPages {
  const repeated = new WeakSet<Slice>();
  const measured = runs.map((run) => rememberHeights(run, repeated));
  let shown: Places = new Map();
  for (let pass = 1; ; pass++) {
    const pageOf: PageOf = (name) => shown.get(name);
    const { found, lengths } = readPages(pack(measureRuns(measured, pageOf)), firstPage, repeated);
    const isSettled = [...found].every(([name, page]) => shown.get(name) === page);
    if (isSettled || pass === mostPasses) return { shown, found, lengths };
    shown = found;
  }
}

/** Measures runs, one after the other. */
export function* measureRuns(runs: readonly Run[], pageOf: PageOf): Generator<readonly Slice[]> {
  for (const run of runs) yield run(pageOf);
}

/** A run without drawings that is measured again only if a page number in it has changed. */
function rememberHeights(run: Run, repeated: WeakSet<Slice>): Run {
  let known: { readonly asked: Map<string, number | undefined>; readonly slices: readonly Slice[] } | undefined;
  return (pageOf) => {
    if (known && [...known.asked].every(([name, page]) => pageOf(name) === page)) return known.slices;
    const asked = new Map<string, number | undefined>();
    const slices = run((name) => {
      const page = pageOf(name);
      asked.set(name, page);
      return page;
    });
    known = { asked, slices: slices.map((slice) => withoutDrawings(slice, repeated)) };
    return known.slices;
  };
}

const none: readonly never[] = [];

/** What breaking needs of a slice; adds what breaks repeat above it to `repeated`. */
function withoutDrawings(slice: Slice, repeated: WeakSet<Slice>): Slice {
  const { height, gap, breakCost, anchors, startsPage, headAfterBreak } = slice;
  const head = headAfterBreak && {
    height: stackHeight(headAfterBreak),
    gap: 0,
    breakCost,
    content: none,
    backgrounds: none,
  };
  if (head) repeated.add(head);
  return {
    height,
    gap,
    breakCost,
    content: none,
    backgrounds: none,
    ...(anchors ? { anchors } : {}),
    ...(startsPage ? { startsPage } : {}),
    ...(head ? { headAfterBreak: [head] } : {}),
  };
}

/** Page numbers of all anchors, and the number of slices on each page without repeated ones. */
function readPages(pages: Iterable<PageColumns>, firstPage: number, repeated: WeakSet<Slice>) {
  const found = new Map<string, number>();
  const lengths: number[] = [];
  for (const columns of pages) {
    const slices = columns.flatMap((column) => column.placed.map(({ slice }) => slice));
    for (const { name } of slices.flatMap(({ anchors = [] }) => anchors)) found.set(name, firstPage + lengths.length);
    lengths.push(slices.filter((slice) => !repeated.has(slice)).length);
  }
  return { found, lengths };
}
