export { checkExample, type Example, type ExampleMessage, type ExampleReport, type ExampleValue } from "./example.ts";
export { type Mutant, mutantsOf, survivingMutants } from "./mutants.ts";
export { normalize, parse } from "./parse.ts";
export type { TexNode } from "./read/node.ts";
export { type Span, TexError, type TexMessage } from "./span.ts";
export type { SymbolUse } from "./symbols/finder.ts";
export { checkSymbols, normalizeSymbol, type SymbolReport, symbolsOf } from "./symbols.ts";
export { checkSyntax, type SyntaxOptions } from "./syntax/check-syntax.ts";
