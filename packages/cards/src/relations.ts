import { isRelation, joined, type TexToken, texTokens } from "./tex-tokens.ts";

/** One statement of a formula, such as a line of `aligned`. */
export interface Relation {
  readonly tex: string;
  /** The part before its first sign; empty when it has none. */
  readonly left: string;
}

/** Environments whose lines are relations. */
const lines = /^\s*\\begin\{(aligned|align\*?|gathered|split)\}([\s\S]*)\\end\{\1\}\s*$/;

/** The relations of a formula, in order; at least one. A formula that cannot be cut is one relation. */
export function relationsOf(tex: string): Relation[] {
  const body = lines.exec(tex)?.[2];
  const rows = body === undefined ? [tex] : rowsOf(body);
  const found = rows
    .flatMap(statementsOf)
    .map((one) => one.trim())
    .filter((one) => one !== "");
  const relations: Relation[] = [];
  for (const one of found.length === 0 ? [tex.trim()] : found) {
    const left = leftOf(one);
    const last = relations.at(-1);
    // Two statements of the same thing are one answer.
    if (last !== undefined && left !== "" && last.left === left) {
      relations[relations.length - 1] = { tex: `${last.tex},\\quad ${one}`, left };
    } else relations.push({ tex: one, left });
  }
  return relations;
}

/** Lines of an aligned formula without `&`, a line that continues the last together with it. */
function rowsOf(body: string): string[] {
  const rows: string[] = [];
  for (const row of split(texTokens(body), ({ text }) => text === "\\\\")) {
    const cells = split(row, ({ text }) => text === "&").map(joined);
    for (let at = 0; at < cells.length; at += 2) {
      const [left = "", right = ""] = [cells[at]?.replace(/^\s*\[[^\]]*\]/, ""), cells[at + 1]];
      const statement = `${left}${right}`.replace(/,\s*$/, "");
      if (at === 0 && left.trim() === "" && right.trim() !== "" && rows.length > 0) rows.push(`${rows.pop()} ${right}`);
      else rows.push(statement);
    }
  }
  return rows;
}

/**
 * Statements side by side, after `,\quad`. One that explains a name of the statement before it, or only says where a name
 * comes from (`x \in S`), stays with it.
 */
function statementsOf(row: string): string[] {
  const statements: string[] = [];
  const isGap = ({ text }: TexToken) => /^\\q?quad\s*$/.test(text);
  for (const part of split(texTokens(row), isGap)) {
    const tex = joined(part);
    const last = statements.at(-1);
    const left = leftOf(tex).trim();
    const explains = last !== undefined && namesOf(rightOf(last)).has(left);
    if (last === undefined) statements.push(tex);
    else if (/,\s*$/.test(last) && left !== "" && !explains) {
      statements.push(`${statements.pop()?.replace(/,\s*$/, "")}`, tex);
    } else statements.push(`${statements.pop()}\\quad ${tex}`);
  }
  return statements;
}

function leftOf(tex: string): string {
  const tokens = texTokens(tex);
  const at = tokens.findIndex(isRelation);
  return at < 0 ? "" : joined(tokens.slice(0, at)).trim();
}

/** Names of one letter or command. */
function namesOf(tex: string): ReadonlySet<string> {
  return new Set(texTokens(tex.replaceAll(namedGroup, "")).map(({ text }) => text.trim()));
}

function rightOf(tex: string): string {
  const tokens = texTokens(tex);
  return joined(tokens.slice(tokens.findIndex(isRelation) + 1));
}

/** Runs of tokens between separators outside all groups. */
function split(tokens: readonly TexToken[], isSeparator: (token: TexToken) => boolean): TexToken[][] {
  const parts: TexToken[][] = [[]];
  for (const token of tokens) {
    if (token.depth === 0 && isSeparator(token)) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

/** A name in upright letters: `\mathrm{PPL}`, `\operatorname{softmax}`. */
const named = String.raw`\\(?:mathrm|text|operatorname\*?|mathsf|mathtt|textrm)\s*`;
const namedGroup = new RegExp(`${named}\\{[^{}]*\\}`, "g");
const namedScript = new RegExp(
  `[_^]\\{\\s*(?:${named}(?:\\{[^{}]*\\}|[a-zA-Z])[,\\s]*)+\\}|[_^]${named}(?:\\{[^{}]*\\}|[a-zA-Z])`,
  "g",
);

/**
 * The relation with a left side that does not tell its name: `J` for `J_{\mathrm{EN}}`, `f(x)` for
 * `\mathrm{GELU}(x)`, an empty box for a name alone.
 */
export function neutralRelation({ tex, left }: Relation): string {
  if (left === "") return tex;
  const bare = left.replaceAll(namedScript, "");
  const neutral = bare.replaceAll(namedGroup, (_, at: number) =>
    /[([]/.test(bare.slice(at).replace(namedGroup, "").trimStart()[0] ?? "") ? "f" : "\\square ",
  );
  return `${neutral}${tex.slice(tex.indexOf(left) + left.length)}`;
}
