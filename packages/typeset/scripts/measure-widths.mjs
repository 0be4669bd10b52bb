// Measures the formulas of test/fixtures/formulas.txt in Chromium with KaTeX's own CSS, in em.
// Usage: node scripts/measure-widths.mjs [path of chromium]   (writes test/fixtures/widths.json)
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);
const katex = require("katex");
const chromium = process.argv[2] ?? "chromium";
const fixtures = join(dirname(fileURLToPath(import.meta.url)), "../test/fixtures");
const formulas = readFileSync(join(fixtures, "formulas.txt"), "utf8").split("\n").filter(Boolean);
const css = pathToFileURL(require.resolve("katex/dist/katex.css")).href;

const options = { displayMode: true, output: "html", strict: "ignore", maxSize: 50 };
const rows = formulas.map((tex) => `<div>${katex.renderToString(tex, options)}</div>`);
const script = `document.fonts.ready.then(async () => {
  await Promise.all([...document.fonts].map((font) => font.load()));
  const widths = [...document.querySelectorAll("div")].map((row) =>
    [...row.querySelectorAll(".katex-html > .katex-base")].reduce((sum, part) => sum + part.getBoundingClientRect().width, 0) / 1000);
  document.body.textContent = "WIDTHS" + JSON.stringify(widths) + "END";
});`;
// At 1000 px per em, the one-pixel minimum of CSS rules does not matter.
const page = `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="${css}">
<style>.katex { font-size: 1000px !important } div { width: 1000000px }</style><body>${rows.join("\n")}<script>${script}</script></body>`;

const folder = mkdtempSync(join(tmpdir(), "widths-"));
try {
  writeFileSync(join(folder, "page.html"), page);
  const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files"];
  const run = spawnSync(
    chromium,
    [...flags, `--user-data-dir=${folder}`, "--virtual-time-budget=20000", "--dump-dom", join(folder, "page.html")],
    { encoding: "utf8", maxBuffer: 1 << 28 },
  );
  const found = /WIDTHS(\[.*?\])END/s.exec(run.stdout ?? "");
  if (!found) throw new Error(`Chromium gave no widths: ${run.error?.message ?? run.stderr}`);
  const widths = JSON.parse(found[1]);
  const table = Object.fromEntries(formulas.map((tex, index) => [tex, Math.round(widths[index] * 10000) / 10000]));
  writeFileSync(join(fixtures, "widths.json"), `${JSON.stringify(table, null, 1)}\n`);
  console.log(`${formulas.length} formulas measured`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
