import { type ParserOptions, parse } from "@babel/parser";
import type { CodeFault } from "@high-recall/rules";
import { endOfToken } from "./offsets.ts";

/** JavaScript, JSX included; a fragment may have `return` or `await` outside of a function. */
export function checkJavaScript(code: string): CodeFault | undefined {
  return faultOf(code, ["jsx", "decorators"]);
}

/** TypeScript. */
export function checkTypeScript(code: string): CodeFault | undefined {
  return faultOf(code, ["typescript", "decorators"]);
}

const options: ParserOptions = {
  sourceType: "module",
  allowReturnOutsideFunction: true,
  allowAwaitOutsideFunction: true,
  allowSuperOutsideMethod: true,
  allowNewTargetOutsideFunction: true,
  allowUndeclaredExports: true,
  attachComment: false,
};

function faultOf(code: string, plugins: ParserOptions["plugins"]): CodeFault | undefined {
  try {
    parse(code, { ...options, plugins: plugins ?? [] });
    return undefined;
  } catch (error) {
    // Without a place it is no syntax error, but a stack that is too small for the code.
    const { pos, message } = error as { readonly pos?: unknown; readonly message: string };
    if (typeof pos !== "number") return undefined;
    const end = endOfToken(code, pos);
    const words = message.replace(/\.? \(\d+:\d+\)$/, "");
    const isBare = words === "Unexpected token" && end > pos;
    return { start: pos, end, text: isBare ? `Unexpected \`${code.slice(pos, end).trim()}\`` : words };
  }
}
