// All figures with a script on one picture, to look at them together:
// node packages/figures/scripts/contact-sheet.mjs sheet.png [light|dark|grey] [name…]
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { figurePalettes } from "@high-recall/core";
import { chromium } from "playwright-core";

const [path, palette = "light", ...names] = process.argv.slice(2);
const colours = figurePalettes[palette];
if (path === undefined || colours === undefined) {
  console.error("usage: contact-sheet.mjs sheet.png [light|dark|grey] [name…]");
  process.exit(2);
}
const content = fileURLToPath(new URL("../../../content/", import.meta.url));
const scripts = readdirSync(content, { recursive: true }).filter((file) => /\/figures\/[^/]+\.py$/.test(file));
const figures = scripts.sort().flatMap((file) => {
  const name = file.replace(/^.*\/|\.py$/g, "");
  if (names.length > 0 && !names.includes(name)) return [];
  const svg = readFileSync(`${content}${file.replace(/\.py$/, ".svg")}`, "utf8");
  const [, width] = /viewBox="0 0 (\S+)/.exec(svg) ?? [];
  return `<div><small>${name}</small>${svg.replace("<svg ", `<svg width="${width}" `)}</div>`;
});
const roles = Object.entries(colours).map(([role, colour]) => `.${role} { color: ${colour} }`);
const layout = `body { display: flex; flex-wrap: wrap; align-items: start; gap: 16px; background: ${colours.paper}; color: ${colours.muted} }
div { display: grid } small { font: 9px sans-serif }`;
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const browser = await chromium.launch({ executablePath, args: ["--headless", "--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage({ viewport: { width: 1400, height: 100 }, deviceScaleFactor: 1.5 });
await page.setContent(`<style>${layout} ${roles.join(" ")}</style>${figures.join("")}`);
await page.screenshot({ path, fullPage: true });
await browser.close();
console.log(`${figures.length} figures: ${path}`);
