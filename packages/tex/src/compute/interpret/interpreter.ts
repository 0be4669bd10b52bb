import type { TexNode } from "../../parse/node.ts";
import type { Span } from "../../span.ts";
import type { Expression } from "../expression.ts";
import type { Scope } from "../scope.ts";

/** A position among the nodes of one expression. The files of this folder each interpret one construct at it; they know
 *  this type alone, and `interpret.ts`, which implements it, knows them. */
export interface Interpreter {
  readonly nodes: readonly TexNode[];
  readonly scope: Scope;
  /** Offset of the next node. */
  at: number;
  /** Where the last argument without parentheses ends, and the function that it belongs to. */
  bareArgument: { from: number; end: number; owner: string } | undefined;
  /** The next node. */
  peek(): TexNode | undefined;
  /** A whole expression, such as the inside of a bracket; `place` is for the message when it is empty. */
  interpret(nodes: readonly TexNode[], place: Span, scope?: Scope): Expression;
  /** The next factor with its scripts. */
  interpretFactor(): Expression;
  /** The following term, in which `owner` binds `letters`; of a product, only the factors up to an operator. */
  interpretBody(owner: string, letters: readonly string[]): Expression;
}
