import { readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { shellWord } from "@high-recall/core";

const commands = "lint|compile|publish|run|new|release|diff|schema";
/** A call of recall that begins a quotation or a line. */
const call = new RegExp(`(\`|^ *)recall (?=(?:${commands})\\b)`, "gm");

/** A text in which each call of recall can be pasted where the user is. */
export function withCommands(text: string, { command = "recall" }: { readonly command?: string | undefined }): string {
  return command === "recall" ? text : text.replace(call, (_, before: string) => `${before}${command} `);
}

/**
 * How to call recall from a folder: below a package.json with a script `recall`, by npm, since recall is on no PATH there.
 * npm runs the scripts of the nearest package.json unless `--prefix` names another.
 */
export function commandFor(cwd: string): string {
  let isNearest = true;
  for (let folder = cwd; ; folder = dirname(folder)) {
    const scripts = scriptsIn(folder);
    if (scripts !== undefined && Object.hasOwn(scripts, "recall")) {
      const prefix = relative(cwd, folder).split(sep).join("/");
      return isNearest ? "npm run recall --" : `npm --prefix ${shellWord(prefix)} run recall --`;
    }
    if (scripts !== undefined) isNearest = false;
    if (dirname(folder) === folder) return "recall";
  }
}

function scriptsIn(folder: string): object | undefined {
  try {
    const { scripts = {} } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return typeof scripts === "object" && scripts !== null ? scripts : {};
  } catch {
    return undefined;
  }
}
