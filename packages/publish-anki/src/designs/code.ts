import { type CodeItem, codeParts } from "@high-recall/core";
import { noteTypeNames } from "@high-recall/release";
import { back, folded, front, heading, shown } from "../card-layout.ts";
import type { Design } from "../design.ts";

const fields = [
  "Name",
  "Task",
  "Language",
  "Requires",
  "Solution",
  "Output",
  "Complexity",
  "How it works",
  "Pitfalls",
] as const;

/** As people write them. */
const languageNames: Readonly<Record<CodeItem["language"], string>> = {
  python: "Python",
  sql: "SQL",
  bash: "Bash",
  javascript: "JavaScript",
  typescript: "TypeScript",
};

/** Task -> solution, its output and its cost. */
export const code: Design<CodeItem, (typeof fields)[number]> = {
  kind: "code",
  name: noteTypeNames.code,
  fields,
  prompts: ["Name"],
  templates: [
    {
      name: "Task to code",
      question: front(
        "{{Language}}",
        "Write it",
        `${heading("Name")}\n<div class="task">{{Task}}</div>\n{{#Requires}}<p class="aside">With {{Requires}}</p>{{/Requires}}`,
      ),
      answer: back(
        [
          '<div class="solution">{{Solution}}</div>',
          shown("Output"),
          shown("Complexity"),
          folded("How it works"),
          folded("Pitfalls"),
        ].join("\n"),
      ),
    },
  ],
  fill: (item, draw) => {
    const { task, solution, output } = codeParts(item);
    return {
      Name: draw.phrase(item.title),
      Task: draw.blocks(task),
      Language: languageNames[item.language],
      Requires: draw.inlines(
        item.requires.flatMap((value, index) => [
          ...(index === 0 ? [] : [{ type: "text" as const, value: ", " }]),
          { type: "inlineCode" as const, value },
        ]),
      ),
      Solution: solution === undefined ? "" : draw.blocks([solution]),
      Output: output === undefined ? "" : draw.blocks([output]),
      Complexity: draw.section(item, "complexity"),
      "How it works": draw.section(item, "how-it-works"),
      Pitfalls: draw.section(item, "pitfalls"),
    };
  },
};
