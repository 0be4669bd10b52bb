import type { Random } from "./random.ts";

/** A formula that can be checked: its symbols with their meanings, and numbers for which it holds. */
export interface CheckedFormula {
  readonly tex: string;
  readonly symbols: Readonly<Record<string, string>>;
  readonly example: Readonly<Record<string, number>>;
}

/** A formula for running text. Of those of 2,000 items half are different, of 350 real items two thirds. */
export function inlineFormula(random: Random): string {
  const [a, b] = lettersFrom(random, 2, usualLetters) as [string, string];
  const decimal = (random.whole(11, 98) / 10).toString();
  const whole = random.whole(2, 64).toString();
  return random.pick([
    a,
    `${a}_{${whole}}`,
    `${a}=${decimal}`,
    `${a}\\le ${b}`,
    `\\hat ${a}=${decimal}\\,${b}`,
    `O(${a}^2\\log ${b})`,
    `${a}\\in\\mathbb{R}^{${whole}}`,
    `\\sqrt{${a}/${b}}`,
    `P(${a}\\mid ${b})=${decimal}`,
    `${decimal}\\cdot${whole}`,
    `\\mathbb{E}[${a}]=${b}_0`,
  ]);
}

/** A formula for a line of its own. */
export function displayFormula(random: Random): string {
  const [a, b, c] = lettersFrom(random, 3) as [string, string, string];
  const whole = random.whole(2, 99);
  return random.pick([
    `${a}=-\\frac{1}{${b}}\\sum_{i=1}^{${b}}${c}_i\\log\\hat ${c}_i+${whole}`,
    `\\operatorname{softmax}(${a})_i=\\frac{e^{${a}_i/${whole}}}{\\sum_j e^{${a}_j/${whole}}}`,
    `${a}_{t+1}=${a}_t-\\eta\\frac{\\hat ${b}_t}{\\sqrt{\\hat ${c}_t}+${whole}\\epsilon}`,
    `\\begin{aligned}\n${a}&=${whole}${b}+${c}\\\\\n${c}&=\\frac{${b}}{${a}}\n\\end{aligned}`,
    `${a}=\\begin{pmatrix}${b}&0\\\\0&${whole}\\end{pmatrix},\\qquad\\det ${a}=${whole}${b}`,
  ]);
}

/** A formula with an example that its near misses do not satisfy. */
export function checkedFormula(random: Random): CheckedFormula {
  const [result, a, b, c] = lettersFrom(random, 4) as [string, string, string, string];
  const number = () => random.whole(1100, 4900) / 1000;
  const [x, y, z] = [number(), number(), number()];
  const [tex, value] = random.pick<() => readonly [string, number]>([
    () => [`${result}=\\frac{2${a} ${b}}{${a}+${b}+${c}}`, (2 * x * y) / (x + y + z)],
    () => [`${result}=${a}\\sqrt{${b}^2+${c}}`, x * Math.sqrt(y ** 2 + z)],
    () => [`${result}=\\frac{${a}^2}{${b}}+3${c}`, x ** 2 / y + 3 * z],
    () => [`${result}=${a} e^{-${b}/${c}}`, x * Math.exp(-y / z)],
    () => [`${result}=${a}\\log(${b}+${c})`, x * Math.log(y + z)],
    () => [`${result}=\\frac{${a}-${b}}{${c}}+5`, (x - y) / z + 5],
  ])();
  const meanings = ["result, in units of its parts", "share, from 1 to 5", "rate a step", "scale, positive"];
  const names = [result, a, b, c];
  return {
    tex,
    symbols: Object.fromEntries(names.map((name, index) => [name, meanings[index] as string])),
    example: { [result]: Number(value.toPrecision(6)), [a]: x, [b]: y, [c]: z },
  };
}

/** Different letters, in no order. */
function lettersFrom(random: Random, count: number, from = letters): string[] {
  const chosen = new Set<string>();
  while (chosen.size < count) chosen.add(random.pick(from));
  return [...chosen];
}

const greek = "alpha beta gamma delta theta kappa lambda mu rho tau phi omega".split(" ").map((name) => `\\${name}`);

// Without those that are read as constants, indices or functions.
const letters = [..."abcghkmnpqrsuvwxyzABCDFGHKLMNPQRSUVWXYZ", ...greek];

const usualLetters = [..."xyzwnpkm", "\\theta", "\\alpha"];
