import type { Sign, Theme } from "@high-recall/typeset";

/** The signs of a pitfall: the mistake, and what to do instead. */
export function pitfallSigns({ isGrey, text }: Theme): { readonly wrong: Sign; readonly right: Sign } {
  return {
    wrong: { text: "✗", alt: "Mistake:", colour: isGrey ? text : "#b3261e" },
    right: { text: "✓", alt: "Instead:", colour: isGrey ? text : "#2a7a4b" },
  };
}

/** The sign of a trap: one line that warns. */
export function trapSign({ isGrey, text }: Theme): Sign {
  return { text: "▲", alt: "Trap:", colour: isGrey ? text : "#b3261e" };
}
