import { COMMAND_NAMES, ENVIRONMENT_NAMES } from "./command-names.ts";
import { COMMON_NAMES } from "./common-names.ts";
import { suggest } from "./suggest.ts";

/** KaTeX's words for a fault, and ours. */
const REASONS: readonly [pattern: RegExp, reason: (...parts: string[]) => string][] = [
  [/^Undefined control sequence: (\\.*)$/s, (name) => `Unknown command \`${name}\`${didYouMean(name, "")}`],
  [/^No such environment: (.*)$/s, (name) => `Unknown environment \`${name}\`${nearEnvironment(name)}`],
  [/^Expected group after '(.)'$/, (mark) => `Expected something after \`${mark}\``],
  [/^Expected group as (?:argument to )?'?(\\?\w+)'?.*$/, (name) => `Expected an argument of \`${name}\``],
  [/^Double (superscript|subscript)$/, (which) => `Unexpected second ${which}, expected braces around the first`],
  [
    /^Unexpected end of input in a macro argument, expected '(.)'$/,
    (mark) => `Unexpected end of the formula, expected \`${mark}\``,
  ],
  [/^Expected 'EOF', got '(.*)'$/s, (found) => unexpected(found)],
  [/^Expected '(.*)', got 'EOF'$/s, (wanted) => `Unexpected end of the formula, expected \`${wanted}\``],
  [/^Expected '(.*)', got '(.*)'$/s, (wanted, found) => `Unexpected \`${found}\`, expected \`${wanted}\``],
  [/^Expected & or .*$/, () => "Unexpected end of the environment, expected `&`, `\\\\` or `\\end`"],
  [/^Extra \}$/, () => "Unexpected `}`, no `{` is open"],
  [
    /^Mismatch: \\begin\{(.*)\} matched by \\end\{(.*)\}$/,
    (open, close) => `Unexpected \`\\end{${close}}\`, expected \`\\end{${open}}\``,
  ],
  [/^Can't use function '\$' in math mode$/, () => "Unexpected `$` inside a formula"],
  [/^Can't use function '(.*)' in (math|text) mode$/, (name, mode) => `Unexpected \`${name}\` in ${mode}`],
  [
    /^Invalid delimiter '?(.*?)'? after '(.*)'$/,
    (found, after) => `Unexpected \`${found}\` after \`${after}\`, expected a delimiter such as \`(\``,
  ],
  [
    /^Limit controls must follow a math operator$/,
    () => "Unexpected limits, expected an operator such as `\\sum` before them",
  ],
  [/^only one infix operator per group$/, () => "Unexpected second infix command, expected braces or `\\frac`"],
  [/^\\@char with invalid code point (\d+)$/, (code) => `Unexpected code point ${code}, expected one of Unicode`],
  [/^Too many expansions.*$/, () => "Unexpected macro that expands without end"],
  [
    /^Got function '(.*)' with no arguments as (.*)$/,
    (name, role) => `Unexpected \`${name}\` as ${role.replaceAll("'", "`")}, expected braces around it`,
  ],
];

const STRICT_REASONS: ReadonlyMap<string, (shown: string) => string> = new Map<string, (shown: string) => string>([
  [
    "unicodeTextInMathMode",
    (shown) => `Unexpected character \`${shown}\` in math, expected \`\\text{…}\` or a command`,
  ],
  ["unknownSymbol", (shown) => `Unexpected character \`${shown}\`, no formula font has it`],
  ["symbolNotInFont", (shown) => `Unexpected character \`${shown}\`, no formula font has it`],
  [
    "newLineInDisplayMode",
    () => "Unexpected `\\\\` in display math, where TeX ignores it, expected `\\begin{aligned}`",
  ],
  ["commentAtEnd", () => "Unexpected comment at the end of the formula, expected `\\%` for a percent sign"],
  ["htmlExtension", () => "Unexpected HTML command, formulas hold none"],
]);

/** A fault of KaTeX as one crisp sentence; `shown` is what stands at its place. */
export function toReason(message: string, shown: string): string {
  const isArgument = message.startsWith("Unexpected end of input in a macro argument");
  if (isArgument && /^\\[a-zA-Z]+$/.test(shown))
    return `Unexpected end of the formula, expected an argument of \`${shown}\``;
  for (const [pattern, reason] of REASONS) {
    const match = pattern.exec(message);
    if (match !== null) return reason(...match.slice(1));
  }
  return sentence(message);
}

/** What KaTeX only warns about; `shown` is what stands at its place. */
export function toStrictReason(code: string, message: string, shown: string): string {
  return STRICT_REASONS.get(code)?.(shown) ?? sentence(message);
}

function unexpected(found: string): string {
  switch (found) {
    case "}":
      return "Unexpected `}`, no `{` is open";
    case "&":
      return "Unexpected `&` outside an environment such as `aligned`, expected `\\&` for the sign";
    case "\\right":
      return "Unexpected `\\right`, no `\\left` is open";
    case "\\end":
      return "Unexpected `\\end`, no `\\begin` is open";
    default:
      return `Unexpected \`${found}\``;
  }
}

function didYouMean(name: string, otherwise: string): string {
  const near = suggest(name, COMMON_NAMES) ?? suggest(name, COMMAND_NAMES);
  return near === undefined ? otherwise : `, did you mean \`${near}\`?`;
}

function nearEnvironment(name: string): string {
  const near = suggest(name, ENVIRONMENT_NAMES);
  return near === undefined ? "" : `, did you mean \`${near}\`?`;
}

/** As KaTeX put it, with quotes as ours and a capital. */
function sentence(message: string): string {
  const quoted = message.replace(
    /'([^']+)'|(\\[a-zA-Z]+)/g,
    (_, inQuotes?: string, command?: string) => `\`${inQuotes ?? command}\``,
  );
  return quoted.charAt(0).toUpperCase() + quoted.slice(1);
}
