import { suggest } from "./suggest.ts";

/** Languages that a fence may name. `output` is a program's standard output, `text` is any plain text. */
export const fenceLanguages = [
  "python",
  "sql",
  "bash",
  "javascript",
  "typescript",
  "json",
  "yaml",
  "toml",
  "html",
  "cpp",
  "r",
  "diff",
  "docker",
  "text",
  "output",
] as const;
export type FenceLanguage = (typeof fenceLanguages)[number];

/** Alias -> name to write, so that each language has one name. */
const aliases: ReadonlyMap<string, FenceLanguage> = new Map([
  ["c++", "cpp"],
  ["c", "cpp"],
  ["console", "bash"],
  ["dockerfile", "docker"],
  ["js", "javascript"],
  ["plain", "text"],
  ["plaintext", "text"],
  ["py", "python"],
  ["python3", "python"],
  ["sh", "bash"],
  ["shell", "bash"],
  ["ts", "typescript"],
  ["txt", "text"],
  ["yml", "yaml"],
  ["zsh", "bash"],
]);

/** The known language that a fence probably means: the one with this alias, or with the most similar name. */
export function suggestLanguage(name: string, known: readonly string[] = fenceLanguages): string | undefined {
  const alias = aliases.get(name.toLowerCase());
  return alias !== undefined && known.includes(alias) ? alias : suggest(name, known);
}
