import { type Block, type Inline, type Item, perTopic } from "./items.ts";

/**
 * Writes items as a Typst document that looks like our sheet: A4, three columns, backgrounds behind code and formulas.
 */
export function toTypst(items: readonly Item[]): string {
  const parts = items.map((item, index) => {
    const topic = index % perTopic === 0 ? `= Topic ${index / perTopic + 1}\n\n` : "";
    return `${topic}== ${item.title}\n\n${item.blocks.map(block).join("\n\n")}\n`;
  });
  return `${preamble}\n${parts.join("\n")}`;
}

const preamble = `#set document(title: "Bench", date: none)
#set page(
  paper: "a4", flipped: true, columns: 3, margin: (x: 8mm, y: 12mm),
  header: [*Bench* #h(1fr) #context counter(page).display("1 / 1", both: true)], footer: [High Recall],
)
#set text(font: "Source Sans 3", size: 7.5pt, lang: "en")
#show raw: set text(font: "Source Code Pro", size: 6.4pt)
#show raw.where(block: true): it => block(fill: luma(245), inset: 3pt, width: 100%, it)
#show raw.where(block: false): it => box(fill: luma(240), outset: 1pt, it)
#show math.equation.where(block: true): it => block(fill: luma(247), inset: 3pt, width: 100%, it)
#show heading.where(level: 1): it => block(fill: rgb("#14532d"), inset: 3pt, width: 100%, text(fill: white, it.body))
#show heading.where(level: 2): set text(size: 8pt)
#set table(stroke: none, fill: (_, y) => if y == 0 { luma(225) } else if calc.even(y) { luma(247) }, inset: 2pt)
`;

function block(each: Block): string {
  switch (each.kind) {
    case "paragraph":
      return each.content.map(inline).join("");
    case "formula":
      return `$ ${spaced(each.formula.typst)} $`;
    case "table": {
      const [head = [], ...rows] = each.rows.map((row) => row.map((cell) => `[${cell}]`).join(", "));
      return `#table(columns: 3, table.header(${head}), ${rows.join(", ")})`;
    }
    case "list":
      return each.entries.map((entry) => `- ${entry}`).join("\n");
    case "code":
      return `\`\`\`python\n${each.code}\n\`\`\`\n\`\`\`text\n${each.output}\n\`\`\``;
    default:
      return each satisfies never;
  }
}

function inline(each: Inline): string {
  if ("text" in each) return each.text;
  return "math" in each ? `$${spaced(each.math.typst)}$` : `\`${each.code}\``;
}

/** Typst reads a letter before a bracket as a call, unless there is a space between. */
function spaced(formula: string): string {
  return formula.replace(/(?<![A-Za-z)])([A-Za-z])\(/g, "$1 (");
}
