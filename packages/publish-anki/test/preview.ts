// Cards as pages: node packages/publish-anki/test/preview.ts package.apkg folder
// Writes every side of every card as HTML, light and night, beside the package's media.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { read } from "@high-recall/apkg";
import { openDatabase as open } from "@high-recall/apkg/node";
import { pageOf, renderCards } from "./render-card.ts";

const [file, folder] = process.argv.slice(2);
if (file === undefined || folder === undefined) throw new Error("Expected a package and a folder to write to");
const collection = read(readFileSync(file), { open });
mkdirSync(folder, { recursive: true });
for (const { name, bytes } of collection.media) writeFileSync(join(folder, name), bytes);
for (const card of renderCards(collection)) {
  const stem = `${card.item}-${card.template.toLowerCase().replaceAll(" ", "-")}`;
  for (const night of [false, true]) {
    const mode = night ? "night" : "light";
    writeFileSync(join(folder, `${stem}-question-${mode}.html`), pageOf(card.question, card.css, { night }));
    writeFileSync(join(folder, `${stem}-answer-${mode}.html`), pageOf(card.answer, card.css, { night }));
    writeFileSync(
      join(folder, `${stem}-unfolded-${mode}.html`),
      pageOf(card.answer, card.css, { night, unfolded: true }),
    );
  }
}
