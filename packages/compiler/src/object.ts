import type { Item, Topic } from "@high-recall/core";
import type { Position } from "unist";
import type { ItemLink } from "./ground.ts";
import type { ReadMatter } from "./matter.ts";
import type { Declaration, ObjectFile, Reference } from "./object-file.ts";
import { inStudyOrder } from "./order.ts";
import type { TopicSource } from "./read.ts";
import type { Path } from "./yaml.ts";

type Page = Pick<Topic, "title" | "summary" | "introduction" | "retired">;

/** What a file gives to its topic's object file. */
export interface Lowered {
  readonly item: Item | undefined;
  readonly page: Page | undefined;
  readonly declarations: readonly Declaration[];
  readonly references: readonly Reference[];
}

/** An item and the places of its names and references. */
export function loweredItem(item: Item, matter: ReadMatter, links: readonly ItemLink[]): Lowered {
  const place = (...path: Path) => toPlace(matter.place(path));
  const declarations: Declaration[] = [
    { role: "id", item: item.id, name: item.id, position: place("id") },
    { role: "title", item: item.id, name: item.title.text, position: place("title") },
    ...item.formerly.map(
      (name, index): Declaration => ({ role: "formerly", item: item.id, name, position: place("formerly", index) }),
    ),
  ];
  const refer = (role: Reference["role"], to: string, ...path: Path): Reference => ({
    role,
    item: item.id,
    to,
    position: place(...path),
  });
  const steps = item.kind === "path" ? item.steps : [];
  const references = [
    ...item.after.map((to, index) => refer("after", to, "after", index)),
    ...item.related.map((to, index) => refer("related", to, "related", index)),
    ...steps.flatMap(({ items }, step) => items.map((to, index) => refer("step", to, "steps", step, "items", index))),
    ...links.map((link) => toReference(link, item.id)),
  ];
  return { item, page: undefined, declarations, references };
}

/** A topic's page and the places of its links and of what it retires. */
export function loweredPage(page: Page, matter: ReadMatter, links: readonly ItemLink[]): Lowered {
  const place = (...path: Path) => toPlace(matter.place(path));
  const retired = page.retired ?? [];
  return {
    item: undefined,
    page,
    declarations: retired.map(({ id }, index) => ({
      role: "retired",
      name: id,
      position: place("retired", index, "id"),
    })),
    references: [
      ...retired.flatMap(({ use }, index): Reference[] =>
        use === undefined ? [] : [{ role: "use", to: use, position: place("retired", index, "use") }],
      ),
      ...links.map((link) => toReference(link)),
    ],
  };
}

/** Joins what the files gave; undefined without a topic's page. */
export function toObject(source: TopicSource, lowered: readonly Lowered[]): ObjectFile | undefined {
  const page = lowered.find((one) => one.page !== undefined)?.page;
  if (page === undefined) return undefined;
  const items = inStudyOrder(lowered.flatMap(({ item }) => item ?? []));
  return {
    format: 1,
    topic: { id: source.id, ...page, items, figures: [...source.figures] },
    declarations: lowered.flatMap(({ declarations }) => declarations),
    references: lowered.flatMap(({ references }) => references),
  };
}

function toReference({ id, topic, position }: ItemLink, item?: string): Reference {
  return { role: "link", ...(item === undefined ? {} : { item }), to: id, topic, position: toPlace(position) };
}

function toPlace({ start, end }: Position): Declaration["position"] {
  const point = ({ line, column, offset = 0 }: Position["start"]) => ({ line, column, offset });
  return { start: point(start), end: point(end) };
}
