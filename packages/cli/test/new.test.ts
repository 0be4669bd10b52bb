import { join } from "node:path";
import { kinds } from "@high-recall/core";
import { Ajv2020 } from "ajv/dist/2020.js";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { idFrom } from "../src/id-from.ts";
import { frameOf } from "../src/report/frame.ts";
import { recall, sandbox, tree } from "./run.ts";

describe("recall new", () => {
  test.each(kinds)("starts a %s as a draft: lint warns of what is missing, and nothing is published", async (kind) => {
    const folder = sandbox("law");
    const { code, out } = await recall(
      folder,
      "new",
      kind,
      "--topic",
      "torts",
      "--title",
      "What is Res Ipsa Loquitur?",
      "--content",
      "law",
    );
    expect(out).toContain("law/torts/what-is-res-ipsa-loquitur.md");
    expect(code).toBe(0);
    const lint = await recall(folder, "lint", "law/torts/what-is-res-ipsa-loquitur.md", "--format", "json");
    expect(lint.code).toBe(0);
    const messages: { rule: string; severity: string }[] = JSON.parse(lint.out);
    expect(messages.map(({ rule }) => rule)).not.toContain("unknown-key");
    expect(messages.length).toBeLessThan(8);
    expect(messages.every(({ severity }) => severity === "warning")).toBe(true);
    expect((await recall(folder, "publish", "--content", "law", "--to", "json", "--out", "made")).code).toBe(0);
    expect(tree(folder).filter((path) => path.startsWith("made/json/v1/items/what"))).toEqual([]);
  });

  test.each([
    ["an unknown topic", ["--topic", "tort", "--title", "Some title"], "did you mean `torts`?"],
    ["an id that is taken", ["--topic", "torts", "--title", "Offer"], "is taken by law/contracts/offer.md"],
    ["an id that is none", ["--topic", "torts", "--title", "Some title", "--id", "A B"], "Cannot use the id `A B`"],
    ["a title without a letter", ["--topic", "torts", "--title", "民法典"], "choose one with --id"],
  ])("%s is one clear line, and no file", async (_, args, expected) => {
    const folder = sandbox("law");
    const before = tree(folder);
    const { code, err } = await recall(folder, "new", "term", "--content", "law", ...args);
    expect(err).toContain(expected);
    expect(code).toBe(2);
    expect(tree(folder)).toEqual(before);
  });

  test("the path of --content may be absolute", async () => {
    const folder = sandbox("law");
    const args = ["--topic", "torts", "--title", "Duty", "--content", join(folder, "law")];
    const { code, out } = await recall(join(folder, "law"), "new", "term", ...args);
    expect(out).toBe(
      "torts/duty.md\nFill it in (it may also have `## Example`), then check it:\n  recall lint torts/duty.md\n",
    );
    expect(code).toBe(0);
    expect(tree(folder)).toContain("law/torts/duty.md");
  });

  test("the message for an unknown kind lists the seven kinds", async () => {
    const { code, err } = await recall(sandbox("law"), "new", "queston", "--topic", "torts", "--title", "Some title");
    expect(code).toBe(2);
    for (const kind of kinds) expect(err).toContain(kind);
  });

  test.each([
    ["Größe der Maße", "groesse-der-masse"],
    ["Čebyšëv’s naïve bound", "cebysevs-naive-bound"],
    ["Что такое", "chto-takoe"],
    ["What is C++?", "what-is-c-plus-plus"],
    ["What is C#?", "what-is-c-sharp"],
    ["日本史", ""],
    ["BERT の学習", ""],
    ["???", ""],
    ["", ""],
    [`${"word ".repeat(11)}antidisestablishment`, `${"word-".repeat(11).slice(0, -1)}`],
  ])("the id made from %j is %j: no letter is lost, no word cut", (title, id) => {
    expect(idFrom(title)).toBe(id);
  });

  test("the id made from any title is valid or empty", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (title) => {
        expect(idFrom(title)).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/);
      }),
    );
  });
});

describe("recall schema", () => {
  test("is a JSON Schema that accepts the same files as lint", async () => {
    const { code, out } = await recall(sandbox(), "schema");
    expect(code).toBe(0);
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(JSON.parse(out));
    expect(validate({ id: "recall", kind: "term", title: "Recall" })).toBe(true);
    expect(validate({ id: "recall", kind: "term", tittle: "Recall" })).toBe(false);
  });
});

test("a frame is never wider than asked, and shows where the fault begins", () => {
  const lines = fc.string({ unit: fc.constantFrom("a", "b", " ", "é"), minLength: 1, maxLength: 300 });
  fc.assert(
    fc.property(lines, fc.nat(299), fc.nat(299), fc.integer({ min: 10, max: 120 }), (line, a, b, width) => {
      const start = Math.min(a, b, line.length - 1) + 1;
      const end = Math.min(Math.max(a, b), line.length) + 1;
      const frame = frameOf(line, start, end, width);
      expect(frame.text.length).toBeLessThanOrEqual(width);
      expect(frame.text[frame.from]).toBe(line[start - 1]);
      expect(frame.from + frame.length).toBeLessThanOrEqual(Math.max(frame.text.length, frame.from + 1));
    }),
  );
});

test("help and version go to standard output with exit code 0", async () => {
  const folder = sandbox();
  expect(await recall(folder, "--version")).toMatchObject({ code: 0, err: "" });
  const help = await recall(folder, "--help");
  expect(help.code).toBe(0);
  for (const name of ["lint", "compile", "publish", "new", "schema"]) expect(help.out).toContain(name);
  expect((await recall(folder)).code).toBe(2);
});
