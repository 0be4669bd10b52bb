import { type FigurePalette, figurePalettes, figureRoles, type Scope } from "@high-recall/core";

/** Colours of one theme, as `#rrggbb`. */
export interface Palette {
  readonly background: string;
  readonly text: string;
  readonly border: string;
  readonly error: string;
  /** Background of marked words; their colour is that of the text. */
  readonly mark: string;
  readonly tokens: Readonly<Record<Scope, string>>;
  /** Colours of figures by role. */
  readonly figure: FigurePalette;
}

/** GitHub's high-contrast light and default dark themes: a contrast of at least 4.5 : 1 (WCAG AA). */
export const palettes: { readonly light: Palette; readonly dark: Palette } = {
  light: {
    background: "#ffffff",
    text: "#0e1116",
    border: "#88929d",
    error: "#a0111f",
    mark: "#fff3c4",
    tokens: {
      comment: "#66707b",
      string: "#032563",
      number: "#023b95",
      constant: "#023b95",
      keyword: "#a0111f",
      operator: "#a0111f",
      function: "#622cbc",
      type: "#702c00",
      variable: "#0e1116",
      punctuation: "#0e1116",
    },
    figure: figurePalettes.light,
  },
  dark: {
    background: "#0d1117",
    text: "#e6edf3",
    border: "#6e7681",
    error: "#ff7b72",
    mark: "#39331a",
    tokens: {
      comment: "#8b949e",
      string: "#a5d6ff",
      number: "#79c0ff",
      constant: "#79c0ff",
      keyword: "#ff7b72",
      operator: "#ff7b72",
      function: "#d2a8ff",
      type: "#ffa657",
      variable: "#e6edf3",
      punctuation: "#e6edf3",
    },
    figure: figurePalettes.dark,
  },
};

/**
 * CSS for what this package renders: token colours, marks, scrolling code, tables and formulas, task lists.
 *
 * @param dark selector of an element around dark pages, such as `.nightMode` in Anki or `[data-theme=dark]`. Without
 *   it, the reader's system decides.
 */
export function stylesheet(dark?: string): string {
  const darkRule =
    dark === undefined
      ? `@media (prefers-color-scheme: dark) {\n  :root { ${paletteVariables(palettes.dark)} }\n}`
      : `${dark} { ${paletteVariables(palettes.dark)} }`;
  const tokenRules = Object.keys(palettes.light.tokens).map((scope) => `.tok-${scope} { color: var(--tok-${scope}); }`);
  const roleRules = figureRoles.map((role) => `figure > svg .${role} { color: var(--figure-${role}); }`);
  return `${[`:root { ${paletteVariables(palettes.light)} }`, darkRule, layout, ...tokenRules, ...roleRules].join("\n")}\n`;
}

/** The custom properties of a palette, for the element that makes a page light or dark. */
export function paletteVariables(palette: Palette): string {
  const names = {
    "code-ground": palette.background,
    "code-text": palette.text,
    "code-border": palette.border,
    "math-error": palette.error,
    "mark-ground": palette.mark,
  };
  const tokens = Object.entries(palette.tokens).map(([scope, colour]) => `--tok-${scope}: ${colour};`);
  const figure = figureRoles.map((role) => `--figure-${role}: ${palette.figure[role]};`);
  return [...Object.entries(names).map(([name, colour]) => `--${name}: ${colour};`), ...tokens, ...figure].join(" ");
}

/**
 * A picture has dark lines on a transparent background, so it gets a white one, also on dark pages. A figure of roles is
 * part of the page and changes with it.
 */
const layout = `pre { overflow-x: auto; padding: 0.75em 1em; border: 1px solid var(--code-border); border-radius: 0.375rem; text-align: start; background: var(--code-ground); color: var(--code-text); tab-size: 4; }
pre > code { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: 0.875em; line-height: 1.45; white-space: pre; }
.table-scroll, .math-display { overflow-x: auto; overflow-y: hidden; }
.table-scroll { margin-block: 1em; }
.math-display { padding-block: 0.25em; }
.table-scroll > table { border-collapse: collapse; }
.table-scroll :is(th, td) { padding: 0.3em 0.7em; border-bottom: 1px solid var(--code-border); text-align: start; vertical-align: top; }
.table-scroll .align-left { text-align: left; }
.table-scroll .align-center { text-align: center; }
.table-scroll .align-right { text-align: right; font-variant-numeric: tabular-nums; }
.tasks { padding-inline-start: 0.25em; list-style: none; }
figure { margin-inline: 0; }
figure > img { max-width: 100%; height: auto; border-radius: 0.375rem; background: #ffffff; }
figure > svg { max-width: 100%; height: auto; border-radius: 0.375rem; background: var(--figure-paper); color: var(--figure-ink); }
figcaption { font-size: 0.875em; }
mark { padding: 0 0.15em; border-radius: 0.2em; background: var(--mark-ground); color: inherit; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.math-error { color: var(--math-error); }`;
