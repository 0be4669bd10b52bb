import { displayFormula, inlineFormula } from "./formulas.ts";
import { capital, contentWord, type Prose } from "./prose.ts";
import type { Random } from "./random.ts";

/** Makes sentences and blocks of Markdown. */
export class Body {
  readonly random: Random;
  readonly prose: Prose;

  constructor(random: Random, prose: Prose) {
    this.random = random;
    this.prose = prose;
  }

  /** A sentence with a formula in it, and sometimes emphasis or code. */
  withFormula(count: number): string {
    const half = Math.floor(count / 2);
    const end = this.random.pick([
      () => this.prose.words(count - half),
      () => `${this.prose.words(count - half - 1)} *${contentWord(this.random)}*`,
      () => `\`${contentWord(this.random)}_${contentWord(this.random)}\` ${this.prose.words(count - half - 1)}`,
    ])();
    return `${capital(this.prose.words(half))} $${inlineFormula(this.random)}$ ${end}.`;
  }

  display(): string {
    return `$$\n${displayFormula(this.random)}\n$$`;
  }

  list(entries: number): string {
    return Array.from({ length: entries }, (_, index) =>
      index === 1 ? `- ${this.withFormula(12)}` : `- ${this.prose.sentence(10)}`,
    ).join("\n");
  }

  table(): string {
    const cell = () => this.prose.words(this.random.whole(1, 3));
    const rows = Array.from({ length: 4 }, () => `| ${contentWord(this.random)} | ${cell()} | ${cell()} |`);
    return ["| name | use | cost |", "| --- | --- | --- |", ...rows].join("\n");
  }

  python(): string {
    const name = () => `${contentWord(this.random)}_${this.random.whole(1, 99)}`;
    const [f, x, y] = [name(), name(), name()];
    const code = [
      "import numpy as np",
      "",
      "",
      `def ${f}(${x}, ${y}=${this.random.whole(1, 99) / 100}):`,
      `    """${this.prose.sentence(6)}"""`,
      `    shifted = np.exp(${x} - ${x}.max(axis=-1, keepdims=True))`,
      `    return shifted / shifted.sum(axis=-1) + ${y}  # ${this.prose.words(3)}`,
      "",
      "",
      `print(f"{${f}(np.arange(${this.random.whole(2, 9)}))[0]:.2f} ${this.prose.words(2)}")`,
    ];
    return `\`\`\`python {1-2}\n${code.join("\n")}\n\`\`\``;
  }
}
