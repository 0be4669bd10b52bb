import { type Curriculum, type Item, itemsOf, select } from "@high-recall/core";
import { type PackedPage, stackHeight } from "@high-recall/typeset";
import type { Sheet } from "../product.ts";
import { type Concept, conceptsOf } from "./concepts.ts";
import { type Detail, feature, fullDetail } from "./panel.ts";
import type { DetailOf } from "./sheet-topic.ts";

/** A sheet, laid out with as much as fits. */
export interface FittedSheet {
  /** Can be iterated once. */
  readonly pages: Iterable<PackedPage>;
  /** Items that have no panel, in order. */
  readonly leftOut: readonly Item[];
}

/** What fitting needs to know of a sheet's layout. */
export interface SheetLayout {
  /** Pages with this much of each concept. */
  pagesOf(detailOf: DetailOf): Iterable<PackedPage>;
  /** Height of a panel in points, with the space above it. */
  heightOf(concept: Concept, detail: Detail): number;
  /** Height of all columns of a page. */
  readonly pageHeight: number;
}

/**
 * Fits a sheet by what it shows. Without a number of pages it shows everything. With one it starts with the least of each
 * concept, leaves out the least important ones if even that is too much, and then adds detail, the important first,
 * while the pages hold it.
 */
export function fitSheet(
  curriculum: Curriculum,
  { pages, also }: Pick<Sheet, "pages" | "also">,
  layout: SheetLayout,
): FittedSheet {
  if (pages === undefined) return { pages: layout.pagesOf(() => fullDetail), leftOut: [] };
  const concepts = curriculum.topics.flatMap(conceptsOf);
  const rankOf = ranking(new Set(also && itemsOf(select(curriculum, also)).map(({ id }) => id)));
  const shown = new Map<Concept, Detail>(concepts.map((concept) => [concept, 0]));
  const pack = () => [...layout.pagesOf((concept) => shown.get(concept))];
  let packed: readonly PackedPage[] = pack();
  for (const concept of concepts.toSorted((one, other) => rankOf(one) - rankOf(other)).toReversed()) {
    if (packed.length <= pages || shown.size === 1) break;
    shown.delete(concept);
    packed = pack();
  }
  const room = pages * layout.pageHeight;
  const used = () => {
    let sum = 0;
    for (const [concept, detail] of shown) sum += layout.heightOf(concept, detail);
    return sum;
  };
  let height = used();
  /** The most that a column can hold, learnt when a page overflows. */
  let limit = room;
  for (const { concept, added } of additions([...shown.keys()], rankOf, layout)) {
    const now = shown.get(concept) ?? 0;
    const detail = now | added;
    const more = layout.heightOf(concept, detail) - layout.heightOf(concept, now);
    if (more <= 0.01) {
      shown.set(concept, detail);
      continue;
    }
    if (height + more > limit) continue;
    shown.set(concept, detail);
    // Far from full, the sum of the heights is enough to know.
    if (height + more < safeShare * room) {
      height += more;
      continue;
    }
    const next = pack();
    if (next.length <= pages) {
      packed = next;
      height += more;
    } else {
      shown.set(concept, now);
      limit = Math.min(limit, height + more);
    }
  }
  packed = pack();
  // The estimate was too hopeful: take back the last additions.
  for (const { concept, added } of additions([...shown.keys()], rankOf, layout).toReversed()) {
    if (packed.length <= pages) break;
    const now = shown.get(concept) ?? 0;
    if ((now & added) === 0) continue;
    shown.set(concept, now & ~added);
    packed = pack();
  }
  packed = fillColumns(packed, pages, { shown, rankOf, layout, pack });
  const leftOut = concepts.flatMap((concept) => (shown.has(concept) ? [] : [concept.item, ...concept.parts]));
  return { pages: packed, leftOut };
}

/** Rounds of filling: a panel that grows can push another one to the next column. */
const rounds = 4;

/** Adds detail to panels of columns that have room left. */
function fillColumns(
  packed: readonly PackedPage[],
  pages: number,
  fit: {
    readonly shown: Map<Concept, Detail>;
    readonly rankOf: Rank;
    readonly layout: SheetLayout;
    pack(): readonly PackedPage[];
  },
): readonly PackedPage[] {
  if (packed.length > pages) return packed;
  const { shown, rankOf, layout, pack } = fit;
  let best = packed;
  const byId = new Map([...shown.keys()].map((concept) => [concept.item.id, concept]));
  for (let round = 0; round < rounds; round++) {
    const before = new Map(shown);
    for (const page of best) {
      for (const { placed } of page.columns) {
        // Without the stretch that hides an empty foot.
        let room = page.columnHeight - stackHeight(placed.map(({ slice }) => slice));
        const anchors = placed.flatMap(({ slice }) => slice.anchors?.slice(0, 1) ?? []);
        const concepts = anchors.flatMap(({ name }) => byId.get(name) ?? []);
        for (const { concept, added } of additions(concepts, rankOf, layout)) {
          const now = shown.get(concept) ?? 0;
          const detail = now | added;
          const more = layout.heightOf(concept, detail) - layout.heightOf(concept, now);
          if (more > room) continue;
          shown.set(concept, detail);
          room -= more;
        }
      }
    }
    const next = pack();
    if (next.length > pages || isEqual(before, shown)) {
      for (const [concept, detail] of before) shown.set(concept, detail);
      return best;
    }
    best = next;
  }
  return best;
}

function isEqual(one: ReadonlyMap<Concept, Detail>, other: ReadonlyMap<Concept, Detail>): boolean {
  return [...one].every(([concept, detail]) => other.get(concept) === detail);
}

/** Below this share of the pages they hold everything, wherever columns end. */
const safeShare = 0.9;

const ranks = { essential: 0, common: 1, deep: 2 } as const;

type Rank = (concept: Concept) => number;

/** The most important first; guides and paths after items that are asked. What a sheet names in `also` is important to it. */
function ranking(named: ReadonlySet<string>): Rank {
  return ({ item }) => {
    if (named.has(item.id)) return 0;
    return ranks[item.importance] + (item.kind === "guide" || item.kind === "path" ? 1.5 : 0);
  };
}

/** Features in the order in which they are added: the first three compete by the room that they take. */
const stages: readonly (readonly number[])[] = [
  [feature.trap, feature.figure, feature.core],
  [feature.notes],
  [feature.parts],
];
/** Figures and code may take more room than a line of text before they come later. */
function weightOf({ item }: Concept, added: number): number {
  if (added === feature.figure) return 0.45;
  return added === feature.core && item.kind === "code" ? 0.3 : 1;
}

/**
 * Every addition that could be made. A stage of an essential concept comes before the same stage of a common one, which
 * comes before the next stage of the essential one; of equal ones the smallest is first, so that as many panels as possible
 * have something.
 */
function additions(
  concepts: readonly Concept[],
  rankOf: Rank,
  { heightOf }: Pick<SheetLayout, "heightOf">,
): { readonly concept: Concept; readonly added: number }[] {
  const all = concepts.flatMap((concept, place) =>
    stages.flatMap((features, stage) =>
      features.map((added) => {
        const room = heightOf(concept, added) - heightOf(concept, 0);
        return { concept, added, order: 1.5 * stage + rankOf(concept), room: room * weightOf(concept, added), place };
      }),
    ),
  );
  return all.toSorted((one, other) => one.order - other.order || one.room - other.room || one.place - other.place);
}
