/** What an alphabet of KaTeX has. For a letter that it lacks, KaTeX draws the ordinary one and says nothing. */
interface Alphabet {
  readonly shown: string;
  readonly has: RegExp;
}

const DOUBLE_STRUCK: Alphabet = { shown: "only `A` to `Z` and `k`", has: /^[A-Zk]$/ };
const CAPITALS: Alphabet = { shown: "only `A` to `Z`", has: /^[A-Z]$/ };
const LATIN: Alphabet = { shown: "only `A` to `Z`, `a` to `z` and digits", has: /^[A-Za-z0-9]$/ };
const NO_SMALL_GREEK: Alphabet = {
  shown: "no small Greek letters",
  has: /^(?:[A-Za-z0-9ΓΔΘΛΞΠΣΥΦΨΩ]|\\(?:Gamma|Delta|Theta|Lambda|Xi|Pi|Sigma|Upsilon|Phi|Psi|Omega))$/,
};

/** Commands that choose an alphabet for their argument, or for the rest of a group. */
export const ALPHABETS: ReadonlyMap<string, Alphabet> = new Map([
  ["\\mathbb", DOUBLE_STRUCK],
  ["\\Bbb", DOUBLE_STRUCK],
  ["\\mathcal", CAPITALS],
  ["\\cal", CAPITALS],
  ["\\mathscr", CAPITALS],
  ["\\mathfrak", LATIN],
  ["\\frak", LATIN],
  ["\\mathbf", NO_SMALL_GREEK],
  ["\\bf", NO_SMALL_GREEK],
  ["\\mathsf", NO_SMALL_GREEK],
  ["\\sf", NO_SMALL_GREEK],
  ["\\mathtt", NO_SMALL_GREEK],
  ["\\tt", NO_SMALL_GREEK],
]);

/** Fonts for the rest of a group. */
export const FONT_SWITCHES: ReadonlySet<string> = new Set(["\\bf", "\\cal", "\\it", "\\rm", "\\sf", "\\tt"]);

/** Fonts with an argument. The innermost font decides. */
export const FONT_COMMANDS: ReadonlySet<string> = new Set([
  ...[...ALPHABETS.keys()].filter((name) => !FONT_SWITCHES.has(name)),
  ...["\\mathrm", "\\mathit", "\\mathnormal", "\\mathsfit", "\\boldsymbol", "\\pmb", "\\operatorname"],
]);

const GREEK =
  "alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa varkappa lambda mu nu xi omicron pi " +
  "varpi rho varrho sigma varsigma tau upsilon phi varphi chi psi omega digamma Gamma Delta Theta Lambda Xi Pi Sigma " +
  "Upsilon Phi Psi Omega varGamma varDelta varTheta varLambda varXi varPi varSigma varUpsilon varPhi varPsi varOmega " +
  "imath jmath";
const LETTER_COMMANDS: ReadonlySet<string> = new Set(GREEK.split(" ").map((name) => `\\${name}`));

/** Letters and digits, to which an alphabet gives a meaning; signs look the same in all of them. */
function isLetter(text: string): boolean {
  return /^[A-Za-z0-9α-ωΑ-Ωϑϕϖϱϵ]$/.test(text) || LETTER_COMMANDS.has(text);
}

/** Why a letter does not appear in the alphabet that `font` asks for; undefined if it does, or if it is no letter. */
export function missingFrom(font: string, letter: string): string | undefined {
  const alphabet = ALPHABETS.get(font);
  if (alphabet === undefined || !isLetter(letter) || alphabet.has.test(letter)) return undefined;
  const bold = /^[A-Za-z0-9]$/.test(letter) ? `\\mathbf{${letter}}` : `\\boldsymbol{${letter}}`;
  return `\`${font}\` has ${alphabet.shown}, so \`${letter}\` is printed as usual: write \`${bold}\``;
}
