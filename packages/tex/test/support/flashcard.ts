import { createRequire } from "node:module";

interface MathJax {
  tex2mmlPromise(tex: string, options: { display: boolean }): Promise<string>;
}

/** The packages of TeX that Anki loads, in its ts/mathjax/index.ts. */
const packages = ["action", "ams", "autoload", "configmacros", "mathtools", "mhchem", "newcommand", "noundefined"];

const { init } = createRequire(import.meta.url)("mathjax-full/es5/node-main.js") as {
  init(options: object): Promise<MathJax>;
};
const mathJax = await init({
  loader: {
    versionWarnings: false,
    load: ["input/tex-base", "adaptors/liteDOM", ...packages.map((name) => `[tex]/${name}`), "[tex]/require"],
  },
  tex: { packages: ["base", ...packages, "require"] },
  startup: { typeset: false },
});

/** A formula as MathML, by the MathJax of Anki. What a formula defines stays defined for those after it, as on cards. */
export async function drawOnFlashcard(tex: string, display: boolean): Promise<string> {
  return (await mathJax.tex2mmlPromise(tex, { display })).replaceAll(/\n\s*/g, "");
}

/** What a learner would notice in MathML of MathJax: an error, an unknown command in red, or markup in text. */
export function flawOf(mathml: string, tex = ""): string | undefined {
  const error = /data-mjx-error="([^"]*)"/.exec(mathml)?.[1];
  if (error !== undefined) return error;
  const unknown = /<mtext[^>]* mathcolor="red"[^>]*>(\\[^<]*)</.exec(mathml)?.[1];
  if (unknown !== undefined) return `${unknown} in red`;
  const raw = /<mtext(?![^>]*monospace)[^>]*>([^<]*[\\~`{}][^<]*|[^<]*--[^<]*)</.exec(mathml)?.[1];
  const isEscaped = /^(?:[^\\~`-]|-(?!-))*$/.test(raw ?? "") && /\\[{}]/.test(tex);
  return raw === undefined || isEscaped ? undefined : `the text ${raw}`;
}
