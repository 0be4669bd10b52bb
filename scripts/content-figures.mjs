// Figures of the content, from the published JSON: node scripts/content-figures.mjs [json/v1 folder], after `npm start`.
// Words are counted as read: a formula or a piece of inline code is one, tables and display formulas are none.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2] ?? "apps/handbook/dist/json/v1";
const file = join(folder, "items.ndjson");
if (!existsSync(file)) {
  console.error(`There is no ${file}: build it with \`npm start\`, or name the folder that holds it`);
  process.exit(2);
}
const items = readFileSync(file, "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));

const rows = [];
const short = [];
for (const topic of new Set(items.map((item) => item.topic))) {
  const own = items.filter((item) => item.topic === topic);
  const questions = own.filter((item) => item.kind === "question");
  const figures = questions.map((item) => {
    const section = (name) => item.sections.find((one) => one.name === name)?.blocks ?? [];
    const lead = words(item.lead);
    const depth = words(section("in-depth"));
    const followUps = section("follow-ups").find((block) => block.type === "list")?.children.length ?? 0;
    if (lead < 25 || lead > 80 || depth < 120 || followUps < 2) short.push({ id: item.id, lead, depth, followUps });
    return { lead, depth, followUps };
  });
  const of = (key) => median(figures.map((one) => one[key]));
  rows.push({
    topic,
    items: own.length,
    questions: questions.length,
    lead: of("lead"),
    "in depth": of("depth"),
    "follow-ups": of("followUps"),
  });
}
console.table(rows);
const ofKind = (kind) => items.filter((item) => item.kind === kind);
const kinds = [...new Set(items.map((item) => item.kind))];
console.log(kinds.map((kind) => `${ofKind(kind).length} ${kind}`).join(", "));
const formulas = ofKind("formula");
console.log(
  `formulas without numbers: ${
    formulas
      .filter((item) => item.examples.length === 0)
      .map((item) => item.id)
      .join(", ") || "none"
  }`,
);
const code = ofKind("code");
console.log(
  `code not run: ${
    code
      .filter((item) => !item.run)
      .map((item) => item.id)
      .join(", ") || "none"
  }; run but not recorded: ${
    code
      .filter((item) => item.run && !item.ran)
      .map((item) => item.id)
      .join(", ") || "none"
  }`,
);
console.log(
  `questions with a lead outside 25–80 words, under 120 words in depth or under 2 follow-ups: ${short.length}`,
);
for (const one of short) console.log(" ", JSON.stringify(one));

function words(blocks) {
  return blocks.reduce((sum, block) => sum + wordsOf(block), 0);
}

function wordsOf(node) {
  if (node.type === "table" || node.type === "math" || node.type === "code") return 0;
  if (node.type === "inlineMath" || node.type === "inlineCode") return 1;
  if (node.type === "text") return node.value.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
  return (node.children ?? []).reduce((sum, child) => sum + wordsOf(child), 0);
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted.length === 0 ? 0 : sorted[Math.floor(sorted.length / 2)];
}
