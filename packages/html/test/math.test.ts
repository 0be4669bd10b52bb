import type { Nodes } from "hast";
import { fromHtml } from "hast-util-from-html";
import { expect, test, vi } from "vitest";
import { type MathOutput, renderBlocks, renderInlines } from "../src/index.ts";

const inline = (value: string, math: MathOutput) => renderInlines([{ type: "inlineMath", value }], { math });
const display = (value: string, math: MathOutput) => renderBlocks([{ type: "math", value }], { math });

const formulas = ["\\hat y_i", "a < b", "\\sum_{i=1}^n x_i^2", "\\text{if } x > 0", "\\sqrt[3]{x}", "\\mathbb{E}[X]"];

test.each(formulas)("KaTeX draws %s and keeps its TeX for screen readers and copying", (tex) => {
  for (const math of ["katex", "mathml"] as const) {
    const annotation = find(fromHtml(inline(tex, math), { fragment: true }), "annotation");
    expect(annotation).toBe(tex);
  }
  expect(inline(tex, "katex")).toContain('<span class="katex-html" aria-hidden="true">');
  expect(inline(tex, "mathml")).not.toContain("katex-html");
});

test("a display formula is in a container that scrolls", () => {
  expect(display("x", "katex")).toMatch(/^<div class="math-display" tabindex="0"><span class="katex-display">/);
});

test.each([
  ["a\nb", "\\(a b\\)"],
  ["a % comment\n  b", "\\(a b\\)"],
  ["50\\% % half\n", "\\(50\\%\\)"],
  ["\\begin{matrix}[a \\\\]\\end{matrix}", "\\(\\begin{matrix}[a \\\\ ]\\end{matrix}\\)"],
  ["\\begin{matrix}a \\\\[2pt] b\\end{matrix}", "\\(\\begin{matrix}a \\\\[2pt] b\\end{matrix}\\)"],
  ["\\text{for \\(x\\)}", "\\(\\text{for $x$}\\)"],
])("for MathJax, the formula %j is written as %j", (tex, line) => {
  expect(inline(tex, "mathjax")).toBe(line);
});

test.each([
  "\\frac",
  "\\unknown",
  "a}",
  "{".repeat(20_000),
  "\\def\\a{\\a\\a}\\a",
  "\\href{javascript:alert(1)}{x}",
  "\\url{https://example.org}",
  "\\includegraphics{https://example.org/a.png}",
  "\\htmlStyle{position:fixed}{x}",
  "\\def\\x{\\href}\\x{javascript:alert(1)}{x}",
])("a formula that cannot be shown is shown as TeX: %.40s", (tex) => {
  for (const math of ["katex", "mathml", "mathjax"] as const)
    expect(inline(tex, math)).toMatch(/^<code class="math-error">/);
});

test.each(["\\verb \\\\\\href{javascript:alert(1)}{x} ", "\\verb|\\require{html}|"])(
  "text of KaTeX that is a command of MathJax does not reach MathJax: %s",
  (tex) => {
    expect(inline(tex, "katex")).toMatch(/^<span class="katex">/);
    expect(inline(tex, "mathjax")).toMatch(/^<code class="math-error">/);
  },
);

test.each([
  "\\message{hello}",
  "\\errmessage{hello}",
  "\\show\\frac",
  "\\let\\say\\message \\say{hello}",
  "é",
  "a \\\\ b",
])("rendering %s writes nothing to the console", (tex) => {
  const spies = (["log", "warn", "error", "info"] as const).map((name) => vi.spyOn(console, name));
  for (const math of ["katex", "mathml", "mathjax"] as const) display(tex, math);
  for (const spy of spies) expect(spy).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});

test("a macro of one formula is not defined in the next", () => {
  inline("\\gdef\\leak{x}\\leak", "katex");
  expect(inline("\\leak", "katex")).toBe('<code class="math-error">\\leak</code>');
});

test("no formula is larger than the page", () => {
  expect(inline("\\rule{9999em}{9999em}", "katex")).not.toContain("9999em;");
});

function find(node: Nodes, tagName: string): string | undefined {
  if (node.type === "element" && node.tagName === tagName)
    return node.children.map((child) => (child.type === "text" ? child.value : "")).join("");
  if (!("children" in node)) return undefined;
  for (const child of node.children) {
    const found = find(child, tagName);
    if (found !== undefined) return found;
  }
  return undefined;
}
