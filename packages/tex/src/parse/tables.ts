import type { TableShape } from "./node.ts";

// What control sequences mean to this package. A command that no table lists is read as `unknown`.

const words = (list: string): string[] => list.trim().split(/\s+/);
const commands = (list: string): string[] => words(list).map((word) => `\\${word}`);

/** Letters, and signs used as names of things. */
export const LETTERS: ReadonlySet<string> = new Set(
  commands(`alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa varkappa lambda mu nu xi
    omicron pi varpi rho varrho sigma varsigma tau upsilon phi varphi chi psi omega digamma
    Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega varGamma varDelta varTheta varLambda varXi varPi
    varSigma varUpsilon varPhi varPsi varOmega ell hbar imath jmath wp Re Im aleph beth
    infty emptyset varnothing partial nabla top bot star dagger ddagger prime intercal degree`),
);

/** Letters and signs that need no explanation. */
export const CONSTANTS: ReadonlySet<string> = new Set([
  "e",
  ...commands("pi infty emptyset varnothing partial nabla top bot star dagger ddagger prime intercal degree"),
]);

export const OPERATORS: ReadonlySet<string> = new Set([
  ..."+-*/",
  ...commands(`cdot times odot otimes oplus ominus div ast pm mp cup cap setminus bmod circ bullet wedge vee land lor
    sqcup sqcap uplus amalg lnot neg forall exists nexists`),
]);

export const RELATIONS: ReadonlySet<string> = new Set([
  ..."=<>",
  ":=",
  ...commands(`leq geq neq approx equiv sim simeq cong propto ll gg in notin ni subset subseteq supset supseteq
    subsetneq leftarrow rightarrow Leftarrow Rightarrow Leftrightarrow leftrightarrow mapsto longrightarrow
    longleftarrow Longrightarrow Longleftarrow Longleftrightarrow longmapsto coloneqq triangleq doteq perp parallel
    leqslant geqslant lesssim gtrsim prec succ preceq succeq models vdash asymp implies iff impliedby uparrow downarrow`),
]);

/** Names printed upright before their argument. */
export const FUNCTIONS: ReadonlySet<string> = new Set(
  commands(`log ln lg exp sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth max min sup inf lim limsup
    liminf arg argmax argmin det dim ker deg gcd hom Pr sum prod int iint iiint oint coprod bigcup bigcap bigoplus
    bigotimes bigodot bigvee bigwedge`),
);

/** Functions whose subscript binds a letter: `\sum_i`, `\max_{x \in S}`. */
export const BINDERS: ReadonlySet<string> = new Set(
  commands(`sum prod max min sup inf lim limsup liminf arg argmax argmin int iint iiint oint coprod bigcup bigcap
    bigoplus bigotimes bigodot bigvee bigwedge`),
);

export const ACCENTS: ReadonlySet<string> = new Set(
  commands(`hat widehat tilde widetilde bar overline vec dot ddot dddot check widecheck breve acute grave mathring
    underline overrightarrow overleftarrow underbar`),
);

/** Fonts that print one word or letter. */
export const FONTS: ReadonlySet<string> = new Set(
  commands(`mathrm mathit mathbf mathbb mathcal mathfrak mathscr mathsf mathtt mathnormal boldsymbol
    text textrm textit textbf textsf texttt textnormal textup textmd operatorname mbox`),
);

/** Spellings of the same thing: the left one is read as the right one. */
export const ALIASES: ReadonlyMap<string, string> = new Map(
  [
    ["le", "leq"],
    ["ge", "geq"],
    ["ne", "neq"],
    ["gets", "leftarrow"],
    ["to", "rightarrow"],
    ["lbrace", "{"],
    ["rbrace", "}"],
    ["Vert", "|"],
    ["lvert", "vert"],
    ["rvert", "vert"],
    ["lVert", "|"],
    ["rVert", "|"],
    ["bm", "boldsymbol"],
    ["bold", "mathbf"],
    ["Bbb", "mathbb"],
    ["frak", "mathfrak"],
    ["land", "wedge"],
    ["lor", "vee"],
    ["neg", "lnot"],
    ["isin", "in"],
    ["infin", "infty"],
    ["sdot", "cdot"],
    ["mbox", "text"],
    ["textrm", "text"],
    ["textnormal", "text"],
    ["ldots", "dots"],
    ["cdots", "dots"],
    ["dotsc", "dots"],
    ["dotsb", "dots"],
    ["dotsm", "dots"],
    ["dotsi", "dots"],
    ["dotso", "dots"],
  ].map(([from, to]) => [`\\${from}`, `\\${to}`]),
);

/** Opening delimiter -> closing delimiter. */
export const DELIMITER_PAIRS: ReadonlyMap<string, string> = new Map([
  ["(", ")"],
  ["[", "]"],
  ["\\{", "\\}"],
  ["\\lfloor", "\\rfloor"],
  ["\\lceil", "\\rceil"],
  ["\\langle", "\\rangle"],
]);
export const CLOSING_DELIMITERS: ReadonlySet<string> = new Set(DELIMITER_PAIRS.values());

/** Spaces and switches of size and style: they do not change what a formula means. */
export const SILENT: ReadonlySet<string> = new Set(
  commands(`; : , ! > thinspace medspace thickspace negthinspace negmedspace negthickspace space nobreakspace enspace
    displaystyle textstyle scriptstyle scriptscriptstyle nonumber notag relax nobreak allowbreak
    tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge sixptsize
    big Big bigg Bigg bigl Bigl biggl Biggl bigr Bigr biggr Biggr bigm Bigm biggm Biggm
    mathstrut hfill`).concat("\\ ", "~", "\\\n", "\\\t", "\\\r", "&"),
);

/** Spaces wide enough to separate statements. */
export const GAPS: ReadonlySet<string> = new Set(commands("quad qquad"));

/** Commands to skip, with the number of arguments that print nothing. The rest is read as if they were absent. */
export const SKIPPED: ReadonlyMap<string, number> = new Map([
  ...words("mathord mathop mathbin mathrel mathopen mathclose mathpunct mathinner boxed smash").map(
    (name) => [`\\${name}`, 0] as const,
  ),
  ...words("color textcolor hspace phantom hphantom vphantom tag").map((name) => [`\\${name}`, 1] as const),
]);

/** `\frac` and its sizes. */
export const FRACTIONS: ReadonlySet<string> = new Set(commands("frac dfrac tfrac cfrac"));
export const BINOMIALS: ReadonlySet<string> = new Set(commands("binom dbinom tbinom"));

/** Environments of rows -> the shape of the table they are read as. */
export const ENVIRONMENTS: ReadonlyMap<string, TableShape> = new Map([
  ...words("aligned align align* alignat alignat* alignedat split gathered gather gather* equation equation*").map(
    (name) => [name, "lines"] as const,
  ),
  ...words("cases dcases").map((name) => [name, "cases"] as const),
  ...words("matrix pmatrix bmatrix smallmatrix").map((name) => [name, "matrix"] as const),
]);

/** How the reader treats a token. */
export type Role =
  | "letter"
  | "digit"
  | "operator"
  | "relation"
  | "punctuation"
  | "delimiter"
  | "bar"
  | "dots"
  | "silent"
  | "gap"
  | "break"
  | "function"
  | "font"
  | "accent"
  | "fraction"
  | "binomial"
  | "root"
  | "brace"
  | "left"
  | "begin"
  | "skipped";

/** Token -> its role and the name it is read as. */
export const ROLES: ReadonlyMap<string, { role: Role; name: string }> = rolesOf([
  ["digit", "0123456789."],
  ["silent", SILENT],
  ["gap", GAPS],
  ["break", ["\\\\", "\\cr", "\\newline"]],
  ["letter", "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"],
  ["letter", LETTERS],
  ["operator", OPERATORS],
  ["operator", "!"],
  ["relation", RELATIONS],
  ["punctuation", [",", ";", ":", "\\colon"]],
  ["bar", ["|", "\\|", "\\vert", "\\mid", "\\middle"]],
  ["delimiter", [...DELIMITER_PAIRS.keys(), ...CLOSING_DELIMITERS]],
  ["dots", ["\\dots"]],
  ["function", FUNCTIONS],
  ["font", FONTS],
  ["accent", ACCENTS],
  ["fraction", FRACTIONS],
  ["binomial", BINOMIALS],
  ["root", ["\\sqrt"]],
  ["brace", ["\\underbrace", "\\overbrace"]],
  ["left", ["\\left"]],
  ["begin", ["\\begin"]],
  ["skipped", SKIPPED.keys()],
]);

/** A name in several lists has the role of the first. */
function rolesOf(lists: readonly [role: Role, names: Iterable<string>][]): Map<string, { role: Role; name: string }> {
  const roles = new Map<string, { role: Role; name: string }>();
  for (const [role, names] of lists) {
    for (const name of names) if (!roles.has(name)) roles.set(name, { role, name });
  }
  for (const [from, to] of ALIASES) {
    const target = roles.get(to);
    if (target !== undefined) roles.set(from, target);
  }
  return roles;
}
