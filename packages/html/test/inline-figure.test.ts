import { expect, test } from "vitest";
import { renderBlocks, standaloneFigure } from "../src/index.ts";

const head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30" font-family="sans-serif" font-size="11">';
const good = `${head}
  <title>A loaf</title>
  <g data-part="crust &amp; crumb">
    <rect class="accent" x="1" y="2" width="3" height="4" fill="currentColor" fill-opacity="0.25"/>
    <path class="second" d="M0 0L9 9" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="4 3" stroke-linejoin="round"/>
    <text class="ink" x="5" y="6" fill="currentColor" text-anchor="middle">a &lt; b</text>
  </g>
</svg>
`;

function render(svg: string): string {
  const image = { type: "image" as const, url: "figures/loaf.svg", alt: 'A "loaf"', title: "Loaf" };
  return renderBlocks([image], { math: "mathml", figure: () => ({ url: "loaf.svg", svg }) });
}

test("a figure of roles becomes part of the page", () => {
  expect(render(good)).toBe(
    `<figure><svg role="img" aria-label="A &quot;loaf&quot;" width="40" height="30" viewBox="0 0 40 30" font-family="sans-serif" font-size="11"><g data-part="crust &amp; crumb"><rect class="accent" x="1" y="2" width="3" height="4" fill="currentColor" fill-opacity="0.25"></rect><path class="second" d="M0 0L9 9" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="4 3" stroke-linejoin="round"></path><text class="ink" x="5" y="6" fill="currentColor" text-anchor="middle">a &lt; b</text></g></svg><figcaption>Loaf</figcaption></figure>`,
  );
});

test.each([
  ["a style", good.replace("<title>", "<style>*{}</style><title>")],
  ["an id", good.replace("<g ", '<g id="a" ')],
  ["a handler", good.replace("<g ", '<g onload="x" ')],
  ["a colour of its own", good.replace('fill="none"', 'fill="red"')],
  ["a class that is no role", good.replace('class="ink"', 'class="tok-string"')],
  ["a script", good.replace("<title>", "<script>x</script><title>")],
  ["a comment", good.replace("<title>", "<!-- x --><title>")],
  ["an entity", good.replace("&lt;", "&nbsp;")],
  ["an element left open", good.replace("</g>", "")],
  ["an svg inside", good.replace("<title>", "<svg/><title>")],
  ["a text outside of a text element", good.replace("<title>", "x<title>")],
  ["nothing", ""],
])("one with %s stays a picture", (_, svg) => {
  expect(render(svg)).toBe(
    '<figure><img src="loaf.svg" alt="A &quot;loaf&quot;"><figcaption>Loaf</figcaption></figure>',
  );
});

test("alone, a figure of roles brings both palettes, and any other stays as it is", () => {
  const alone = standaloneFigure(good);
  expect(alone).toContain(`${head}<style>svg{background:#ffffff}.ink{color:`);
  expect(alone).toContain("@media (prefers-color-scheme: dark){svg{background:#16181c}.ink{color:");
  expect(alone.replace(/<style>.*<\/style>/, "")).toBe(good);
  const other = good.replace('fill="none"', 'fill="red"');
  expect(standaloneFigure(other)).toBe(other);
});
