import type {
  Content,
  Destination,
  DisplayList,
  DocumentInfo,
  Drawing,
  LinkArea,
  OutlineEntry,
  Page,
} from "../display-list/display-list.ts";
import { extentOf } from "../display-list/extent.ts";
import { translate } from "../display-list/translate.ts";
import type { SliceContent } from "../measure/slice.ts";
import type { Column, PageColumns } from "../pack/break-columns.ts";
import { paintBackgrounds, paintSeparators } from "./decoration.ts";
import { type TagRegistry, tagRegistry } from "./tag-registry.ts";

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
