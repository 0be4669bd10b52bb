/** Writes `src/check/syntax/command-names.ts`: every command and environment of the installed KaTeX.
 *  Run it after an update of KaTeX: `node packages/tex/scripts/list-commands.ts`. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import katex from "katex";
import { listKatexNames } from "./katex-commands.ts";

const source = readFileSync(fileURLToPath(import.meta.resolve("katex")), "utf8");
const { commands, environments } = listKatexNames(source);

writeFileSync(
  new URL("../src/check/syntax/command-names.ts", import.meta.url),
  `// Written by scripts/list-commands.ts from KaTeX ${katex.version}: do not edit.

/** Every command that KaTeX knows. */
export const COMMAND_NAMES: readonly string[] = String.raw\`
${wrap(commands)}
\`
  .trim()
  .split(/\\s+/);

/** Every environment that KaTeX knows. */
export const ENVIRONMENT_NAMES: readonly string[] = \`
${wrap(environments)}
\`
  .trim()
  .split(/\\s+/);
`,
);

function wrap(names: readonly string[]): string {
  const lines: string[] = [""];
  for (const name of names) {
    const line = lines.at(-1) ?? "";
    if (line.length + name.length > 110) lines.push(name);
    else lines[lines.length - 1] = line === "" ? name : `${line} ${name}`;
  }
  return lines.join("\n");
}
