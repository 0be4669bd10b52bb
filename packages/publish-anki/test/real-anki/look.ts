// Pictures of cards: node look.ts package.apkg folder [cards.json of render.py]
// Takes a picture of every side of every card on a phone and on a desktop, by day and by night, and checks it with axe.
// Exits with 1 when axe finds a fault, or a page is wider than the screen. CHROMIUM names the browser, MATHJAX the file
// tex-chtml.js of MathJax 3, which Anki includes; without it formulas are shown as TeX.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { read } from "@high-recall/apkg";
import { openDatabase as open } from "@high-recall/apkg/node";
import type { AxeResults } from "axe-core";
import { chromium } from "playwright-core";
import { pageOf, renderCards } from "../render-card.ts";

interface Card {
  readonly name: string;
  readonly question: string;
  readonly answer: string;
  readonly css: string;
}

const [file, folder, rendered] = process.argv.slice(2);
if (file === undefined || folder === undefined) throw new Error("Expected a package and a folder for pictures");
const out = resolve(folder);
mkdirSync(out, { recursive: true });
const collection = read(readFileSync(file), { open });
for (const { name, bytes } of collection.media) writeFileSync(join(out, name), bytes);
const cards: Card[] =
  rendered === undefined
    ? renderCards(collection).map((card) => ({ ...card, name: `${card.item}-${card.template}` }))
    : JSON.parse(readFileSync(rendered, "utf8"));
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const mathJax = process.env.MATHJAX;

/** The page with MathJax set up as in Anki. */
function withMathJax(html: string): string {
  if (mathJax === undefined) return html;
  const settings = {
    tex: { displayMath: [["\\[", "\\]"]], processEscapes: false, processEnvironments: false, processRefs: false },
    options: { ignoreHtmlClass: "tex2jax_ignore" },
  };
  const scripts = `<script>MathJax = ${JSON.stringify(settings)}</script><script src="file://${resolve(mathJax)}"></script>`;
  return html.replace("</head>", `${scripts}</head>`);
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--allow-file-access-from-files"],
});
let pages = 0;
const faults: string[] = [];
for (const width of [360, 900]) {
  const page = await browser.newPage({ viewport: { width, height: 740 } });
  for (const night of [false, true]) {
    for (const { name, css, ...sides } of cards) {
      for (const side of ["question", "answer"] as const) {
        const title = `${name}-${side}-${width}-${night ? "night" : "light"}`;
        const html = withMathJax(pageOf(sides[side], css, { night, unfolded: side === "answer" }));
        const path = join(out, `${title}.html`);
        writeFileSync(path, html);
        await page.goto(`file://${path}`);
        if (mathJax !== undefined) await page.evaluate("MathJax.startup.promise");
        await page.screenshot({ path: join(out, `${title}.png`), fullPage: true });
        pages += 1;
        const scroll = await page.evaluate(() => document.documentElement.scrollWidth);
        if (scroll > width) faults.push(`${title}: ${scroll} px wide`);
        await page.evaluate(axe);
        const results = await page.evaluate(
          // A card is part of Anki's page, which is responsible for rules about whole pages (title, landmarks).
          () =>
            (globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
              runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"],
              rules: { "document-title": { enabled: false }, "html-has-lang": { enabled: false } },
            }),
        );
        for (const { id, help, nodes } of results.violations) {
          faults.push(...nodes.map((node) => `${title}: ${id}: ${help}: ${node.html.slice(0, 120)}`));
        }
      }
    }
  }
  await page.close();
}
await browser.close();
for (const fault of faults) console.log(fault);
console.log(`${pages} pages, ${faults.length} faults`);
process.exit(faults.length === 0 ? 0 : 1);
