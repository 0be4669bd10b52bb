// Prints docs/formula-widths.md: the width of each test formula in print and in Chromium.
// Usage: node scripts/compare-widths.ts > ../../docs/formula-widths.md
import { readFileSync } from "node:fs";
import { openFonts } from "../src/fonts/open-fonts.ts";
import { formulaLayouts } from "../src/math/formula.ts";
import { readFonts } from "../src/node.ts";

const file = new URL("../test/fixtures/widths.json", import.meta.url);
const widths = Object.entries(JSON.parse(readFileSync(file, "utf8")) as Record<string, number>);
const set = formulaLayouts(openFonts(readFonts()));

const rows = widths.map(([tex, chromium]) => {
  const parts = set(tex, true).lines.flat();
  const ours = parts.reduce((sum, part) => sum + part.width, 0);
  return { tex, chromium, ours, difference: Math.abs(ours - chromium) };
});
const most = Math.max(...rows.map(({ difference }) => difference));
const within = (limit: number) => rows.filter(({ difference }) => difference <= limit).length;

console.log(`# Widths of formulas

Widths of ${rows.length} formulas in em: as \`typeset\` lays them out, and as Chromium does with KaTeX's own CSS. The largest difference is
${most.toFixed(4)} em; ${within(0.0005)} formulas differ by at most 0.0005 em. A test allows 0.02 em.

\`\`\`sh
cd packages/typeset
node scripts/measure-widths.mjs                            # measures in Chromium, writes test/fixtures/widths.json
node scripts/compare-widths.ts > ../../docs/formula-widths.md
\`\`\`

| formula | Chromium | in print | difference |
| --- | ---: | ---: | ---: |`);
for (const { tex, chromium, ours, difference } of rows) {
  const figures = [chromium, ours, difference].map((value) => value.toFixed(4)).join(" | ");
  console.log(`| \`\` ${tex.replaceAll("|", "\\|")} \`\` | ${figures} |`);
}
