import type { CodeFault } from "@high-recall/rules";
import { parse } from "sh-syntax";
import { endOfToken, offsetOfByte } from "./offsets.ts";

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
