import type { TermItem } from "@high-recall/core";
import { expect, test } from "vitest";
import { otherNames } from "../src/shared/other-names.ts";
import { common, curriculumOf, fence, phrase, recall, topicOf } from "./sample/build.ts";
import { bookOf } from "./support/layouts.ts";

const term = (title: string, aliases: string[]): TermItem => ({
  ...common("t", "a-term", title),
  kind: "term",
  ...recall,
  aliases: aliases.map(phrase),
  category: "concept",
  api: [],
  lead: [],
});
const shown = (title: string, aliases: string[]) => otherNames(term(title, aliases)).map(({ text }) => text);

test("drops aliases that the title contains", () => {
  expect(shown("Apple and Pear", ["pear", "apple", "fruit"])).toEqual(["fruit"]);
  expect(shown("Iteration (step)", ["step", "update step"])).toEqual(["update step"]);
});

test("keeps an alias that is part of a word of the title", () => {
  expect(shown("PyTorch", ["torch"])).toEqual(["torch"]);
  expect(shown("Keras", ["tf.keras"])).toEqual(["tf.keras"]);
});

test("repeats nothing in the facts of an item", () => {
  const item = {
    ...common("t", "a-sample", "A sample"),
    kind: "code" as const,
    ...recall,
    keyLines: [1],
    language: "python" as const,
    requires: [],
    run: true,
    tags: ["python", "lists"],
    difficulty: "easy" as const,
    lead: [fence("python", "print(1)")],
  };
  const texts = bookOf(curriculumOf(topicOf("t", "Topic", [item]))).flatMap((page) =>
    page.columns.flatMap(({ placed }) =>
      placed.flatMap(({ slice }) =>
        slice.content.flatMap(({ drawings }) => drawings.map((each) => (each.kind === "text" ? each.text : ""))),
      ),
    ),
  );
  expect(texts).toContain("1.1 · Code · easy · python · lists");
});
