import { type Inline, unreachable } from "@high-recall/core";

/** Text of inlines for places without markup, such as the outline; formulas become readable characters. */
export function readableText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline): string => {
      switch (inline.type) {
        case "text":
        case "inlineCode":
          return inline.value;
        case "inlineMath":
          return readableTex(inline.value);
        case "break":
          return " ";
        case "emphasis":
        case "strong":
        case "delete":
        case "mark":
        case "link":
          return readableText(inline.children);
        default:
          return unreachable(inline);
      }
    })
    .join("");
}

/** TeX as plain characters, as far as one line of text can show it. */
export function readableTex(tex: string): string {
  return tex
    .replace(/\\(?:left|right|[bB]igg?[lrm]?)(?![a-zA-Z])/g, "")
    .replace(
      /\\(?:mathrm|mathbf|mathbb|mathcal|mathsf|mathit|text|textbf|textit|operatorname\*?|boldsymbol|bm)\b\s*/g,
      "",
    )
    .replace(/\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g, "$1/$2")
    .replace(/\\sqrt\s*/g, "√")
    .replace(/\\(?:hat|bar|tilde|vec|dot|widehat|overline)\b\s*/g, "")
    .replace(/\\[,;:!> ]|\\quad|\\qquad|~/g, " ")
    .replace(/\\([a-zA-Z]+)(\s?)/g, (_, name: string, space: string) => named(name, space))
    .replace(/\\([#$%&_{}|])/g, "$1")
    .replace(/[{}]/g, "")
    .replace(/\s+/g, " ")
    .replace(/(?<=[‖⟨⌊⌈]) | (?=[‖⟩⌋⌉])/g, "")
    .trim();
}

/** Character of a command. A space after a letter only ends the command; after a word or relation it is kept. */
function named(name: string, space: string): string {
  const character = characters[name] ?? name;
  const isLetter = /^\p{L}$/u.test(character);
  return isLetter ? character : character + space;
}

const characters: Readonly<Record<string, string>> = Object.fromEntries(
  `alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta θ iota ι kappa κ lambda λ mu μ nu ν
xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π
Sigma Σ Phi Φ Psi Ψ Omega Ω le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ approx ≈ equiv ≡ sim ∼ propto ∝ times × cdot · pm ± mp ∓
infty ∞ sum ∑ prod ∏ int ∫ partial ∂ nabla ∇ in ∈ notin ∉ subset ⊂ subseteq ⊆ cup ∪ cap ∩ forall ∀ exists ∃ to → rightarrow →
leftarrow ← Rightarrow ⇒ mid | ell ℓ top ⊤ odot ⊙ oplus ⊕ otimes ⊗ ldots … dots … cdots … log log exp exp max max min min
arg arg Pr Pr lVert ‖ rVert ‖ lvert | rvert | langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ prime ′ circ ∘ star ⋆`
    .split(/\s+/)
    .reduce<[string, string][]>((pairs, word, index, words) => {
      if (index % 2 === 0) pairs.push([word, words[index + 1] ?? ""]);
      return pairs;
    }, []),
);
