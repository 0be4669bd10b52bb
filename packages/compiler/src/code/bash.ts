import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { CodeFault } from "@high-recall/rules";
import { getProcessor } from "sh-syntax";
import { endOfToken, offsetOfByte } from "./offsets.ts";

let compiled: Promise<WebAssembly.Module> | undefined;

/** The package's own `parse` compiles its WebAssembly for each piece of code. */
const parse = getProcessor(async (imports: WebAssembly.Imports) => {
  compiled ??= readFile(fileURLToPath(import.meta.resolve("sh-syntax/main.wasm"))).then((bytes) =>
    WebAssembly.compile(bytes),
  );
  return WebAssembly.instantiate(await compiled, imports);
});

/** Bash, as shfmt parses it. */
export async function checkBash(code: string): Promise<CodeFault | undefined> {
  try {
    await parse(code);
    return undefined;
  } catch (error) {
    // Without a place it is no syntax error, but a stack that is too small for the code.
    const { Pos, message } = error as { readonly Pos?: { readonly Offset: number }; readonly message: string };
    if (Pos === undefined) return undefined;
    const start = offsetOfByte(code, Pos.Offset);
    return { start, end: endOfToken(code, start), text: message };
  }
}
