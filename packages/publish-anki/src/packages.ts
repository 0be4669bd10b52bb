import { type Curriculum, itemsOf, select } from "@high-recall/core";
import type { Choice } from "./collection.ts";
import type { AnkiProduct } from "./product.ts";

/** A package to write: its path and its content. */
export interface Package extends Choice {
  readonly path: string;
  /** Whether it is for learners who have an earlier release. */
  readonly isUpdate: boolean;
}

/** The packages that one entry of edition.yaml asks for. */
export function packagesOf(curriculum: Curriculum, product: AnkiProduct): Package[] {
  const chosen = select(curriculum, product);
  const isUpdate = product.retired === true;
  const isAloud = product.aloud === true;
  const topics = curriculum.topics.map(({ id }) => id).filter((id) => product.topics?.includes(id) ?? true);
  switch (product.each) {
    case undefined:
      return [{ path: product.path, order: chosen.order, retired: new Set(isUpdate ? topics : []), isUpdate, isAloud }];
    case "topic":
      return topics.map((topic) => ({
        path: product.path.replaceAll("{topic}", topic),
        order: select(chosen, { topics: [topic] }).order,
        retired: new Set(isUpdate ? [topic] : []),
        isUpdate,
        isAloud,
      }));
    case "path":
      return pathsOf(curriculum, product, chosen);
    default:
      return product.each satisfies never;
  }
}

/** One package for each path, with new cards in the order of its steps. */
function pathsOf(curriculum: Curriculum, product: AnkiProduct, chosen: Curriculum): Package[] {
  const present = new Set(chosen.order);
  return itemsOf(curriculum).flatMap((item) => {
    if (item.kind !== "path") return [];
    const order = [...new Set(item.steps.flatMap((step) => step.items))].filter((id) => present.has(id));
    return [
      {
        path: product.path.replaceAll("{path}", item.id),
        order,
        retired: new Set<string>(),
        isUpdate: false,
        isAloud: product.aloud === true,
      },
    ];
  });
}
