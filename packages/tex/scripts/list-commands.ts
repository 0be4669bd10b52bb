/** Lists every command and environment that the installed KaTeX defines, and writes `src/syntax/command-names.ts`.
 *  Run it after an update of KaTeX: `node packages/tex/scripts/list-commands.ts`. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import katex from "katex";

const source = readFileSync(fileURLToPath(import.meta.resolve("katex")), "utf8");
const literals = [...source.matchAll(/(["'`])((?:\\\\|[\w*@])+)\1/g)].map((match) => match[2] ?? "");
const commands = new Set(
  literals.map((text) => text.replaceAll("\\\\", "\\")).filter((text) => /^\\[a-zA-Z]+$/.test(text)),
);
const words = new Set(literals.filter((text) => /^[a-zA-Z]+\*?$/.test(text)));

const known = [...commands].filter(isDefined).sort();
const environments = [...words].filter(isEnvironment).sort();
const table = (names: readonly string[]) => wrap(names.join(" ")).join("\n");
writeFileSync(
  new URL("../src/syntax/command-names.ts", import.meta.url),
  `// Written by scripts/list-commands.ts from KaTeX ${katex.version}: do not edit.

/** Every command that KaTeX knows. */
export const COMMAND_NAMES: readonly string[] = String.raw\`
${table(known)}
\`
  .trim()
  .split(/\\s+/);

/** Every environment that KaTeX knows. */
export const ENVIRONMENT_NAMES: readonly string[] = \`
${table(environments)}
\`
  .trim()
  .split(/\\s+/);
`,
);

/** A macro that is a function is handed the expander, which knows every macro, function and symbol. */
function isDefined(name: string): boolean {
  let found = false;
  const probe = (context: { isDefined(name: string): boolean }): string => {
    found = context.isDefined(name);
    return "";
  };
  katex.renderToString("\\probe", { macros: { "\\probe": probe as (context: object) => string } });
  return found;
}

function isEnvironment(name: string): boolean {
  try {
    katex.renderToString(`\\begin{${name}}a\\end{${name}}`, { displayMode: true, strict: "ignore" });
    return true;
  } catch (error) {
    return error instanceof Error && !error.message.includes("No such environment");
  }
}

function wrap(text: string): string[] {
  const lines: string[] = [""];
  for (const word of text.split(" ")) {
    const line = lines.at(-1) ?? "";
    if (line.length + word.length > 110) lines.push(word);
    else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
  }
  return lines;
}
