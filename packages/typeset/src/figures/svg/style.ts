/** Properties of an element after inheritance, as text. */
export type Properties = Readonly<Record<string, string>>;

/** A rule of a style sheet: one simple selector and what it sets. */
export interface StyleRule {
  readonly selector: string;
  readonly declarations: Properties;
}

/** Properties that children do not inherit. */
const own = new Set(["opacity", "transform", "clip-path", "mask", "filter", "display", "stop-color", "stop-opacity"]);

/** Properties that may also be written as attributes. */
const presentation = new Set([
  ..."fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-dasharray stroke-linecap".split(" "),
  ..."stroke-linejoin opacity color display visibility font-family font-size font-weight font-style".split(" "),
  ..."text-anchor dominant-baseline alignment-baseline marker-start marker-mid marker-end".split(" "),
  ..."clip-path mask filter stop-color stop-opacity".split(" "),
]);

/** The properties of an element: inherited ones, then attributes, style rules and its own `style`. */
export function cascade(
  name: string,
  attributes: Readonly<Record<string, string>>,
  rules: readonly StyleRule[],
  inherited: Properties,
): Properties {
  const style: Record<string, string> = {};
  for (const [key, value] of Object.entries(inherited)) if (!own.has(key)) style[key] = value;
  for (const [key, value] of Object.entries(attributes)) if (presentation.has(key)) style[key] = value;
  const classes = (attributes.class ?? "").split(/\s+/);
  const rank = (selector: string) => (selector.startsWith("#") ? 2 : selector.includes(".") ? 1 : 0);
  const matching = rules.filter(({ selector }) => matches(selector, name, classes, attributes.id));
  for (const rule of matching.sort((a, b) => rank(a.selector) - rank(b.selector)))
    Object.assign(style, rule.declarations);
  Object.assign(style, declarations(attributes.style ?? ""));
  return style;
}

function matches(selector: string, name: string, classes: readonly string[], id: string | undefined): boolean {
  if (selector === "*") return true;
  if (selector.startsWith("#")) return selector.slice(1) === id;
  const [element, ...wanted] = selector.split(".");
  return (!element || element === name) && wanted.every((each) => classes.includes(each));
}

/** Reads a style sheet: simple selectors by element, class and id; what is inside `@media` is left out. */
export function parseStyleSheet(text: string): StyleRule[] {
  const clean = text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/@[^{;]*(?:;|\{(?:[^{}]*\{[^{}]*\})*[^{}]*\})/g, "");
  return [...clean.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selectors = "", body = ""]) =>
    selectors
      .split(",")
      .map((selector) => selector.trim())
      .filter((selector) => /^[\w*.#-]+$/.test(selector))
      .map((selector) => ({ selector, declarations: declarations(body) })),
  );
}

function declarations(text: string): Properties {
  const found: Record<string, string> = {};
  for (const part of text.split(";")) {
    const colon = part.indexOf(":");
    if (colon > 0)
      found[part.slice(0, colon).trim().toLowerCase()] = part
        .slice(colon + 1)
        .replace("!important", "")
        .trim();
  }
  return found;
}

/** A length in user units; per cent of `whole`. */
export function length(text: string | undefined, otherwise = 0, whole = 100, size = 16): number {
  const match = /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*(%|[a-z]*)/i.exec(text ?? "");
  if (!match) return otherwise;
  const value = Number(match[1]);
  const scale: Readonly<Record<string, number>> = {
    "": 1,
    px: 1,
    pt: 4 / 3,
    pc: 16,
    mm: 96 / 25.4,
    cm: 96 / 2.54,
    in: 96,
  };
  const unit = (match[2] ?? "").toLowerCase();
  if (unit === "%") return (value / 100) * whole;
  if (unit === "em" || unit === "rem") return value * size;
  if (unit === "ex") return value * size * 0.5;
  return value * (scale[unit] ?? 1);
}
