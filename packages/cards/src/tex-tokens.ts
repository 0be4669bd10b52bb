/** A piece of TeX that is not cut: a command, a sign, or a letter. */
export interface TexToken {
  readonly text: string;
  /** How many groups (braces, `\left … \right`, environments) are open around it. */
  readonly depth: number;
  /** How many round or square brackets are open around it, besides groups. */
  readonly brackets: number;
  /** Whether it belongs to the `^`, `_` or command before it. */
  readonly isArgument: boolean;
}

const token = /\\(?:begin|end)\{[^{}]*\}|\\(?:left|right)(?:\\[a-zA-Z]+|\\.|.)?|\\[a-zA-Z]+\s*|\\[\s\S]|\s+|[\s\S]/g;

/** The tokens of a formula, in order; together they are its text. Reads no meaning. */
export function texTokens(tex: string): TexToken[] {
  const tokens: TexToken[] = [];
  let depth = 0;
  let brackets = 0;
  let isArgument = false;
  for (const [text] of tex.matchAll(token)) {
    const opens =
      text === "{" || (text.startsWith("\\left") && !/^\\left[a-zA-Z]/.test(text)) || text.startsWith("\\begin{");
    const closes =
      text === "}" || (text.startsWith("\\right") && !/^\\right[a-zA-Z]/.test(text)) || text.startsWith("\\end{");
    if (closes) depth = Math.max(0, depth - 1);
    if (depth === 0 && /^[)\]]$/.test(text)) brackets = Math.max(0, brackets - 1);
    tokens.push({ text, depth, brackets, isArgument });
    if (opens) depth += 1;
    if (depth === 0 && /^[([]$/.test(text)) brackets += 1;
    if (text.trim() !== "") isArgument = text === "^" || text === "_";
  }
  return tokens;
}

/** Signs between the sides of a relation. */
const relations = new Set([
  ...["=", "<", ">", "\\le", "\\leq", "\\ge", "\\geq", "\\ne", "\\neq", "\\approx", "\\propto", "\\equiv", "\\sim"],
  ...["\\leftarrow", "\\gets", "\\coloneqq", "\\ll", "\\gg", "\\simeq", "\\iff", "\\Leftrightarrow"],
]);

export function isRelation({ text, depth, brackets, isArgument }: TexToken): boolean {
  return depth === 0 && brackets === 0 && !isArgument && relations.has(text.trim());
}

export function joined(tokens: readonly TexToken[]): string {
  return tokens.map(({ text }) => text).join("");
}
