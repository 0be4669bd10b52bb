import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { listKatexNames } from "../scripts/katex-commands.ts";
import { evaluateExample } from "../src/check/example/check-example.ts";
import { COMMAND_NAMES, ENVIRONMENT_NAMES } from "../src/check/syntax/command-names.ts";
import { checkExample } from "../src/index.ts";

const fixture = parse(readFileSync(new URL("fixtures/commands.yaml", import.meta.url), "utf8")) as {
  silent: string;
  sizes: string;
  relations: string;
  hidden: Record<string, string>;
  computed: Record<string, [tex: string, value: number]>;
  environments: Record<string, [tex: string, value: number]>;
};
const words = (text: string) => text.trim().split(/\s+/);

test("the lists of names match the installed KaTeX", () => {
  const source = readFileSync(fileURLToPath(import.meta.resolve("katex")), "utf8");
  expect(listKatexNames(source)).toEqual({ commands: COMMAND_NAMES, environments: ENVIRONMENT_NAMES });
});

describe("commands that are computed", () => {
  const values = {
    x: 0.6,
    z: 2.5,
    n: 3,
    v: [3, 4],
    M: [
      [2, 1],
      [1, 3],
    ],
    A: { set: [1, 2, 3] },
    B: { set: [2, 3, 4, 5] },
  };
  const valuesIn = (tex: string) => Object.fromEntries(Object.entries(values).filter(([name]) => hasLetter(tex, name)));

  test.each(Object.entries(fixture.computed))("%s has the right value", (_, [tex, value]) => {
    expect(checkExample(`y = ${tex}`, { ...valuesIn(tex), y: value })).toEqual({ messages: [], checked: 1 });
    expect(checkExample(`y = ${tex}`, { ...valuesIn(tex), y: value + 1 }).messages).toHaveLength(1);
  });

  test.each(Object.entries(fixture.environments))("%s has the right value", (_, [tex, value]) => {
    expect(checkExample(`y = ${tex}`, { ...valuesIn(tex), y: value })).toEqual({ messages: [], checked: 1 });
    expect(checkExample(`y = ${tex}`, { ...valuesIn(tex), y: value + 1 }).messages).toHaveLength(1);
  });

  test.each(words(fixture.silent))("%s does not change the value", (command) => {
    expect(checkExample(`y = 2 ${command} x`, { x: 1.7, y: 3.4 })).toEqual({ messages: [], checked: 1 });
    expect(checkExample(`y = 2 ${command}{x}`, { x: 1.7, y: 3.4 })).toEqual({ messages: [], checked: 1 });
  });

  test.each(words(fixture.sizes))("%s only makes a delimiter larger", (command) => {
    const tex = `y = 2 ${command}( x + 1 ${command})`;
    expect(checkExample(tex, { x: 1.7, y: 5.4 })).toEqual({ messages: [], checked: 1 });
  });

  test.each(Object.entries(fixture.hidden))("%s does not change the value of the rest", (_, tex) => {
    expect(checkExample(tex, { x: 1.7, y: 3.4 })).toEqual({ messages: [], checked: 1 });
  });
});

describe("all commands of KaTeX", () => {
  const known = new Set([
    ...words(fixture.silent),
    ...words(fixture.sizes),
    ...words(fixture.relations),
    ...Object.keys(fixture.hidden),
    ...Object.keys(fixture.computed),
  ]);
  const example = { x: 1.7, z: 2.3, n: 3, y: 0.123456 };

  test.each(COMMAND_NAMES)("%s has a value as listed, or is a message", (command) => {
    for (const tex of usesOf(command)) {
      const { messages } = evaluateExample(tex, example);
      expect(messages, tex).not.toEqual([]);
      if (!known.has(command)) expect(messages.filter(isAboutNumbers), tex).toEqual([]);
    }
  });

  test.each(ENVIRONMENT_NAMES)("environment %s has a value as listed, or is a message", (name) => {
    const lines = /^(align|gather|split|equation|alignat)/.test(name);
    for (const body of ["x", "x & z", "x \\\\ z", "x & z \\\\ z & n"]) {
      const { messages } = evaluateExample(`y = \\begin{${name}}${body}\\end{${name}}`, example);
      expect(messages).not.toEqual([]);
      if (!(name in fixture.environments) && !lines) expect(messages.filter(isAboutNumbers)).toEqual([]);
    }
  });
});

/** A command in all its possible places. None of them has the value of y. */
function usesOf(command: string): string[] {
  return [
    `y = ${command}`,
    `y = ${command} x`,
    `y = ${command}{x}`,
    `y = ${command}{x}{z}`,
    `y = ${command}{x}{z}{n}`,
    `y = ${command}[2]{x}`,
    `y = x ${command} z`,
    `y = x ${command}`,
    `y = x_{${command}}`,
    `y = x^{${command}}`,
    `y = x^${command} z`,
    `y = ${command}(x)`,
    `y = ${command}_{i=1}^{n} x`,
    `y = \\left${command} x \\right${command}`,
    `y = ${command}{red}{x}`,
    `y ${command} x`,
    `y = ${command}{1pt}x`,
    `y = x ${command}1em z`,
    `y = \\mathrm{${command}}`,
  ];
}

function isAboutNumbers({ reason }: { reason: string }): boolean {
  return /gives|does not hold/.test(reason);
}

/** Whether a letter is in TeX outside the names of commands and environments. */
function hasLetter(tex: string, letter: string): boolean {
  return tex
    .replace(/\\begin\{\w+\}(\{\w+\})?|\\end\{\w+\}|\\(mathrm|operatorname|text)\{\w+\}|\\[a-zA-Z]+/g, " ")
    .includes(letter);
}
