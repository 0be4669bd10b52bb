// node --import ./next-version.ts make.ts second folder
// Loads this package as a later version of it: a note type has a new field (a spare one renamed, and shown by its template),
// and the CSS is changed.
import { registerHooks } from "node:module";

/** File, text to replace, and its replacement. */
const edits: readonly (readonly [path: string, from: string, to: string])[] = [
  ["/src/designs/pitfall.ts", 'prompts: ["Situation"],', 'prompts: ["Situation"], renamed: { "Spare 1": "Diagram" },'],
  ["/src/designs/pitfall.ts", 'folded("Instead"),', 'folded("Instead"), folded("Diagram"),'],
  ["/src/stylesheet.ts", ".note { max-width: 40rem;", ".note { max-width: 38rem;"],
];

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    const here = edits.filter(([path]) => url.endsWith(`/publish-anki${path}`));
    if (here.length === 0) return loaded;
    const source = here.reduce((text, [, from, to]) => {
      if (!text.includes(from)) throw new Error(`There is no ${from} in ${url}`);
      return text.replace(from, to);
    }, String(loaded.source));
    return { ...loaded, source };
  },
});
