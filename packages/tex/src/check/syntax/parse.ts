import type { TexNode } from "../../parse/node.ts";
import { read } from "../../parse/read.ts";
import { TexError } from "../../tex-error.ts";
import { checkSyntax } from "./check-syntax.ts";

/** A formula as a tree, each node with its exact place.
 *  @throws {TexError} at the first fault of its syntax. */
export function parse(tex: string, display: boolean): { nodes: readonly TexNode[] } {
  const [fault] = checkSyntax(tex, { display });
  if (fault !== undefined) throw new TexError(fault.reason, fault);
  return { nodes: read(tex) };
}
