// Prints the messages of all fixtures and rule pages, by rule, so that a reader can judge them: node scripts/messages.mjs [rule…]
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

const packages = join(import.meta.dirname, "../packages");

/** A message as fixtures and pages have it; pages leave out the name of their rule. */
const line = /^(?:\S+ )?\d+:\d+-\d+:\d+ (error|warning) (.*?)(?: {2}([a-z0-9-]+))?$/;

/** Rule -> severity and text, each once. */
const byRule = new Map();

for (const path of globSync("**/{expected.txt,messages.md}", { cwd: join(packages, "compiler/test/fixtures") })) {
  collect(readFileSync(join(packages, "compiler/test/fixtures", path), "utf8"));
}
for (const path of globSync("src/*/*.md", { cwd: join(packages, "rules") })) {
  const rule = path.replace(/^.*[\\/]|\.md$/g, "");
  collect(readFileSync(join(packages, "rules", path), "utf8"), rule);
}

function collect(text, pageOf) {
  for (const written of text.split("\n")) {
    const [, severity, words, rule = pageOf] = line.exec(written) ?? [];
    if (severity === undefined || rule === undefined) continue;
    if (!byRule.has(rule)) byRule.set(rule, new Set());
    byRule.get(rule).add(`${severity} ${words}`);
  }
}

const wanted = process.argv.slice(2);
for (const [rule, messages] of [...byRule].sort(([one], [other]) => (one < other ? -1 : 1))) {
  if (wanted.length > 0 && !wanted.includes(rule)) continue;
  console.log(
    `${rule}\n${[...messages]
      .sort()
      .map((message) => `  ${message}`)
      .join("\n")}\n`,
  );
}
