import { figureRoles, Scope } from "@high-recall/core";
import type { Schema } from "hast-util-sanitize";
import { figureElements } from "./inline-figure.ts";

const inSvg = Object.fromEntries(
  Object.keys(figureElements)
    .filter((name) => name !== "svg")
    .map((name) => [name, ["svg"]]),
);

/** A figure's own attributes, and those that the renderer adds; classes are roles and nothing else. */
const figureAttributes = Object.fromEntries(
  Object.entries(figureElements).map(([name, attributes]): [string, (string | [string, ...string[]])[]] => {
    const names = Object.values(attributes).map((each): string | [string, ...string[]] =>
      each === "className" ? [each, ...figureRoles] : each,
    );
    return [name, name === "svg" ? [...names, ["role", "img"], "ariaLabel", "width", "height"] : names];
  }),
);

/** Everything that a rendered body may contain, except formulas. The renderer makes nothing else: a second line of defence. */
export const schema: Schema = {
  tagNames: [
    ...["p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "label", "input", "blockquote", "hr"],
    ...["pre", "code", "span", "div", "table", "thead", "tbody", "tr", "th", "td"],
    ...["figure", "img", "figcaption", "em", "strong", "del", "mark", "a", "br", "math"],
    ...Object.keys(figureElements),
  ],
  attributes: {
    ...figureAttributes,
    a: ["href", "title", "dataItem"],
    code: [["className", /^language-[\w+#.-]+$/]],
    div: [["className", "table-scroll", "math-display"], ["tabIndex", 0], ["role", "group"], "ariaLabel"],
    img: ["src", "alt", "width", "height"],
    input: [
      ["type", "checkbox"],
      ["disabled", true],
      ["checked", true],
    ],
    li: [["className", "task"]],
    math: [["display", "inline", "block"]],
    ol: ["start", ["className", "tasks"]],
    pre: [["tabIndex", 0]],
    span: [["className", ...Scope.options.map((scope) => `tok-${scope}`), "line", "key", /^i\d{1,2}$/]],
    table: [["className", "rows"]],
    td: [["className", "align-left", "align-center", "align-right"], "dataTh"],
    th: [
      ["scope", "col"],
      ["className", "align-left", "align-center", "align-right"],
    ],
    ul: [["className", "tasks"]],
  },
  protocols: { href: ["https", "http", "mailto"], src: ["https", "http", "blob", "data"] },
  required: { input: { type: "checkbox", disabled: true } },
  ancestors: {
    li: ["ul", "ol"],
    thead: ["table"],
    tbody: ["table"],
    tr: ["table"],
    th: ["table"],
    td: ["table"],
    ...inSvg,
  },
  clobber: [],
  strip: ["script", "style"],
  allowComments: false,
  allowDoctypes: false,
};
