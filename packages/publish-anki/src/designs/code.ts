import { type Sample, sampleOf } from "@high-recall/cards";
import { type Code, type CodeItem, codeParts, type Inline, text } from "@high-recall/core";
import { noteTypeNames } from "@high-recall/release";
import { filled, folded, front, heading } from "../card-layout.ts";
import type { Fields, NoteDesign } from "../design.ts";
import type { Draw } from "../draw.ts";

const fields = [
  ...(["Name", "Task", "Language", "Requires", "Sample", "Idea", "Whole"] as const),
  ...(["Output", "Complexity", "How it works", "Pitfalls"] as const),
] as const;
type Field = (typeof fields)[number];

/** As people write them. */
const languageNames: Readonly<Record<CodeItem["language"], string>> = {
  python: "Python",
  sql: "SQL",
  bash: "Bash",
  javascript: "JavaScript",
  typescript: "TypeScript",
};

const side = (state: "hide" | "show") =>
  front(
    "{{Language}}",
    "Write the key lines",
    `${heading("Name")}\n<div class="data">{{Task}}{{#Requires}}<p>With {{Requires}}</p>{{/Requires}}</div>\n<div class="${state}">{{Sample}}</div>`,
  );

/** Task and sample, its key lines blank -> the sample. */
export const code: NoteDesign<Field> = {
  name: noteTypeNames.code,
  fields,
  prompts: ["Name"],
  templates: [
    {
      name: "Key lines",
      question: side("hide"),
      answer: filled(
        side("show"),
        folded("Idea"),
        folded("Whole", "Whole sample"),
        folded("How it works"),
        folded("Output"),
        folded("Complexity", "Cost"),
        folded("Pitfalls"),
      ),
    },
  ],
};

export function fillCode(item: CodeItem, draw: Draw): Fields<Field> {
  const { task, solution, output } = codeParts(item);
  const sample = sampleOf(item);
  const shown = sample === undefined ? undefined : excerptOf(sample);
  const isWhole = shown === undefined || shown.code.value === solution?.value;
  return {
    Name: draw.phrase(item.title),
    Task: draw.blocks(task),
    Language: languageNames[item.language],
    Requires: draw.inlines(
      item.requires.flatMap((value, index): Inline[] => [
        ...(index === 0 ? [] : [text(", ")]),
        { type: "inlineCode", value },
      ]),
    ),
    Sample:
      shown !== undefined ? draw.code(shown.code, shown.keyLines) : solution === undefined ? "" : draw.code(solution),
    Idea: draw.phrase(item.short),
    Whole: isWhole || solution === undefined ? "" : draw.code(solution),
    Output: output === undefined ? "" : draw.blocks([output]),
    Complexity: draw.section(item, "complexity"),
    "How it works": draw.section(item, "how-it-works"),
    Pitfalls: draw.section(item, "pitfalls"),
  };
}

/** The shown lines of a sample as code, with a line of dots where lines are left out, and the key lines in it. */
function excerptOf({ code, keyLines, shown }: Sample): { code: Code; keyLines: Set<number> } {
  const values = code.value.split("\n");
  const lines: { value: string; tokens: Code["data"]["tokens"][number]; isKey: boolean }[] = [];
  for (const [index, run] of shown.entries()) {
    if (index > 0) lines.push({ value: "⋯", tokens: [{ text: "⋯", scope: "comment" }], isKey: false });
    for (const at of run) {
      lines.push({ value: values[at - 1] ?? "", tokens: code.data.tokens[at - 1] ?? [], isKey: keyLines.has(at) });
    }
  }
  return {
    code: {
      ...code,
      value: lines.map(({ value }) => value).join("\n"),
      data: { ...code.data, tokens: lines.map(({ tokens }) => tokens) },
    },
    keyLines: new Set(lines.flatMap(({ isKey }, index) => (isKey ? [index + 1] : []))),
  };
}
