import { describe, expect, test } from "vitest";
import { faultsOf, readBody, readSvgText, reasonsOf } from "./read.ts";

const many = (count: number, text: string | ((index: number) => string)) =>
  Array.from({ length: count }, (_, index) => (typeof text === "string" ? text : text(index))).join("");
const root = (attributes: string) => `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}></svg>`;

describe("figures that would take much time or memory are refused", () => {
  test.each([
    [
      "a width of 100,000 digits",
      root(`width="${many(100_000, "1")}x" height="9"`),
      /^`width` is longer than 10,000 characters: shorten it$/,
    ],
    [
      "a style sheet of at signs",
      body(`<style>${many(200_000, "@")}</style>`),
      /^The style sheet has more than 100,000 characters: delete what no element uses$/,
    ],
    [
      "many at-rules",
      body(`<style>${many(30_000, "@a;")}</style>`),
      /^`@a` is not understood in print.*|^There are more than 50 faults/,
    ],
    [
      "text of 500,000 characters",
      body(`<text>${many(500_000, "a")}</text>`),
      /^The drawing has more than 20,000 characters of text: shorten it$/,
    ],
    ["15,000 elements", body(many(15_000, "<g/>")), /^The drawing has more than 10,000 elements: save it with fewer$/],
    [
      "100,000 levels",
      body(many(100_000, "<g>")),
      /^There are more than 40 elements inside one another: take some groups apart$/,
    ],
    [
      "150,000 curves",
      body(`<path d="M0 0${many(150_000, "h1")}"/>`),
      /^The drawing has more than 100,000 lines and curves: save it with fewer points$/,
    ],
    [
      "3,000 selectors",
      body(`<style>${many(3_000, (index) => `.a${index}{fill:red}`)}</style>`),
      /^The style sheet has more than 2,000 selectors: share classes, or write attributes$/,
    ],
    [
      "2,000 rules for each of 9,000 elements",
      body(`<style>${many(1_900, "*{fill:red}")}</style>${many(9_000, "<g/>")}`),
      /^The style sheets have too many rules for this many elements: use fewer of both$/,
    ],
    [
      "one rule with 8,000 declarations for each of 9,000 elements",
      body(`<style>*{${many(8_000, "fill:red;")}}</style>${many(9_000, "<g/>")}`),
      /^The style sheets have too many rules for this many elements: use fewer of both$/,
    ],
    [
      "deep selectors without a match",
      body(
        `<style>${many(1_000, "x x x x x x x g{fill:red}")}</style>${many(35, "<g>")}${many(1_000, "<g/>")}${many(35, "</g>")}`,
      ),
      /^The style sheets have too many rules for this many elements: use fewer of both$/,
    ],
    [
      "thirty steps of `use`, each twice",
      body(doubling(30)),
      /^The drawing has more than 10,000 elements: save it with fewer$/,
    ],
    [
      "steps of `use` that are not shown",
      body(`<defs>${doubling(30)}</defs>`),
      /^The drawing has more than 10,000 elements: save it with fewer$/,
    ],
    [
      "100 steps of `use`",
      body(many(100, (index) => `<g id="a${index}"><use href="#a${index + 1}"/></g>`)),
      /^There are more than 40 elements inside one another, with those of `use`/,
    ],
    [
      "a `use` of a long path",
      body(`<path id="p" d="M0 0${many(20_000, "h1")}"/>${many(20, '<use href="#p"/>')}`),
      /^The drawing has more than 100,000 lines and curves: save it with fewer points$/,
    ],
    [
      "a value of 10,001 characters",
      body(`<g transform="${many(10_001, " ")}"/>`),
      /^`transform` is longer than 10,000 characters: shorten it$/,
    ],
    [
      "a name of 100,000 characters",
      body(`<${many(100_000, "a")}/>`),
      /^`a+…` is not an element of a drawing: delete it$/,
    ],
    [
      "101 attributes",
      body(`<g ${many(101, (index) => `data-${index}="" `)}/>`),
      /^An element has more than 100 attributes: delete those that draw nothing$/,
    ],
    ["a number that is too large", body('<rect width="1e9" height="1"/>'), /^`width` cannot be `1e9`/],
    [
      "more than two megabytes",
      body(many(2 * 1024 * 1024, " ")),
      /^The SVG is larger than 2 MiB: save it with fewer points$/,
    ],
  ])("%s", { timeout: 60_000 }, (_, text, reason) => {
    const reasons = reasonsOf(readSvgText(text));
    expect(reasons.length).toBeGreaterThan(0);
    expect(reasons.length).toBeLessThanOrEqual(51);
    for (const each of reasons) expect(each).toMatch(reason);
  });

  test("only the first fifty faults are reported", () => {
    const faults = faultsOf(readBody(many(100, (index) => `<g filter="url(#f${index})"/>`)));
    expect(faults).toHaveLength(51);
    expect(faults.at(-1)).toContain("There are more than 50 faults: correct those before this one first");
  });
});

describe("large figures within the limits are read", () => {
  test.each([
    [
      "8,000 elements and 1,500 classes",
      `<style>${many(1_500, (index) => `.a${index}{fill:red}`)}</style>${many(8_000, (index) => `<rect class="a${index % 1_500}" width="1" height="1"/>`)}`,
    ],
    ["a path of 95,000 lines", `<path d="M0 0${many(95_000, "h1")}"/>`],
    ["9,000 copies", `<rect id="r" width="1" height="1"/>${many(4_500, '<use href="#r"/>')}`],
    ["19,000 characters of text", `<text>${many(1_900, "ten signs ")}</text>`],
  ])("%s", { timeout: 60_000 }, (_, content) => {
    const { faults, drawing } = readBody(content);
    expect(faults).toEqual([]);
    expect(drawing).toBeDefined();
  });
});

function body(content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" font-family="sans-serif">${content}</svg>`;
}

function doubling(steps: number): string {
  return `<rect id="s0" width="1" height="1"/>${many(steps, (index) => `<g id="s${index + 1}"><use href="#s${index}"/><use href="#s${index}"/></g>`)}`;
}
