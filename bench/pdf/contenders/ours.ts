// node ours.ts folders.json sheet.pdf
import { readFileSync, writeFileSync } from "node:fs";
import { enableCompileCache } from "node:module";
import type { Folder } from "../markdown.ts";
import { measure } from "./measure.ts";

// As in `recall`: what is loaded after this is cached.
enableCompileCache();
const { compile } = await import("../../../packages/compiler/src/index.ts");
const { createRuleSet } = await import("../../../packages/rules/src/index.ts");
const { createPdfPublisher, product } = await import("../../../packages/publish-pdf/src/index.ts");
const { backgroundCompressor } = await import("../../../packages/publish-pdf/src/node.ts");
const { readFonts } = await import("../../../packages/typeset/src/node.ts");

const [, , source = "", target = ""] = process.argv;
const folders = JSON.parse(readFileSync(source, "utf8")) as Folder[];
const publisher = createPdfPublisher({ fonts: readFonts(), compress: backgroundCompressor() });
const sheet = product.parse({ layout: "sheet", path: "sheet.pdf", paper: "a4", columns: 3, size: 7.5 });
const imprint = {
  id: "bench",
  title: "Bench",
  language: "en",
  version: "1.0.0",
  date: "2026-11-20",
  authors: ["High Recall"],
  licence: { name: "MIT", url: "https://opensource.org/license/mit" },
};
const rules = createRuleSet({ only: "structure" });
const compiled = new Map<string, Awaited<ReturnType<typeof compileFolder>>>();

async function compileFolder({ id, files }: Folder) {
  const all = Object.entries(files).map(([name, text]) => ({ path: `${id}/${name}`, name, text }));
  const { topic, messages } = await compile({ id, folder: id, files: all, figures: [], entries: [] }, { rules });
  if (!topic) throw new Error(messages.map(({ file, text }) => `${file}: ${text}`).join("\n"));
  return topic;
}

await measure(
  async (isChanged) => {
    for (const folder of folders) {
      // As in `recall`: an unchanged topic comes from its compiled file.
      if (isChanged && folder !== folders[0]) continue;
      compiled.set(folder.id, await compileFolder(isChanged ? changed(folder) : folder));
    }
    const topics = [...compiled.values()].map(({ topic }) => topic);
    const order = topics.flatMap(({ items }) => items.map(({ id }) => id));
    const curriculum = { edition: imprint, topics, order };
    const { artifacts } = await publisher.publish(curriculum, [sheet]);
    return artifacts[0]?.bytes ?? new Uint8Array();
  },
  (bytes) => writeFileSync(target, bytes),
);

function changed(folder: Folder): Folder {
  const [name = "", text = ""] = Object.entries(folder.files)[1] ?? [];
  return { ...folder, files: { ...folder.files, [name]: text.replace(".\n", ", as of today.\n") } };
}
