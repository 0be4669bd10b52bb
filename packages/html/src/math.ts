import type { Element, ElementContent, Root } from "hast";
import katex from "katex";
import type { Raw } from "mdast-util-to-hast";
import { element, text } from "./element.ts";
import type { MathOutput } from "./options.ts";

/** Version of KaTeX that makes the formulas: with `katex` output, a page needs the katex.css of this version. */
export const katexVersion: string = katex.version;

/**
 * Formulas. Until the tree is sanitised, a formula is a `math` element that holds its TeX as text. Then `drawMath`
 * replaces each by what KaTeX makes of that TeX. KaTeX's output is inserted after sanitising, not before, because it
 * lives from inline styles and SVG paths that a tight schema must forbid to everybody else; it is safe for another
 * reason: KaTeX makes every element of it itself, escapes every text, and is told to trust nothing (no `\href`, no
 * `\includegraphics`, no `\htmlStyle`).
 */
export function mathElement(tex: string, display: "inline" | "block"): Element {
  return element("math", { display }, [text(tex)]);
}

/** Replaces the `math` elements of a sanitised tree. */
export function drawMath<Parent extends Root | Element>(parent: Parent, output: MathOutput): Parent {
  const children = parent.children.flatMap((child): ElementContent[] => {
    switch (child.type) {
      case "element":
        return [child.tagName === "math" ? draw(child, output) : drawMath(child, output)];
      case "text":
        return output === "mathjax" ? breakDelimiters(child.value) : [child];
      default:
        return [];
    }
  });
  return { ...parent, children };
}

function draw(math: Element, output: MathOutput): ElementContent {
  const tex = math.children.map((child) => (child.type === "text" ? child.value : "")).join("");
  const isDisplay = math.properties.display === "block";
  const drawn = output === "mathjax" ? delimit(tex, isDisplay) : typeset(tex, isDisplay, output);
  const asText = output === "mathjax" ? breakDelimiters : (value: string) => [text(value)];
  return drawn ?? element("code", { className: ["math-error"] }, asText(tex));
}

/** Commands by which a formula would write to the console of whoever renders it. */
const writesToConsole = /\\(?:message|errmessage|show)(?![a-zA-Z])/;

/** The formula by KaTeX, or undefined when it is not a formula that can be shown. */
function typeset(tex: string, isDisplay: boolean, output: "katex" | "mathml"): Raw | undefined {
  if (writesToConsole.test(tex)) return undefined;
  try {
    const value = katex.renderToString(tex, {
      displayMode: isDisplay,
      output: output === "katex" ? "htmlAndMathml" : "mathml",
      strict: true,
      trust: distrust,
      // In em: keeps a hostile `\rule{9999em}{9999em}` from covering the page.
      maxSize: 50,
    });
    return { type: "raw", value };
  } catch {
    // Not only a ParseError: a few thousand nested braces exhaust the stack.
    return undefined;
  }
}

/** With plain `trust: false`, KaTeX would print the command's name in red in place of an error. */
function distrust({ command }: { command: string }): never {
  throw new Error(`Unexpected ${command}: it needs trust`);
}

/**
 * Commands by which TeX reaches out of the formula in MathJax: to links, scripts' hooks, styles and extensions. What
 * KaTeX takes for a command is refused by `typeset` already; this finds the ones that KaTeX takes for something else,
 * such as for text in a `\verb`, whose delimiter the two read differently.
 */
const reachesOut =
  /\\(?:href|url|html[a-zA-Z]*|includegraphics|verb|require|unicode|class|cssId|style|data|mmlToken)(?![a-zA-Z])/;

/** The formula between MathJax's delimiters, or undefined when KaTeX cannot read it or MathJax must not. */
function delimit(tex: string, isDisplay: boolean): ElementContent | undefined {
  if (reachesOut.test(tex) || typeset(tex, isDisplay, "mathml") === undefined) return undefined;
  const line = onOneLine(tex);
  return text(isDisplay ? `\\[${line}\\]` : `\\(${line}\\)`);
}

/**
 * The same formula on one line and without MathJax's delimiters in it: Anki's editor looks for the next closing one
 * wherever it stands. `\(` is only possible in a `\text`, where it means `$`; a line break `\\` before a bracket gets a
 * space. Comments go, since on one line each would hide the rest.
 */
function onOneLine(tex: string): string {
  const rewrite = (found: string, next: string | undefined) => {
    if (found.startsWith("%")) return "";
    if (next !== undefined) return `\\\\ ${next}`;
    return found === "\\(" || found === "\\)" ? "$" : found;
  };
  return tex
    .replaceAll(/\\\\([)\]])|\\[\s\S]|%[^\n]*(?:\n[ \t]*|$)/g, rewrite)
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** MathJax joins no text across elements: a backslash alone in a `span` begins no formula where an author meant text. */
function breakDelimiters(value: string): ElementContent[] {
  return value
    .split(/(\\)(?=[()[\]]|$)/)
    .filter((part) => part !== "")
    .map((part) => (part === "\\" ? element("span", {}, [text(part)]) : text(part)));
}
