import type { Edition } from "@high-recall/core";
import { createRuleSet, type RuleSet } from "@high-recall/rules";
import { Failure } from "./failure.ts";
import { glyphs } from "./glyphs.ts";

/** The rules with the options of an edition, and with the characters and widths of print. @throws {Failure} */
export function ruleSetFor({ rules, repository }: Pick<Edition, "rules" | "repository">, today?: string): RuleSet {
  try {
    return createRuleSet({ ...glyphs, rules, repository, today });
  } catch (error) {
    throw new Failure(`Wrong \`rules\` in edition.yaml: ${(error as Error).message}`);
  }
}
