import katex from "katex";

/** Every command and environment that KaTeX defines: each string in its source that looks like a name is tried. */
export function listKatexNames(source: string): { commands: string[]; environments: string[] } {
  const literals = [...source.matchAll(/(["'`])((?:\\\\|[\w*@])+)\1/g)].map((match) => match[2] ?? "");
  const names = new Set(literals.map((text) => text.replaceAll("\\\\", "\\")));
  return {
    commands: [...names].filter((name) => /^\\[a-zA-Z]+$/.test(name) && isCommand(name)).sort(),
    environments: [...names].filter((name) => /^[a-zA-Z]+\*?$/.test(name) && isEnvironment(name)).sort(),
  };
}

/** KaTeX passes its expander, which knows every macro, function and symbol, to a macro that is a function. */
function isCommand(name: string): boolean {
  let found = false;
  const probe = (context: { isDefined(name: string): boolean }): string => {
    found = context.isDefined(name);
    return "";
  };
  katex.renderToString("\\probe", { macros: { "\\probe": probe as (context: object) => string } });
  return found;
}

function isEnvironment(name: string): boolean {
  try {
    katex.renderToString(`\\begin{${name}}a\\end{${name}}`, { displayMode: true, strict: "ignore" });
    return true;
  } catch (error) {
    return error instanceof Error && !error.message.includes("No such environment");
  }
}
