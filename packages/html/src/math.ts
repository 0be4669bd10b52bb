import type { Element, ElementContent, Root } from "hast";
import katex from "katex";
import type { Raw } from "mdast-util-to-hast";
import { element, text } from "./element.ts";
import type { MathOutput } from "./options.ts";

/** Version of KaTeX. With `katex` output, a page needs the katex.css of this version. */
export const katexVersion: string = katex.version;

/**
 * A formula before sanitising: a `math` element with its TeX as text. Afterwards `drawMath` replaces it by KaTeX's output,
 * which depends on inline styles and SVG paths that the schema forbids. That output is safe without the schema: KaTeX makes
 * all of its elements, escapes all text, and is told to trust nothing (no `\href`, no `\includegraphics`, no `\htmlStyle`).
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

/** Commands that make KaTeX write to the console. */
const writesToConsole = /\\(?:message|errmessage|show)(?![a-zA-Z])/;

/** The formula as KaTeX draws it, or undefined when it cannot. */
function typeset(tex: string, isDisplay: boolean, output: "katex" | "mathml"): Raw | undefined {
  if (writesToConsole.test(tex)) return undefined;
  try {
    const value = katex.renderToString(tex, {
      displayMode: isDisplay,
      output: output === "katex" ? "htmlAndMathml" : "mathml",
      strict: true,
      trust: distrust,
      // In em, so that a hostile `\rule{9999em}{9999em}` cannot cover the page.
      maxSize: 50,
    });
    return { type: "raw", value };
  } catch {
    // Not only a ParseError: thousands of nested braces exhaust the stack.
    return undefined;
  }
}

/** With plain `trust: false`, KaTeX prints the command's name in red instead of failing. */
function distrust({ command }: { command: string }): never {
  throw new Error(`Unexpected ${command}: it needs trust`);
}

/**
 * Commands by which TeX acts outside its formula in MathJax: links, hooks of scripts, styles, extensions. `typeset`
 * refuses those that KaTeX reads as commands. This finds the others, such as those in a `\verb`, whose delimiter KaTeX and
 * MathJax read differently.
 */
const reachesOut =
  /\\(?:href|url|html[a-zA-Z]*|includegraphics|verb|require|unicode|class|cssId|style|data|mmlToken)(?![a-zA-Z])/;

/** The formula between MathJax's delimiters, or undefined when KaTeX cannot or MathJax must not read it. */
function delimit(tex: string, isDisplay: boolean): ElementContent | undefined {
  if (reachesOut.test(tex) || typeset(tex, isDisplay, "mathml") === undefined) return undefined;
  const line = onOneLine(tex);
  return text(isDisplay ? `\\[${line}\\]` : `\\(${line}\\)`);
}

/**
 * The same formula on one line, without comments (on one line each would hide the rest) and without MathJax's delimiters:
 * Anki's editor stops at the first closing one. `\(` is only possible in `\text`, where it means `$`; a line break `\\`
 * before a bracket gets a space.
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

/** MathJax does not join text across elements, so a backslash in a `span` of its own begins no formula. */
function breakDelimiters(value: string): ElementContent[] {
  return value
    .split(/(\\)(?=[()[\]]|$)/)
    .filter((part) => part !== "")
    .map((part) => (part === "\\" ? element("span", {}, [text(part)]) : text(part)));
}
