import type { TexNode } from "../../parse/node.ts";
import { print } from "../../parse/print-tree.ts";
import { read } from "../../parse/read.ts";
import { TexError } from "../../span.ts";
import { checkSyntax } from "./check-syntax.ts";

/** A formula as a tree in which every node has its exact place.
 *  @throws {TexError} at the first thing that KaTeX does not print. */
export function parse(tex: string, display: boolean): { nodes: TexNode[] } {
  const [fault] = checkSyntax(tex, { display });
  if (fault !== undefined) throw new TexError(fault.reason, fault);
  return { nodes: read(tex) };
}

/** A formula in one spelling: `F_1` and `F_{1}`, `\left(x\right)` and `(x)` become equal.
 *  @throws {TexError} where braces or environments are not whole. */
export function normalize(tex: string): string {
  return print(read(tex));
}
