import type {
  Content,
  Destination,
  DisplayList,
  DocumentInfo,
  Drawing,
  LinkArea,
  OutlineEntry,
  Page,
  Tag,
  TagType,
} from "../display-list/display-list.ts";
import { extentOf } from "../display-list/extent.ts";
import { translate } from "../display-list/translate.ts";
import type { Background, SliceContent, TagStep } from "../measure/slice.ts";
import type { Column, PageColumns, Placed } from "../pack/break-columns.ts";

/** A page with its columns placed. */
export interface PackedPage {
  readonly width: number;
  readonly height: number;
  /** Top and size of the columns. */
  readonly top: number;
  readonly columnWidth: number;
  readonly columnHeight: number;
  readonly columns: PageColumns;
  /** Left edge of each column. */
  readonly lefts: readonly number[];
  /** Heads, feet and rules between columns: decoration, drawn first. */
  readonly runningHeads: readonly Drawing[];
  /** Decoration that shows the number of pages, drawn when it is known. */
  readonly deferred?: (count: number) => readonly Drawing[];
}

/**
 * Turns packed pages into a display list: places slices, joins backgrounds, builds the structure tree, outline, links
 * and destinations. Pages are drawn on demand, so that not all are in memory at once; the rest is complete after the
 * last page.
 */
export function paint(pages: Iterable<PackedPage>, info: DocumentInfo): DisplayList {
  const tags = tagRegistry();
  const destinations: Destination[] = [];
  const outline: OutlineEntry[] = [];
  const deferred: PackedPage["deferred"][] = [];
  const path: { level: number; children: OutlineEntry[] }[] = [];

  /** Adds a heading below the last one of a higher level. */
  const addHeading = (level: number, title: string, page: number, y: number) => {
    while (path.length > 0 && (path.at(-1)?.level ?? 0) >= level) path.pop();
    const entry = { title, page, y, children: [] };
    (path.at(-1)?.children ?? outline).push(entry);
    path.push({ level, children: entry.children });
  };

  const paintPage = (page: PackedPage, index: number): Page => {
    const content: Content[] = page.runningHeads.length > 0 ? [{ drawings: page.runningHeads }] : [];
    const links: LinkArea[] = [];
    page.columns.forEach((column, number) => {
      const left = page.lefts[number] ?? 0;
      content.push(...paintColumn(column, left, page.top, tags, links));
      for (const { slice, y } of column.placed) {
        const at = Math.max(0, page.top + y - 4);
        for (const anchor of slice.anchors ?? []) {
          destinations.push({ name: anchor.name, page: index, y: at });
          if (anchor.outline) addHeading(anchor.outline.level, anchor.outline.title, index, at);
        }
      }
    });
    return { width: page.width, height: page.height, content, links, hasDeferred: page.deferred !== undefined };
  };

  function* painted(): Iterable<Page> {
    for (const page of pages) {
      deferred.push(page.deferred);
      yield paintPage(page, deferred.length - 1);
      tags.releaseCompleted();
    }
  }
  return {
    info,
    pages: painted(),
    deferred: () => deferred.map((draw) => draw?.(deferred.length) ?? []),
    tags: tags.all,
    destinations,
    outline,
  };
}

interface TagRegistry {
  readonly all: readonly Tag[];
  /** Index of the element at the end of a path; undefined for decoration. */
  indexOf(steps: readonly TagStep[]): number | undefined;
  /** Forgets completed elements: later content only extends the end of the tree. */
  releaseCompleted(): void;
}

function tagRegistry(): TagRegistry {
  const all: Tag[] = [];
  /** Children of each element by key; those of the document are at -1. */
  const children = new Map<number, Map<string, number>>();
  const levelled = headingLevels();
  /** The last path and its elements: all lines of a paragraph ask for the same one. */
  let lastSteps: readonly TagStep[] = [];
  let last: readonly number[] = [];
  const child = (parent: number, step: TagStep): number => {
    const known = children.get(parent) ?? new Map<string, number>();
    if (known.size === 0) children.set(parent, known);
    const name = `${step.type} ${step.key}`;
    let index = known.get(name);
    if (index === undefined) {
      index = all.length;
      const { key: _, ...tag } = step;
      all.push({ ...tag, type: levelled(tag.type), ...(parent < 0 ? {} : { parent }) });
      known.set(name, index);
    }
    return index;
  };
  return {
    all,
    indexOf(steps) {
      if (steps.length === 0) return undefined;
      if (steps !== lastSteps) {
        const path: number[] = [];
        for (const step of steps) path.push(child(path.at(-1) ?? -1, step));
        [lastSteps, last] = [steps, path];
      }
      return last.at(-1);
    },
    releaseCompleted() {
      const open = new Set([-1, ...last]);
      for (const [parent, known] of children) {
        if (!open.has(parent)) children.delete(parent);
        else for (const [name, index] of known) if (!open.has(index)) known.delete(name);
      }
    },
  };
}

/** Maps heading levels, in reading order, to levels that start at 1 and skip none. */
function headingLevels(): (type: TagType) => TagType {
  const path: number[] = [];
  return (type) => {
    const depth = Number(/^H(\d)$/.exec(type)?.[1] ?? 0);
    if (depth === 0) return type;
    while ((path.at(-1) ?? 0) >= depth) path.pop();
    path.push(depth);
    return `H${path.length}` as TagType;
  };
}

function paintColumn(column: Column, left: number, top: number, tags: TagRegistry, links: LinkArea[]): Content[] {
  const decoration: Drawing[] = [...paintBackgrounds(column, left, top), ...paintSeparators(column, left, top)];
  const tagged: OpenContent[] = [];
  for (const { slice, y } of column.placed) {
    for (const content of slice.content) {
      const drawings = translate(content.drawings, left, top + y);
      const tag = tags.indexOf(content.tags);
      if (tag === undefined) {
        decoration.push(...drawings);
        continue;
      }
      if (content.link) addLink(links, linkArea(content, drawings, tags));
      add(tagged, { tag, drawings, ...(content.actualText === undefined ? {} : { actualText: content.actualText }) });
    }
  }
  return decoration.length > 0 ? [{ drawings: decoration }, ...tagged] : tagged;
}

/** Content that may still get drawings. */
type OpenContent = Content & { readonly drawings: Drawing[] };

/** Adds content; joins it to the content before if both belong to one element. */
function add(contents: OpenContent[], content: OpenContent): void {
  const last = contents.at(-1);
  const isSame = last && last.tag === content.tag && last.actualText === undefined && content.actualText === undefined;
  if (isSame) last.drawings.push(...content.drawings);
  else contents.push(content);
}

function linkArea(content: SliceContent, drawings: readonly Drawing[], tags: TagRegistry): LinkArea {
  const { url, item, description } = content.link as NonNullable<SliceContent["link"]>;
  const target = item === undefined ? { url: url ?? "" } : { destination: item };
  // A formula in a link is a child element of the link's.
  const end = content.tags.findLastIndex((step) => step.type === "Link") + 1;
  const tag = tags.indexOf(content.tags.slice(0, end));
  return { ...extentOf(drawings), target, description, ...(tag === undefined ? {} : { tag }) };
}

/** Adds the area of a link; parts on one line form one area. */
function addLink(links: LinkArea[], link: LinkArea): void {
  const last = links.at(-1);
  const isContinued =
    last && last.tag === link.tag && Math.abs(last.x + last.width - link.x) < 4 && last.y < link.y + link.height;
  if (!isContinued || link.y > last.y + last.height) {
    links.push(link);
    return;
  }
  const [top, bottom] = [Math.min(last.y, link.y), Math.max(last.y + last.height, link.y + link.height)];
  links[links.length - 1] = { ...last, y: top, width: link.x + link.width - last.x, height: bottom - top };
}

/** One rectangle behind each run of slices that share a background. */
function paintBackgrounds(column: Column, left: number, top: number): Drawing[] {
  const drawings: { depth: number; drawings: Drawing[] }[] = [];
  const open = new Map<string, { background: Background; from: number; to: number; depth: number }>();
  const close = (key: string) => {
    const run = open.get(key);
    open.delete(key);
    if (run)
      drawings.push({
        depth: run.depth,
        drawings: paintBackground(run.background, left, top + run.from, top + run.to),
      });
  };
  for (const { slice, y } of column.placed) {
    const keys = new Set(slice.backgrounds.map((background) => background.key));
    for (const key of [...open.keys()]) if (!keys.has(key)) close(key);
    slice.backgrounds.forEach((background, depth) => {
      const run = open.get(background.key);
      const to = y + slice.height + (background.below ?? 0);
      if (run) run.to = to;
      else open.set(background.key, { background, from: y, to, depth });
    });
  }
  for (const key of [...open.keys()]) close(key);
  return drawings.sort((a, b) => a.depth - b.depth).flatMap((each) => each.drawings);
}

function paintBackground(
  { x, width, fill, radius = 0, bar }: Background,
  left: number,
  from: number,
  to: number,
): Drawing[] {
  const drawings: Drawing[] = [];
  const height = to - from;
  if (fill) drawings.push({ kind: "rectangle", x: left + x, y: from, width, height, radius, fill });
  if (bar) {
    const inset = Math.min(1.2, height / 4);
    const box = { x: left + x, y: from + inset, width: bar.width, height: height - 2 * inset };
    drawings.push({ kind: "rectangle", ...box, fill: bar.colour });
  }
  return drawings;
}

function paintSeparators(column: Column, left: number, top: number): Drawing[] {
  return column.placed.flatMap(({ slice, y }, index): Drawing[] => {
    const above = column.placed[index - 1];
    if (!slice.separator || !above) return [];
    const { x, width, colour } = slice.separator;
    const middle = top + (bottomOf(above) + y) / 2;
    const line = { from: [left + x, middle], to: [left + x + width, middle] } as const;
    return [{ kind: "line", ...line, thickness: 0.35, colour, dash: [0.8, 1.6] }];
  });
}

function bottomOf({ slice, y }: Placed): number {
  return y + slice.height;
}
