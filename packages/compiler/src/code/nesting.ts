/** Longer code is not parsed: a fence is read by people. */
const longest = 50_000;
/** Parsers work by recursion, and that of TypeScript tries both readings of `<T>(` at each level. */
const deepest = { any: 100, typescript: 20, generic: 6 };

/** Whether a parser takes little time for this code, whoever wrote it. */
export function isWorthParsing(code: string, language: string): boolean {
  if (code.length > longest) return false;
  const isTypeScript = language === "typescript";
  /** Of each open bracket, whether it is one of `<T>(`. */
  const open: boolean[] = [];
  let generic = 0;
  let last = "";
  for (const character of code) {
    if (/\s/.test(character)) continue;
    if ("([{".includes(character)) {
      const isGeneric = character === "(" && last === ">";
      open.push(isGeneric);
      generic += Number(isGeneric);
    } else if (")]}".includes(character)) generic -= Number(open.pop() ?? false);
    if (open.length > (isTypeScript ? deepest.typescript : deepest.any)) return false;
    if (isTypeScript && generic > deepest.generic) return false;
    last = character;
  }
  // Recursion without brackets: `a ? b : c ? …`, `x => y => …`, `not not …`.
  return longestRun(code) <= 2000;
}

/** Characters of the longest line: what recurses without brackets is on one, unless it is meant to. */
function longestRun(code: string): number {
  return code.split("\n").reduce((most, line) => Math.max(most, line.length), 0);
}
