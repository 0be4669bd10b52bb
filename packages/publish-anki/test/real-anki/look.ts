// Pictures of cards: node look.ts package.apkg folder [cards.json of render.py] [part of a name …]
// Takes a picture of every side of every card, or of those whose name has one of the parts, on a phone and on a desktop, by
// day and by night, and of the back with all folds open. Checks each with axe, and that nothing is wider than the screen or cut,
// that what is tapped is at least 44 px high, and that the answer does not move the question. Exits with 1 at a fault.
// CHROMIUM names the browser, MATHJAX the file tex-chtml-full.js of MathJax 3, which Anki includes; without it formulas are
// shown as TeX. WITHOUT_PICTURES=1 only checks.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { read } from "@high-recall/apkg";
import { openDatabase as open } from "@high-recall/apkg/node";
import type { AxeResults } from "axe-core";
import { chromium, type Page } from "playwright-core";
import { pageOf, renderCards } from "../render-card.ts";

interface Card {
  readonly name: string;
  readonly question: string;
  readonly answer: string;
  readonly css: string;
}

const [file, folder, rendered, ...parts] = process.argv.slice(2);
if (file === undefined || folder === undefined) throw new Error("Expected a package and a folder for pictures");
const out = resolve(folder);
mkdirSync(out, { recursive: true });
const collection = read(readFileSync(file), { open });
for (const { name, bytes } of collection.media) writeFileSync(join(out, name), bytes);
const all: Card[] =
  rendered === undefined
    ? renderCards(collection).map((card) => ({ ...card, name: `${card.key.replace("#", "-")}-${card.template}` }))
    : JSON.parse(readFileSync(rendered, "utf8"));
const cards = all.filter(({ name }) => parts.length === 0 || parts.some((part) => name.includes(part)));
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const mathJax = process.env.MATHJAX;
const hasPictures = process.env.WITHOUT_PICTURES !== "1";

/** The page with MathJax set up as in Anki, and Anki's own margin. */
function inAnki(html: string): string {
  const page = html.replace("<style>", "<style>body { margin: 20px; overflow-wrap: break-word; }</style><style>");
  if (mathJax === undefined) return page;
  const settings = {
    tex: { displayMath: [["\\[", "\\]"]], processEscapes: false, processEnvironments: false, processRefs: false },
    options: { ignoreHtmlClass: "tex2jax_ignore", enableMenu: false },
  };
  const scripts = `<script>MathJax = ${JSON.stringify(settings)}</script><script src="file://${resolve(mathJax)}"></script>`;
  return page.replace("</head>", `${scripts}</head>`);
}

/** Faults of the shown page, and where its question ends. */
async function look(page: Page): Promise<{ faults: string[]; y: number }> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const width = document.documentElement.clientWidth;
    const scroll = document.documentElement.scrollWidth;
    if (scroll > width) faults.push(`${scroll} px wide`);
    for (const element of document.querySelectorAll<HTMLElement>(".relations, pre, .line, svg, .symbols, h1, p, li")) {
      const over = element.scrollWidth - element.clientWidth;
      const isInline = getComputedStyle(element).display === "inline";
      if (over > 1 && !isInline) {
        faults.push(`${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""} is cut by ${over} px`);
      }
    }
    for (const element of document.querySelectorAll<HTMLElement>("summary, .ticks label, .links a, .sources a")) {
      const { height } = element.getBoundingClientRect();
      if (height > 0 && height < 43.9) faults.push(`${element.tagName} is ${height} px high`);
    }
    const front = document.querySelector(".front");
    const last = front?.querySelector("h1, .text, pre, .figure, .relations");
    return { faults, y: Math.round(last?.getBoundingClientRect().top ?? 0) };
  });
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--allow-file-access-from-files"],
});
let pages = 0;
const faults: string[] = [];
for (const width of [360, 1024]) {
  const page = await browser.newPage({ viewport: { width, height: 740 } });
  for (const night of [false, true]) {
    for (const { name, css, question, answer } of cards) {
      const tops: number[] = [];
      for (const side of ["question", "answer", "unfolded"] as const) {
        const title = `${name}-${side}-${width}-${night ? "night" : "light"}`;
        const unfolded = side === "unfolded";
        const html = inAnki(pageOf(side === "question" ? question : answer, css, { night, unfolded }));
        const path = join(out, `${hasPictures ? title : "page"}.html`);
        writeFileSync(path, html);
        await page.goto(`file://${path}`);
        if (mathJax !== undefined) await page.evaluate("MathJax.startup.promise");
        if (hasPictures) await page.screenshot({ path: join(out, `${title}.png`), fullPage: true });
        pages += 1;
        const found = await look(page);
        tops.push(found.y);
        faults.push(...found.faults.map((fault) => `${title}: ${fault}`));
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
      if (new Set(tops).size > 1) faults.push(`${name} at ${width}: the question moves, ${tops.join(", ")} px`);
    }
  }
  await page.close();
}
await browser.close();
for (const fault of faults) console.log(fault);
console.log(`${pages} pages, ${faults.length} faults`);
process.exit(faults.length === 0 ? 0 : 1);
