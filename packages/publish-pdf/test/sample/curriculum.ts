import type { Block, Curriculum, Figure, Item } from "@high-recall/core";
import {
  bullets,
  code,
  common,
  curriculumOf,
  display,
  emphasis,
  fence,
  heading,
  image,
  itemLink,
  lineBreak,
  link,
  math,
  numbers,
  paragraph,
  phrase,
  quote,
  recall,
  rule,
  section,
  strong,
  struck,
  table,
  tasks,
  text,
  topicOf,
} from "./build.ts";

const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 120" width="320" height="120">
<style>.axis{stroke:#333;stroke-width:1.5} text{font-family:sans-serif;font-size:12px}</style>
<defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L10 5L0 10z"/></marker></defs>
<line class="axis" x1="30" y1="100" x2="300" y2="100" marker-end="url(#tip)"/>
<line class="axis" x1="30" y1="100" x2="30" y2="10" marker-end="url(#tip)"/>
<path d="M30 100 Q 90 10 160 60 T 290 20" fill="none" stroke="#1d5fa8" stroke-width="2"/>
<circle cx="160" cy="60" r="4" fill="#a2491b"/><rect x="200" y="60" width="70" height="28" rx="6" fill="#e8f0e8" stroke="#2a7a4b"/>
<text x="235" y="78" text-anchor="middle" font-weight="bold">model</text><text x="165" y="112" text-anchor="middle">complexity →</text>
<g transform="translate(16 60) rotate(-90)"><text text-anchor="middle">error</text></g></svg>`;

/** A red square of 2 × 2 pixels. */
const png = "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==";

export const figures: Figure[] = [
  {
    path: "figures/curve.svg",
    mediaType: "image/svg+xml",
    width: 320,
    height: 120,
    base64: btoa(unescape(encodeURIComponent(svg))),
  },
  { path: "figures/dot.png", mediaType: "image/png", width: 60, height: 60, base64: png },
];

/** Every block of the closed subset, once. */
export const everyBlock: Block[] = [
  paragraph([
    text("A paragraph with "),
    emphasis(text("emphasis"), strong(text(" and strong inside"))),
    text(", "),
    strong(text("strong")),
    text(", "),
    struck(text("struck words")),
    text(", "),
    code("inline_code(x)"),
    text(", a "),
    link("https://example.org/a?b=c", text("web link with "), math("x^2")),
    text(", an "),
    itemLink("adam-update", text("item link")),
    text(", a "),
    itemLink("not-here", text("link to nowhere")),
    text(", math "),
    math("\\theta \\leftarrow \\theta - \\eta \\nabla_\\theta L(\\theta)"),
    text(", a hard break"),
    lineBreak,
    text("and symbols → ≤ ✓ ✗ α₁ x² 😀; costs 40 GB or 5 % of it."),
  ]),
  heading(3, "A heading with $\\sigma(x)$"),
  bullets(
    "First entry with $x_i$",
    [paragraph("Second entry"), bullets("nested", [paragraph("deeper"), numbers(9, "nine", "ten")])],
    "",
  ),
  tasks(
    [true, "done"],
    [false, "to do, with a text that is long enough to be broken over more than one line of the column"],
  ),
  heading(4, "Code and quotes"),
  fence(
    "python",
    'def softmax(z: ndarray, axis: int = -1):\n    """Shift-invariant."""\n    # subtract the maximum first\n    e = np.exp(z - z.max(axis=axis, keepdims=True))\n\n    return e / e.sum(axis=axis, keepdims=True)',
  ),
  quote(paragraph("A quotation that *says* something."), bullets("with a list", "of two")),
  table(
    ["left", "center", "right", null],
    ["Layer", "Statistics over", "Cost", "Used in"],
    ["BatchNorm", "$N, H, W$ per channel", "$O(d)$", "ResNet"],
    ["LayerNorm", "features per token", "1,000", "BERT, **GPT-2**"],
    ["RMSNorm", "no mean", "12", "`Llama`"],
  ),
  display("\\mathcal{L} = -\\frac{1}{N}\\sum_{n=1}^{N}\\sum_{k=1}^{K} y_{nk}\\log p_\\theta(k \\mid x_n)"),
  image("figures/curve.svg", "Error over complexity", "Error against complexity"),
  rule,
  image("figures/dot.png", "A dot"),
];

const question = (id: string, title: string, lead: Block[], rest: Partial<Item> = {}): Item =>
  ({
    ...common("learning", id, title),
    kind: "question",
    ...recall,
    points: [phrase("The first point"), phrase("the second"), phrase("the third")],
    difficulty: "medium",
    style: "theory",
    asked: [phrase(`Could you tell me about ${title.toLowerCase()}`)],
    lead,
    tags: ["theory"],
    sections: [
      section("in-depth", "In depth", ...everyBlock),
      section("follow-ups", "Follow-ups", bullets("What then?", "And why $x$?")),
    ],
    related: ["adam-update"],
    sources: [{ title: "A paper", url: "https://example.org/paper" }],
    verified: "2026-11-01",
    ...rest,
  }) as Item;

const learning: Item[] = [
  question("bias-variance", "How do bias and variance trade off in $\\hat f$?", everyBlock),
  question("double-descent", "What is double descent?", [
    paragraph(
      "Test error peaks near the *interpolation threshold* (parameters ≈ samples), then falls again in the over-parameterised regime.",
    ),
  ]),
  {
    ...common("learning", "kl-divergence", "KL divergence"),
    kind: "formula",
    ...recall,
    difficulty: "easy",
    tex: "D_{\\mathrm{KL}}(p \\,\\|\\, q) = \\mathbb{E}_{x\\sim p}\\!\\left[\\log \\frac{p(x)}{q(x)}\\right] \\ge 0",
    symbols: [
      { tex: "p", meaning: phrase("true distribution over $x$") },
      { tex: "q", meaning: phrase("model") },
    ],
    examples: [],
    lead: [
      display(
        "D_{\\mathrm{KL}}(p \\,\\|\\, q) = \\mathbb{E}_{x\\sim p}\\!\\left[\\log \\frac{p(x)}{q(x)}\\right] \\ge 0",
      ),
      paragraph(
        "Not symmetric. Forward KL is *mode-covering*, reverse KL is *mode-seeking*. With one-hot $p$ it is cross-entropy.",
      ),
    ],
    sections: [section("derivation", "Derivation", display("\\begin{aligned} a &= b + c \\\\ &= d \\end{aligned}"))],
  },
  {
    ...common("learning", "recall-term", "Recall"),
    kind: "term",
    ...recall,
    aliases: [phrase("sensitivity"), phrase("true positive rate")],
    category: "concept",
    api: [],
    lead: [paragraph("Share of the positives that are found: $\\frac{TP}{TP+FN}$. Important when misses are costly.")],
    sections: [section("example", "Example", paragraph("Eight of ten: 0.8."))],
  },
];

const optimisation: Item[] = [
  {
    ...common("optimisation", "adam-update", "Adam and AdamW update"),
    kind: "formula",
    ...recall,
    difficulty: "hard",
    tex: "\\begin{aligned} m_t &= \\beta_1 m_{t-1} + (1-\\beta_1) g_t, \\quad v_t = \\beta_2 v_{t-1} + (1-\\beta_2) g_t^2 \\\\ \\theta_t &= \\theta_{t-1} - \\eta \\frac{m_t/(1-\\beta_1^t)}{\\sqrt{v_t/(1-\\beta_2^t)} + \\epsilon} - \\eta\\lambda\\theta_{t-1} \\end{aligned}",
    symbols: [{ tex: "g_t", meaning: phrase("gradient at step $t$") }],
    examples: [],
    lead: [display("x"), paragraph("Defaults: $\\beta_1 = 0.9$, $\\beta_2 = 0.999$, $\\epsilon = 10^{-8}$.")],
  },
  {
    ...common("optimisation", "stable-softmax", "Numerically stable softmax"),
    kind: "code",
    ...recall,
    keyLines: [3, 4, 5],
    difficulty: "easy",
    language: "python",
    requires: ["numpy>=2"],
    run: true,
    ran: { with: "Python 3.11.7, numpy 2.4.6", on: "2026-11-20" },
    lead: [
      paragraph("Write a softmax that does not overflow."),
      fence(
        "python",
        "import numpy as np\n\ndef softmax(z):\n    e = np.exp(z - z.max())\n    return e / e.sum()\n\nprint(softmax(np.array([1000.0, 1001.0])).round(3), 'and a line that is much too long for one column of the sheet')",
      ),
      fence("output", "[0.269 0.731]"),
    ],
    sections: [section("how-it-works", "How it works", paragraph("The shift cancels."))],
  },
  {
    ...common("optimisation", "leak-scaler", "Fitting the scaler before the split"),
    kind: "pitfall",
    ...recall,
    lead: [paragraph("The scaler is fitted on all data, so the test set leaks into training.")],
    sections: [
      section("why-it-is-wrong", "Why it is wrong", paragraph("The mean holds test data.")),
      section("instead", "Instead", paragraph("Fit on the training part alone: put it in a `Pipeline`.")),
    ],
  },
  {
    ...common("optimisation", "pandas-tool", "pandas"),
    kind: "term",
    ...recall,
    aliases: [],
    category: "tool",
    api: ["df.groupby(…).agg(…)", "df.merge(other, on=…)"],
    lead: [paragraph("Tables in memory.")],
  },
  {
    ...common("optimisation", "interview-guide", "How an interview goes"),
    kind: "guide",
    lead: [paragraph("Listen, ask, structure, decide."), numbers(1, "Clarify", "Sketch", "Defend")],
    sections: [section("before", "Before", paragraph("Sleep."))],
  },
  {
    ...common("optimisation", "first-week", "The first week"),
    kind: "path",
    lead: [paragraph("For those who begin.")],
    steps: [
      { title: phrase("Foundations"), items: ["bias-variance", "kl-divergence"], note: phrase("Explain each aloud.") },
      { title: phrase("Code"), items: ["stable-softmax"] },
    ],
  },
];

export const sample: Curriculum = curriculumOf(
  topicOf("learning", "Learning theory & $\\sigma$", learning, {
    figures,
    introduction: [paragraph("An introduction."), heading(2, "More"), paragraph("Text.")],
  }),
  topicOf("optimisation", "Optimisation", optimisation),
);
