import { type Block, type Code, codeParts, type Item, paragraph, text, unreachable } from "@high-recall/core";
import { clueOf } from "./clue.ts";
import { type FindItem, followUpCards } from "./follow-up-cards.ts";
import { occasionOf, situationOf, whyOf } from "./parts.ts";
import { neutralRelation, relationsOf } from "./relations.ts";
import { type Sample, sampleOf } from "./sample.ts";

/** A flashcard without layout: what is asked, and the answer. */
export interface Card {
  readonly front: readonly Block[];
  readonly back: readonly Block[];
}

/** The cards of an item, in a fixed order. Guides and paths have none. */
export function cardsOf(item: Item, find: FindItem = () => undefined): Card[] {
  const title = paragraph(...item.title.children);
  switch (item.kind) {
    case "question":
      return [
        { front: [title], back: [paragraph(...item.short.children)] },
        ...followUpCards(item, find).map(({ question, answer, see }) => ({
          front: [title, paragraph(...question)],
          back: see === undefined ? answer : [...answer, paragraph(text("See "), ...see.title.children)],
        })),
      ];
    case "formula": {
      const relations = relationsOf(item.tex);
      return relations.flatMap((relation): Card[] => {
        const left: Block[] =
          relations.length > 1 && relation.left !== "" ? [{ type: "math", value: `${relation.left}=\\;?` }] : [];
        return [
          {
            front: [title, paragraph(...occasionOf(item)), ...left],
            back: [{ type: "math", value: relation.tex }, ...symbolTable(item)],
          },
          { front: [{ type: "math", value: neutralRelation(relation) }], back: [title] },
        ];
      });
    }
    case "code": {
      const sample = sampleOf(item);
      const { task, solution } = codeParts(item);
      if (sample === undefined) return solution === undefined ? [] : [{ front: [title, ...task], back: [solution] }];
      return [{ front: [title, ...task, blanked(sample)], back: [keyLinesOf(sample)] }];
    }
    case "term": {
      const clue = paragraph(...clueOf(item));
      return [
        { front: [title], back: [paragraph(...item.short.children)] },
        { front: [clue], back: [title] },
      ];
    }
    case "pitfall": {
      const why = whyOf(item);
      return [
        {
          front: [paragraph(...situationOf(item)), paragraph(text("What goes wrong?"))],
          back: [paragraph(...item.short.children), ...(why.length === 0 ? [] : [paragraph(...why)])],
        },
      ];
    }
    case "guide":
    case "path":
      return [];
    default:
      return unreachable(item);
  }
}

/** The symbols of a formula and their meanings: a table without a head. */
export function symbolTable(item: Extract<Item, { kind: "formula" }>): Block[] {
  if (item.symbols.length === 0) return [];
  const row = (...cells: Extract<Item, { kind: "formula" }>["title"]["children"][]) => ({
    type: "tableRow" as const,
    children: cells.map((children) => ({ type: "tableCell" as const, children })),
  });
  return [
    {
      type: "table",
      align: [null, null],
      children: [
        row([text("Symbol")], [text("Meaning")]),
        ...item.symbols.map(({ tex, meaning }) => row([{ type: "inlineMath", value: tex }], meaning.children)),
      ],
    },
  ];
}

/** The shown lines of a sample, each key line a blank as long as its indent allows to tell. */
function blanked({ code, keyLines, shown }: Sample): Code {
  const lines = code.value.split("\n");
  const blank = (line: string) => `${/^\s*/.exec(line)?.[0] ?? ""}_____`;
  const texts = shown.map((run) =>
    run.map((at) => (keyLines.has(at) ? blank(lines[at - 1] ?? "") : (lines[at - 1] ?? ""))),
  );
  return plainCode(
    code,
    texts.flatMap((run, index) => (index === 0 ? run : ["…", ...run])),
  );
}

function keyLinesOf({ code, keyLines }: Sample): Code {
  const lines = code.value.split("\n");
  return plainCode(
    code,
    [...keyLines].sort((a, b) => a - b).map((at) => lines[at - 1] ?? ""),
  );
}

function plainCode(code: Code, lines: readonly string[]): Code {
  return { ...code, value: lines.join("\n"), data: { ...code.data, tokens: lines.map((line) => [{ text: line }]) } };
}
