import { quote } from "@high-recall/core";
import { SaxesParser, type SaxesTagPlain } from "saxes";
import type { FigureFault, Measured, Size } from "./figure.ts";

/**
 * Reads an SVG's size and finds what could run, load or hide something. It knows what is allowed, not what is
 * dangerous: elements that draw, attributes that are no event handlers, and references that stay inside the file.
 */
export function readSvg(text: string): Measured {
  const faults: FigureFault[] = [];
  let size: Size | undefined;
  let isRoot = true;
  let inStyle = 0;
  /** Ids of the elements that are open, and of those that hold something drawn again by `use`. */
  const open: (string | undefined)[] = [];
  const repeating = new Set<string>();
  const uses: { target: string; start: number; end: number }[] = [];
  const parser = new SaxesParser({ xmlns: false, position: true });
  const unsafe = (reason: string, start: number, end: number) =>
    void faults.push({ rule: "figure-safe", reason, start, end });
  /** From the last `<` to where the parser is. */
  const markup = (): [number, number] => [Math.max(text.lastIndexOf("<", parser.position - 1), 0), parser.position];

  parser.on("error", (error) => {
    // After the first, a parser reports what follows from it.
    if (faults.some(({ rule }) => rule === "figure-readable")) return;
    const reason = `Unexpected XML, expected a well-formed SVG: ${error.message.replace(/^\d+:\d+: /, "")}`;
    faults.push({ rule: "figure-readable", reason, start: Math.max(parser.position - 1, 0), end: parser.position });
  });
  parser.on("doctype", () =>
    unsafe("Unexpected DOCTYPE, expected none: delete it, browsers do not need it", ...markup()),
  );
  parser.on("processinginstruction", ({ target }) =>
    unsafe(`Unexpected instruction ${quote(target)}, expected none: delete it`, ...markup()),
  );
  parser.on("opentag", (tag) => {
    const [start, end] = markup();
    if (!elements.has(tag.name)) {
      unsafe(`Unexpected element ${quote(tag.name)}, expected only elements that draw: delete it`, start, end);
    }
    if (isRoot) size = readRoot(tag, start, end, faults);
    isRoot = false;
    if (tag.name === "style") inStyle++;
    open.push(tag.attributes.id);
    if (tag.name === "use") {
      for (const id of open) if (id !== undefined) repeating.add(id);
      const target = (tag.attributes.href ?? tag.attributes["xlink:href"] ?? "").trim().slice(1);
      uses.push({ target, start, end });
    }
    for (const [name, value] of Object.entries(tag.attributes)) {
      const reason = attributeFault(name, value);
      if (reason !== undefined) unsafe(reason, start, end);
    }
  });
  const readStyle = (css: string) => {
    const reason = inStyle > 0 ? cssFault(css) : undefined;
    if (reason !== undefined) unsafe(reason, Math.max(parser.position - css.length, 0), parser.position);
  };
  parser.on("text", readStyle);
  parser.on("cdata", readStyle);
  parser.on("closetag", ({ name }) => {
    if (name === "style") inStyle--;
    open.pop();
  });
  parser.write(text).close();
  for (const { target, start, end } of uses) {
    // Thirty such steps, each drawing two of the next, draw a thousand million.
    if (repeating.has(target))
      unsafe(`Unexpected \`use\` of ${quote(target)}, which holds a \`use\`, expected only one step`, start, end);
  }
  return { size, faults };
}

const elements = new Set(
  `svg g defs symbol use title desc style path rect circle ellipse line polyline polygon text tspan textPath
  linearGradient radialGradient stop clipPath mask marker pattern filter feBlend feColorMatrix feComponentTransfer
  feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB
  feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight
  feTile feTurbulence switch view`.split(/\s+/),
);

function attributeFault(name: string, value: string): string | undefined {
  const local = name.slice(name.indexOf(":") + 1).toLowerCase();
  if (local.startsWith("on")) return `Unexpected event handler ${quote(name)}, expected none: delete it`;
  if (name === "xml:base") return "Unexpected `xml:base`, expected references inside the file: delete it";
  if ((local === "href" || local === "src") && !/^#[^\s]+$/.test(value.trim())) {
    return `Unexpected reference to ${quote(value)}, expected one inside the file, such as \`#id\``;
  }
  return name.startsWith("xmlns") ? undefined : cssFault(value);
}

/** Styles load with `url(…)` and `@import`, and hide both behind backslashes and comments. */
function cssFault(css: string): string | undefined {
  if (css.includes("\\")) return "Unexpected backslash in a style, expected plain CSS";
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, "").toLowerCase();
  if (plain.includes("@import") || plain.includes("@font-face"))
    return "Unexpected style that loads a file, expected none";
  if (/expression\s*\(|javascript:|image-set\s*\(/.test(plain))
    return "Unexpected style that runs or loads something, expected none";
  const outside = [...plain.matchAll(/url\(\s*["']?([^)]*)/g)].find(([, target]) => !target?.startsWith("#"));
  return outside === undefined
    ? undefined
    : `Unexpected reference to ${quote(outside[1])}, expected one inside the file, such as \`url(#id)\``;
}

function readRoot(tag: SaxesTagPlain, start: number, end: number, faults: FigureFault[]): Size | undefined {
  const unreadable = (reason: string) => void faults.push({ rule: "figure-readable", reason, start, end });
  if (tag.name !== "svg" || tag.attributes.xmlns !== "http://www.w3.org/2000/svg") {
    unreadable('Unexpected root element, expected `<svg xmlns="http://www.w3.org/2000/svg" …>`');
    return undefined;
  }
  const size = sizeOf(tag.attributes);
  if (size === undefined || !(size.width > 0 && size.height > 0 && size.width <= 10_000 && size.height <= 10_000)) {
    unreadable("Unexpected SVG without a size, expected a `viewBox`, or `width` and `height`, up to 10,000 pixels");
    return undefined;
  }
  return size;
}

/** A missing side follows from the shape of the viewBox. */
function sizeOf(attributes: Readonly<Record<string, string>>): Size | undefined {
  const [, , boxWidth, boxHeight] = (attributes.viewBox ?? "")
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const width = pixels(attributes.width);
  const height = pixels(attributes.height);
  const hasBox = boxWidth !== undefined && boxHeight !== undefined && boxWidth > 0 && boxHeight > 0;
  if (width !== undefined && height !== undefined) return { width, height };
  if (!hasBox) return undefined;
  if (width !== undefined) return { width, height: (width * boxHeight) / boxWidth };
  if (height !== undefined) return { width: (height * boxWidth) / boxHeight, height };
  return { width: boxWidth, height: boxHeight };
}

/** CSS pixels in one of each unit. @see https://www.w3.org/TR/css-values-3/#absolute-lengths */
const units: Readonly<Record<string, number>> = {
  "": 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
};

function pixels(length: string | undefined): number | undefined {
  const [, number, unit = ""] = /^\s*\+?(\d*\.?\d+(?:e[+-]?\d+)?)(px|pt|pc|in|cm|mm)?\s*$/i.exec(length ?? "") ?? [];
  return number === undefined ? undefined : Number(number) * (units[unit.toLowerCase()] ?? 1);
}
