import { twoScripts } from "../../parse/read.ts";
import { COMMAND_NAMES, ENVIRONMENT_NAMES } from "./command-names.ts";
import { COMMON_NAMES } from "./common-names.ts";
import { suggest } from "./suggest.ts";

/** KaTeX's words for a fault -> ours. */
const REASONS: readonly [pattern: RegExp, reason: (...parts: string[]) => string][] = [
  [/^Undefined control sequence: (\\.*)$/s, unknownCommand],
  [/^No such environment: (.*)$/s, unknownEnvironment],
  [/^Expected group after '(.)'$/, missingArgument],
  [/^Expected group as (?:argument to )?'?(\\?\w+)'?.*$/, missingArgument],
  [/^Double (superscript|subscript)$/, (which) => twoScripts(which === "subscript" ? "subscript" : "superscript")],
  [
    /^Unexpected end of input in a macro argument, expected '(.)'$/,
    (wanted) => `The formula ends too early: add \`${wanted}\``,
  ],
  [/^Expected 'EOF', got '(.*)'$/s, unexpected],
  [/^Expected '(.*)', got 'EOF'$/s, (wanted) => `The formula ends too early: add \`${wanted}\``],
  [
    /^Expected '(.*)', got '(.*)'$/s,
    (wanted, found) => `\`${found}\` is in the place of \`${wanted}\`: add \`${wanted}\` before it`,
  ],
  [/^Expected & or .*$/, () => "The environment is not complete: add `&`, `\\\\` or `\\end`"],
  [/^Extra \}$/, () => closesNothing("}", "{")],
  [
    /^Mismatch: \\begin\{(.*)\} matched by \\end\{(.*)\}$/,
    (open, close) => `\`\\end{${close}}\` closes \`\\begin{${open}}\`: make the names equal`,
  ],
  [/^Can't use function '\$' in math mode$/, () => "`$` is inside a formula: remove it, or write `\\$` for the sign"],
  [/^Can't use function '(.*)' in math mode$/, (name) => `\`${name}\` works in text only: put it in \`\\text{…}\``],
  [/^Can't use function '(.*)' in text mode$/, (name) => `\`${name}\` does not work in text: move it out of the text`],
  [
    /^Invalid delimiter '?(.*?)'? after '(.*)'$/,
    (found, after) => `\`${found}\` after \`${after}\` is no delimiter: write one such as \`(\``,
  ],
  [
    /^Limit controls must follow a math operator$/,
    () => "`\\limits` follows no operator: put it after one such as `\\sum`",
  ],
  [/^only one infix operator per group$/, () => "A group has two infix commands: use braces or `\\frac`"],
  [/^\\@char with invalid code point (\d+)$/, (code) => `Unicode has no code point ${code}: use another`],
  [/^Too many expansions.*$/, () => "A macro expands without end: change its definition"],
  [
    /^Got function '(.*)' with no arguments as (.*)$/,
    (name, role) => `\`${name}\` as ${role.replaceAll("'", "`")} needs braces: write \`{${name} …}\``,
  ],
  [/^Unexpected character: '(.*)'$/s, (found) => `\`${found}\` is no character of a formula: remove it`],
  [/^Multiple \\tag$/, () => "The formula has two `\\tag`: remove one"],
  [/^\\tag works only in display equations$/, () => "`\\tag` works in display formulas only: remove it"],
];

/** Code of a warning of KaTeX -> our words; `shown` is the text at its place. */
const STRICT_REASONS: ReadonlyMap<string, (shown: string) => string> = new Map<string, (shown: string) => string>([
  [
    "unicodeTextInMathMode",
    (shown) => `\`${shown}\` is not a math character: put it in \`\\text{…}\`, or write a command`,
  ],
  ["unknownSymbol", (shown) => `\`${shown}\` is not in the formula fonts: remove it`],
  ["symbolNotInFont", (shown) => `\`${shown}\` is not in the formula fonts: remove it`],
  ["mathVsTextAccents", (shown) => `\`${shown}\` is an accent of text: use one of math, such as \`\\hat\``],
  ["newLineInDisplayMode", () => "TeX ignores `\\\\` in display math: put the lines in `\\begin{aligned}`"],
  ["commentAtEnd", () => "The formula ends in a comment: write `\\%` for a percent sign"],
  ["htmlExtension", () => "Formulas hold no HTML: remove the command"],
]);

/** A fault of KaTeX in our words; `shown` is the text at its place. */
export function toReason(message: string, shown: string): string {
  const isArgument = message.startsWith("Unexpected end of input in a macro argument");
  if (isArgument && /^\\[a-zA-Z]+$/.test(shown)) return missingArgument(shown);
  for (const [pattern, reason] of REASONS) {
    const match = pattern.exec(message);
    if (match !== null) return reason(...match.slice(1));
  }
  return sentence(message);
}

/** A warning of KaTeX in our words; `shown` is the text at its place. */
export function toStrictReason(code: string, message: string, shown: string): string {
  return STRICT_REASONS.get(code)?.(shown) ?? sentence(message);
}

function unknownCommand(name: string): string {
  const near = suggest(name, COMMON_NAMES) ?? suggest(name, COMMAND_NAMES);
  const remedy =
    near === undefined ? "KaTeX supports those of https://katex.org/docs/supported" : `did you mean \`${near}\`?`;
  return `Unknown command \`${name}\`: ${remedy}`;
}

function unknownEnvironment(name: string): string {
  const near = suggest(name, ENVIRONMENT_NAMES);
  const remedy = near === undefined ? `KaTeX supports ${ENVIRONMENT_NAMES.join(", ")}` : `did you mean \`${near}\`?`;
  return `Unknown environment \`${name}\`: ${remedy}`;
}

function missingArgument(owner: string): string {
  return `\`${owner}\` needs an argument: write one after it`;
}

function closesNothing(close: string, open: string): string {
  return `\`${close}\` closes nothing: remove it, or add \`${open}\` before it`;
}

function unexpected(found: string): string {
  switch (found) {
    case "}":
      return closesNothing("}", "{");
    case "&":
      return "`&` is outside an environment such as `aligned`: write `\\&` for the sign";
    case "\\right":
      return closesNothing("\\right", "\\left");
    case "\\end":
      return closesNothing("\\end", "\\begin");
    default:
      return `\`${found}\` is not possible here: remove it`;
  }
}

/** As KaTeX puts it, in our quotation marks and with a capital. */
function sentence(message: string): string {
  const quoted = message.replace(
    /'([^']+)'|(\\[a-zA-Z]+)/g,
    (_, inQuotes?: string, command?: string) => `\`${inQuotes ?? command}\``,
  );
  return quoted.charAt(0).toUpperCase() + quoted.slice(1);
}
