import { expect, test } from "vitest";
import { listedMessages, type Mistake, messagesFor, readMistakes } from "./mistakes.ts";

test("the curriculum has no fault before a mistake is made in it", async () => {
  expect(await messagesFor()).toEqual([]);
});

test("each mistake gets the messages of the list, and no others", async () => {
  const parts = [
    "# Mistakes and their messages",
    "Made by `mistakes.test.ts` of mistakes.yaml, which says what is written instead of what.",
  ];
  for (const [heading, mistakes] of Object.entries(readMistakes())) {
    parts.push(`## ${heading}`);
    for (const mistake of mistakes) parts.push(await entryOf(mistake));
  }
  await expect(`${parts.join("\n\n")}\n`).toMatchFileSnapshot(listedMessages);
});

async function entryOf(mistake: Mistake): Promise<string> {
  const { file, write = [], save } = mistake;
  const written = write.map(([right, wrong]) => `- ${lines(right)}\n+ ${lines(wrong)}`);
  const change = save === undefined ? written : [...written, `(saved as ${save})`];
  const messages = (await messagesFor(mistake)).map(({ file: path, place: { start, end }, severity, text, rule }) => {
    const place = `${start.line}:${start.column}-${end.line}:${end.column}`;
    return `${path === file ? "" : `${path} `}${place} ${severity} ${text}  ${rule}`;
  });
  const title = `${mistake.mistake} (${file})`;
  return [title, "", "````diff", ...change, "````", "", "````text", ...messages, "````"].join("\n");
}

/** The lines of a text, those after the first indented to be below it. */
function lines(text: string): string {
  return text.trimEnd().replaceAll("\n", "\n  ");
}
