import type { Scope } from "@high-recall/core";
import { tint } from "../display-list/colour.ts";
import type { TextFace } from "../fonts/face.ts";

/** Colours by their role, each `#rrggbb`. A product chooses them; measuring only asks for a role. */
export interface Theme {
  /** Prints in greys only: figures and coloured formulas turn grey, and links are underlined. */
  readonly isGrey: boolean;
  readonly text: string;
  readonly heading: string;
  /** Text that matters less: captions, output, references. */
  readonly quiet: string;
  /** Thin lines. */
  readonly rule: string;
  readonly link: string;
  readonly codeBackground: string;
  readonly inlineCodeBackground: string;
  /** Background of every other row of a table. */
  readonly stripe: string;
  /** Look of a token of code. */
  code(scope: Scope | undefined): CodeStyle;
}

/** Look of a token of code; the face decides its width. */
export interface CodeStyle {
  readonly face: Extract<TextFace, `mono${string}`>;
  readonly colour: string;
}

/** An accent colour thinned to a background. `share` is that of the colour, the rest is white. */
export function accentBackground(accent: string, { isGrey }: Theme, share: number): string {
  return tint(accent, isGrey ? share * 1.1 : share);
}
