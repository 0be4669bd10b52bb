import { type Artifact, type Curriculum, type Imprint, itemsOf, type Topic } from "@high-recall/core";
import {
  type DocumentInfo,
  type Fonts,
  type LayoutFormula,
  type MeasureContext,
  readableText,
} from "@high-recall/typeset";
import type { Product } from "../product.ts";
import type { Compress } from "../writer/compress.ts";
import { themeOf } from "./theme.ts";

/** What all products of a publisher share. */
export interface Printer {
  readonly fonts: Fonts;
  readonly layoutFormula: LayoutFormula;
  readonly compress: Compress;
}

/** A file, and the notices about it. */
export interface Printed {
  readonly artifact?: Artifact;
  readonly notices: readonly string[];
}

/** How densely a product is set. */
export interface Density {
  /** Type size in points. */
  readonly size: number;
  /** Distance of baselines in units of the size. */
  readonly leading: number;
  /** Space between blocks, in units of what a dense sheet has. */
  readonly blockSpacing: number;
  /** Blank lines kept between two lines of code. */
  readonly mostBlankLines: number;
  /** As in `MeasureContext`. */
  readonly leastType: number;
}

/** Makes what measuring needs, once the height of a column is known. */
export function contextFor({ fonts, layoutFormula }: Printer, { ink }: Product, density: Density, part: Curriculum) {
  const ids = new Set(itemsOf(part).map((item) => item.id));
  return (maxHeight: number): MeasureContext => ({
    fonts,
    layoutFormula,
    theme: themeOf(ink),
    ...density,
    maxHeight,
    hasItem: (id) => ids.has(id),
  });
}

/** Numbers topics by their place in the edition, from 1, whichever topics are selected. */
export function numbering(whole: Curriculum): (topic: Topic) => number {
  const places = new Map(whole.topics.map((topic, index) => [topic.id, index + 1]));
  return (topic) => places.get(topic.id) ?? 1;
}

/** Metadata of a file. */
export function documentInfo(edition: Imprint, title: string, part: Curriculum): DocumentInfo {
  return {
    title: title === edition.title ? title : `${title} · ${edition.title}`,
    author: edition.authors.join(", "),
    subject: [edition.subtitle, `version ${edition.version}`].filter(Boolean).join(" · "),
    keywords: part.topics.map((topic) => readableText(topic.title.children)),
    language: edition.language,
    date: edition.date,
  };
}
