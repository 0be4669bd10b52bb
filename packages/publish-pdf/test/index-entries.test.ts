import type { Item } from "@high-recall/core";
import { expect, test } from "vitest";
import { indexEntries, pageRanges } from "../src/handbook/index-entries.ts";
import { common, paragraph, phrase, recall } from "./sample/build.ts";

const term = (id: string, title: string, tags: string[] = [], aliases: string[] = []): Item => ({
  ...common("t", id, title),
  kind: "term",
  ...recall,
  tags,
  aliases: aliases.map(phrase),
  category: "concept",
  api: [],
  lead: [],
});
const question = (id: string, title: string, tags: string[], lead: string[] = []): Item => ({
  ...common("t", id, title),
  kind: "guide",
  tags,
  lead: lead.map(paragraph),
});
const shown = (items: Item[]) =>
  indexEntries(items).map(({ sort, main, others }) => [sort, main.map(({ id }) => id), others.map(({ id }) => id)]);

test("lists a term first under its name, then items tagged with it", () => {
  const items = [
    question("q", "How does dropout work?", ["dropout"]),
    term("dropout", "Dropout", ["dropout"], ["Drop"]),
  ];
  expect(shown(items)).toEqual([
    ["drop", ["dropout"], []],
    ["dropout", ["dropout"], ["q"]],
  ]);
});

test("writes a tag in words, an abbreviation as in titles", () => {
  const items = [
    question("q", "What does an LSTM remember?", ["lstm", "vanishing-gradients"]),
    question("r", "What does it forget?", ["lstm", "vanishing-gradients"]),
  ];
  expect(indexEntries(items).map(({ children }) => children)).toEqual([
    [{ type: "text", value: "LSTM" }],
    [{ type: "text", value: "vanishing gradients" }],
  ]);
});

test("spells a tag as its items do in mid-sentence", () => {
  const lead = [
    "Pipelines run on Kubernetes. REST API. A step uses kubernetes, so Kubernetes starts it.",
    "It needs cross-validation.",
  ];
  const tags = ["api", "kubernetes", "pipelines", "cross-validation"];
  const items = [question("q", "Pipelines at Work", tags, lead)];
  expect(indexEntries(items).map(({ children }) => children)).toEqual(
    ["API", "cross-validation", "Kubernetes", "pipelines"].map((value) => [{ type: "text", value }]),
  );
});

test("leaves out a tag of one item that does not mention it", () => {
  const lead = ["The bandit explores."];
  expect(shown([question("q", "How?", ["overview", "bandits", "bandit"], lead)])).toEqual([["bandit", [], ["q"]]]);
  expect(shown([question("q", "How?", ["overview"]), question("r", "Why?", ["overview"])])).toEqual([
    ["overview", [], ["q", "r"]],
  ]);
});

test("puts a plural tag under the singular term", () => {
  expect(shown([term("ensemble", "Ensemble"), question("q", "How?", ["ensembles"])])).toEqual([
    ["ensemble", ["ensemble"], ["q"]],
  ]);
});

test("leaves out a tag of very many items", () => {
  const items = Array.from({ length: 21 }, (_, index) => question(`q${index}`, "How?", ["everything"]));
  expect(indexEntries(items)).toEqual([]);
  expect(indexEntries(items.slice(1))).toHaveLength(1);
});

test("makes a range of three or more pages in a row", () => {
  expect(pageRanges([9, 3, 4, 7, 8, 9, 12, 3])).toEqual([
    { from: 3, to: 3 },
    { from: 4, to: 4 },
    { from: 7, to: 9 },
    { from: 12, to: 12 },
  ]);
});
