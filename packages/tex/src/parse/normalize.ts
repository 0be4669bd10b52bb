import { print } from "./print-tree.ts";
import { read } from "./read.ts";

/** A formula in one spelling: `F_1` and `F_{1}`, `\left(x\right)` and `(x)` become equal.
 *  @throws {TexError} at a brace, an environment or an argument that is not complete. */
export function normalize(tex: string): string {
  return print(read(tex));
}
