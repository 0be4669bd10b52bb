/** Text with formulas and code. */
export type Inline = { readonly text: string } | { readonly math: Formula } | { readonly code: string };

/** A formula in both languages. */
export interface Formula {
  readonly tex: string;
  readonly typst: string;
}

export type Block =
  | { readonly kind: "paragraph"; readonly content: readonly Inline[] }
  | { readonly kind: "formula"; readonly formula: Formula }
  | { readonly kind: "table"; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: "list"; readonly entries: readonly string[] }
  | { readonly kind: "code"; readonly code: string; readonly output: string };

export interface Item {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** Makes items that are all different and always the same; a quarter each holds a formula, a table, a list, code. */
export function makeItems(count: number): Item[] {
  return Array.from({ length: count }, (_, index) => makeItem(index));
}

/** Items per topic. */
export const perTopic = 50;

function makeItem(index: number): Item {
  const pick = generator(index);
  const words = (length: number) => Array.from({ length }, () => pick(vocabulary)).join(" ");
  const sentence = (length: number) => `${capital(words(length))}.`;
  const lead: Block = {
    kind: "paragraph",
    content: [
      { text: `${sentence(12)} ${capital(words(7))} ` },
      { math: formulaOf(pick, inlineFormulas) },
      { text: ` ${words(9)} ` },
      { code: `${pick(vocabulary)}_${pick(vocabulary)}(${pick(letters)})` },
      { text: ` ${words(6)}, so ` },
      { math: formulaOf(pick, inlineFormulas) },
      { text: ` ${words(8)}. ${sentence(11)}` },
    ],
  };
  return {
    id: `item-${index}`,
    title: `${capital(words(6))} ${index}?`,
    blocks: [lead, ...special(index, pick, words)],
  };
}

function special(index: number, pick: Pick, words: (length: number) => string): Block[] {
  const kind = index % 4;
  if (kind === 0) {
    const closing: Block = { kind: "paragraph", content: [{ text: `${capital(words(22))}.` }] };
    return [{ kind: "formula", formula: formulaOf(pick, displayFormulas) }, closing];
  }
  if (kind === 1) {
    const rows = Array.from({ length: 5 }, () => [pick(vocabulary), words(3), words(2)]);
    return [{ kind: "table", rows: [["name", "what it does", "cost"], ...rows] }];
  }
  if (kind === 2) return [{ kind: "list", entries: Array.from({ length: 4 }, () => capital(words(9))) }];
  const [a, b, c] = [pick(vocabulary), pick(vocabulary), pick(vocabulary)];
  const code = [
    "import numpy as np",
    "",
    `def ${a}_${b}(x, ${c}=${index / 100}):`,
    `    """${capital(words(6))}."""`,
    `    ${b} = np.exp(x - x.max(axis=-1, keepdims=True))`,
    `    return ${b} / ${b}.sum(axis=-1) + ${c}  # ${words(3)}`,
    "",
    `print("${words(2)}:", ${a}_${b}(np.arange(${(index % 7) + 2})))`,
  ].join("\n");
  return [{ kind: "code", code, output: `${words(2)}: [0.0${index % 10} 0.${index % 97} 0.${index % 89}]` }];
}

type Pick = (from: readonly string[]) => string;

/** Makes a chooser from a linear congruential generator. */
function generator(seed: number): Pick {
  let state = (seed * 2_654_435_761 + 12_345) % 2 ** 32;
  return (from) => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return from[Math.floor((state / 2 ** 32) * from.length)] ?? "";
  };
}

/** A formula with random letters for §a, §b and §c. */
function formulaOf(pick: Pick, from: readonly Formula[]): Formula {
  const names = new Map([
    ["a", pick(letters)],
    ["b", pick(letters)],
    ["c", pick(letters)],
  ]);
  const index = pick(from.map((_, place) => String(place)));
  const { tex, typst } = from[Number(index)] ?? { tex: "", typst: "" };
  const fill = (text: string) => text.replace(/§([abc])/g, (_, name) => names.get(name) ?? "");
  return { tex: fill(tex), typst: fill(typst) };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const letters = "abcfghijkmnpqrstuvwxyzABCDEFGHKLMNPQRSTUVWXYZ".split("");

const inlineFormulas: readonly Formula[] = [
  { tex: "§a_i", typst: "§a_i" },
  { tex: "§a \\le §b", typst: "§a <= §b" },
  { tex: "\\hat §a = §b^\\top §c", typst: "hat(§a) = §b^top §c" },
  { tex: "O(§a^2 \\log §b)", typst: "O(§a^2 log §b)" },
  { tex: "§a \\in \\mathbb{R}^{§b}", typst: "§a in RR^§b" },
  { tex: "\\sqrt{§a/§b}", typst: "sqrt(§a slash §b)" },
  { tex: "\\alpha_{§a} + \\beta §b", typst: "alpha_§a + beta §b" },
  { tex: "P(§a \\mid §b)", typst: "P(§a | §b)" },
];

const displayFormulas: readonly Formula[] = [
  {
    tex: "§a = -\\frac{1}{§b} \\sum_{i=1}^{§b} y_i \\log \\hat §c_i",
    typst: "§a = -1/§b sum_(i=1)^§b y_i log hat(§c)_i",
  },
  {
    tex: "\\operatorname{softmax}(§a)_i = \\frac{e^{§a_i}}{\\sum_j e^{§a_j}}",
    typst: 'op("softmax")(§a)_i = e^(§a_i)/(sum_j e^(§a_j))',
  },
  {
    tex: "§a_{t+1} = §a_t - \\eta \\frac{\\hat §b_t}{\\sqrt{\\hat §c_t} + \\epsilon}",
    typst: "§a_(t+1) = §a_t - eta hat(§b)_t/(sqrt(hat(§c)_t) + epsilon)",
  },
  {
    tex: "§a = \\begin{pmatrix} §b & 0 \\\\ 0 & §c \\end{pmatrix}, \\qquad \\det §a = §b §c",
    typst: "§a = mat(§b, 0; 0, §c), quad quad det §a = §b §c",
  },
  {
    tex: "\\mathbb{E}[(§a - \\hat §a)^2] = \\int (§a - §b)^2 p(§b)\\,d§b + \\sigma^2",
    typst: "EE[(§a - hat(§a))^2] = integral (§a - §b)^2 p(§b) thin d §b + sigma^2",
  },
  {
    tex: "§a(x) = \\begin{cases} x & x > 0 \\\\ §b(e^x - 1) & x \\le 0 \\end{cases}",
    typst: "§a(x) = cases(x & x > 0, §b (e^x - 1) & x <= 0)",
  },
];

const vocabulary =
  `gradient loss bias variance attention softmax kernel prior posterior entropy dropout convex model data train test fold
split metric recall precision threshold score rank tree forest boost bagging leaf depth margin vector matrix tensor batch epoch
step rate decay momentum warmup schedule layer residual norm activation logit token embedding context window cache head query
value key mask prompt retrieval index chunk latency throughput shard replica queue stream drift monitor alert rollback canary
feature label sample cluster centroid distance cosine density likelihood evidence estimate interval power effect control
treatment cause graph node edge path policy reward state action return discount explore exploit search beam greedy sampling
temperature penalty sparse dense linear logistic quantile outlier missing scale encode hash bucket leakage baseline ablation
small large wide narrow early late stable noisy robust fast slow cheap exact rough local global hidden final common rare keeps
drops learns fits moves shrinks grows shows hides needs gives takes makes breaks holds turns with from over under between
because while when then where and or but not only also more less than each every both neither same other`.split(/\s+/);
