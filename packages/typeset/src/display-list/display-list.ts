import type { Bitmap, Box, Segment } from "@high-recall/figures";
import type { Face } from "../fonts/face.ts";
import type { FormulaPart } from "../math/formula.ts";

/**
 * A drawing as plain data. Lengths are in points (1/72 inch) from the top left corner, y goes down; colours are
 * `#rrggbb`.
 */
export type Drawing = TextRun | FormulaRun | Rectangle | Line | Shape | Picture | Group;

export interface TextRun {
  readonly kind: "text";
  readonly face: Face;
  readonly text: string;
  readonly size: number;
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly width: number;
  readonly colour: string;
}

export interface FormulaRun {
  readonly kind: "formula";
  readonly part: FormulaPart;
  readonly size: number;
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly colour: string;
  readonly isGrey?: boolean;
}

export interface Rectangle extends Box {
  readonly kind: "rectangle";
  readonly radius?: number;
  readonly fill?: string;
  readonly stroke?: string;
  readonly thickness?: number;
}

export interface Line {
  readonly kind: "line";
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly thickness: number;
  readonly colour: string;
  readonly dash?: readonly number[];
}

/** An outline, filled, stroked or both. */
export interface Shape {
  readonly kind: "shape";
  readonly segments: readonly Segment[];
  readonly fill?: string;
  readonly isEvenOdd?: boolean;
  readonly stroke?: string;
  readonly thickness?: number;
  readonly dash?: readonly number[];
  readonly cap?: 0 | 1 | 2;
  readonly join?: 0 | 1 | 2;
  /** The most that a miter may be long, in widths of the stroke; 10 when absent. */
  readonly miterLimit?: number;
  readonly opacity?: number;
}

export interface Picture extends Box {
  readonly kind: "picture";
  readonly bitmap: Bitmap;
}

/** Drawings in a coordinate system of their own. */
export interface Group {
  readonly kind: "group";
  /** Maps (x, y) to (ax + cy + e, bx + dy + f). */
  readonly matrix: readonly [number, number, number, number, number, number];
  /** Clipping box, in the group's own system. */
  readonly clip?: Box;
  /** Of each drawing by itself. */
  readonly opacity?: number;
  readonly drawings: readonly Drawing[];
}

/** An element of the structure tree, for screen readers and reflow. */
export interface Tag {
  readonly type: TagType;
  /** Index of the parent among the tags; undefined for a child of the document. */
  readonly parent?: number;
  readonly title?: string;
  readonly alt?: string;
  readonly scope?: "Column" | "Row";
  readonly isOrdered?: boolean;
}

export type TagType =
  | "Sect"
  | "H1"
  | "H2"
  | "H3"
  | "H4"
  | "H5"
  | "H6"
  | "P"
  | "Span"
  | "L"
  | "LI"
  | "Lbl"
  | "LBody"
  | "Table"
  | "TR"
  | "TH"
  | "TD"
  | "Code"
  | "Formula"
  | "Figure"
  | "Link"
  | "BlockQuote"
  | "TOC"
  | "TOCI";

/** Drawings of one tag; without a tag they are decoration. */
export interface Content {
  /** Index among the tags. */
  readonly tag?: number;
  /** Text that is copied instead of the drawings. */
  readonly actualText?: string;
  readonly drawings: readonly Drawing[];
}

export type Target = { readonly url: string } | { readonly destination: string };

export interface LinkArea extends Box {
  readonly target: Target;
  /** What a screen reader says for the link. */
  readonly description: string;
  readonly tag?: number;
}

export interface Page {
  readonly width: number;
  readonly height: number;
  readonly content: readonly Content[];
  readonly links: readonly LinkArea[];
  /** Whether `deferred` holds decoration for it. */
  readonly hasDeferred: boolean;
}

/** A target of links. */
export interface Destination {
  readonly name: string;
  /** Index of the page. */
  readonly page: number;
  readonly y: number;
}

export interface OutlineEntry {
  readonly title: string;
  readonly page: number;
  readonly y: number;
  readonly children: readonly OutlineEntry[];
}

export interface DocumentInfo {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly keywords: readonly string[];
  readonly language: string;
  /** YYYY-MM-DD. */
  readonly date: string;
}

/** A whole document. */
export interface DisplayList {
  readonly info: DocumentInfo;
  /**
   * Can be iterated once. A page's tags exist when the page is given; destinations and outline are complete after the
   * last.
   */
  readonly pages: Iterable<Page>;
  /** Decoration of each page that needs the number of pages; call it after the last page. */
  deferred(): readonly (readonly Drawing[])[];
  readonly tags: readonly Tag[];
  readonly destinations: readonly Destination[];
  readonly outline: readonly OutlineEntry[];
}
