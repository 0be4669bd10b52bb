import { createRuleSet, type RuleSet } from "@high-recall/rules";
import { Failure } from "./failure.ts";
import { print } from "./print.ts";

/** The rules with the options of an edition, and with what print says of characters and widths. @throws {Failure} */
export async function ruleSetFor(rules: Readonly<Record<string, unknown>>): Promise<RuleSet> {
  const asked = await print();
  try {
    return createRuleSet({ ...asked, rules });
  } catch (error) {
    throw new Failure(`Wrong \`rules\` in edition.yaml: ${(error as Error).message}`);
  }
}
