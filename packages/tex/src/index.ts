export {
  checkExample,
  type Example,
  type ExampleMessage,
  type ExampleReport,
  type ExampleValue,
} from "./check/example/check-example.ts";
export { type Mutant, mutantsOf, survivingMutants } from "./check/mutants.ts";
export { checkSymbols, normalizeSymbol, type SymbolReport, symbolsOf } from "./check/symbols/check-symbols.ts";
export type { SymbolUse } from "./check/symbols/symbol-finder.ts";
export { checkSyntax, type SyntaxOptions } from "./check/syntax/check-syntax.ts";
export { parse } from "./check/syntax/parse.ts";
export type { TexNode } from "./parse/node.ts";
export { normalize } from "./parse/normalize.ts";
export type { Span } from "./span.ts";
export { TexError, type TexMessage } from "./tex-error.ts";
