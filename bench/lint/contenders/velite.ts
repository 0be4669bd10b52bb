import type { Contender } from "./contender.ts";

/** Checks the front matter by a schema like ours; it renders the bodies and writes them as JSON, too. */
export const velite: Contender = {
  name: "velite",
  packages: { velite: "0.4.0" },
  files: {
    "velite.config.js": `import { defineConfig, s } from "velite";
const id = s.string().max(80).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const ids = s.array(id).default([]);
const item = s.object({
  id,
  kind: s.enum(["question", "formula", "code", "term", "pitfall"]),
  title: s.string().min(3).max(120),
  difficulty: s.enum(["easy", "medium", "hard"]),
  tags: ids,
  after: ids,
  related: ids,
  asked: s.array(s.string().min(3).max(200)).default([]),
  aliases: s.array(s.string().max(120)).default([]),
  language: s.enum(["python"]).optional(),
  requires: s.array(s.string()).default([]),
  symbols: s.record(s.string().max(300)).optional(),
  example: s.record(s.number()).optional(),
  sources: s.array(s.object({ title: s.string().min(3).max(200), url: s.string().url() })).default([]),
  verified: s.isodate().optional(),
  raw: s.raw(),
  content: s.markdown(),
});
export default defineConfig({
  root: "content",
  output: { data: ".velite", clean: true },
  markdown: { copyLinkedFiles: false },
  collections: { items: { name: "Item", pattern: ["*/*.md", "!*/README.md"], schema: item } },
});
`,
  },
  command: ["velite/bin/velite.js", "build", "--strict"],
};
