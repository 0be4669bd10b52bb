import type { PitfallItem } from "@high-recall/core";
import { noteTypeNames } from "@high-recall/release";
import { back, front, heading, shown } from "../card-layout.ts";
import type { Design } from "../design.ts";

const fields = ["Name", "Mistake", "Why", "Instead"] as const;

/** Mistake -> why it is wrong, and what to do instead. */
export const pitfall: Design<PitfallItem, (typeof fields)[number]> = {
  kind: "pitfall",
  name: noteTypeNames.pitfall,
  fields,
  prompts: ["Name"],
  templates: [
    {
      name: "Mistake to remedy",
      question: front("Pitfall", "What is wrong here?", `${heading("Name")}\n<div class="mistake">{{Mistake}}</div>`),
      answer: back(`${shown("Why", "Why it is wrong")}\n${shown("Instead")}`),
    },
  ],
  fill: (item, draw) => ({
    Name: draw.phrase(item.title),
    Mistake: draw.blocks(item.lead),
    Why: draw.section(item, "why-it-is-wrong"),
    Instead: draw.section(item, "instead"),
  }),
};
