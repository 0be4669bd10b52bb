import type { FigureRole } from "@high-recall/core";
import type { Bitmap } from "./png/bitmap.ts";
import type { Matrix } from "./svg/matrix.ts";
import type { Segment } from "./svg/segment.ts";

/** The content of a figure, independent of fonts and paper: each publisher draws it in its own way. */
export type FigureDrawing = VectorDrawing | BitmapDrawing;

export interface BitmapDrawing {
  readonly kind: "bitmap";
  /** The pixels, as grey when `isGrey`; the file was checked, so this does not fail. */
  readonly decode: (isGrey: boolean) => Bitmap;
}

/** An SVG, resolved: no styles, references or units are left. */
export interface VectorDrawing {
  readonly kind: "vector";
  /** The part that is shown, in the units of the graphics; it fills the figure's width and height. */
  readonly box: Box;
  /** From back to front. */
  readonly graphics: readonly Graphic[];
  /** Names of its parts (`<g data-part="…">`), each once, in the file's order. */
  readonly parts: readonly string[];
}

/** Lengths are in user units; y goes down. All numbers are finite. */
export type Graphic = Outline | Text | Group;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A colour with its opacity, above 0 and up to 1. */
export interface Ink {
  /** `#rrggbb` */
  readonly colour: string;
  readonly opacity: number;
  /** Set when the figure names a role; `colour` is then that of the light palette. */
  readonly role?: FigureRole;
}

/** A path that is filled, stroked or both; the stroke is drawn over the fill. */
export interface Outline {
  readonly kind: "outline";
  readonly segments: readonly Segment[];
  readonly fill?: Ink;
  readonly isEvenOdd: boolean;
  readonly stroke?: Stroke;
  /** Opacity of fill and stroke together, from 0 (exclusive) to 1. */
  readonly opacity: number;
}

export interface Stroke extends Ink {
  readonly width: number;
  readonly cap: "butt" | "round" | "square";
  readonly join: "miter" | "round" | "bevel";
  /** Greatest length of a miter, in widths of the stroke; absent when no miter is longer than 4. */
  readonly miterLimit?: number;
  /** Lengths of dashes and gaps, in turn. */
  readonly dash?: readonly number[];
}

/** Text, as runs from left to right. */
export interface Text {
  readonly kind: "text";
  readonly runs: readonly TextRun[];
}

/** Text of one style. */
export interface TextRun {
  readonly text: string;
  /**
   * Where the pen goes; the first run says both. A run that says either begins a new chunk, which `anchor` lays
   * around its start. An absent coordinate goes on from the run before, as if that had not been moved by its anchor.
   */
  readonly x?: number;
  readonly y?: number;
  /** By how much the pen moves from there. */
  readonly dx: number;
  readonly dy: number;
  readonly anchor: "start" | "middle" | "end";
  readonly family: "sans" | "mono";
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly size: number;
  readonly baseline: Baseline;
  /** Absent for invisible text that takes up space. */
  readonly ink?: Ink;
}

/** The line of the font that is at the text's y. @see https://www.w3.org/TR/css-inline-3/#dominant-baseline-property */
export type Baseline = "alphabetic" | "middle" | "central" | "hanging" | "text-before-edge" | "text-after-edge";

/** Graphics in a system of their own. */
export interface Group {
  readonly kind: "group";
  /** Name of the part of the drawing that this is; several groups may share one. */
  readonly part?: string;
  /** From the group's system to the one around it. */
  readonly matrix: Matrix;
  /** Content outside this box, in the group's system, is cut off. */
  readonly clip?: Box;
  readonly graphics: readonly Graphic[];
}
