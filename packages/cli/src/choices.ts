import { suggest } from "@high-recall/core";
import { InvalidArgumentError, type Option } from "commander";

/** Limits an option to some values; the message for another suggests the nearest. */
export function withChoices(option: Option, choices: readonly string[]): Option {
  return option.choices([...choices]).argParser((value: string) => {
    if (choices.includes(value)) return value;
    const guess = suggest(value, choices) ?? choices.find((choice) => choice === value.toLowerCase());
    const hint = guess === undefined ? "" : ` Did you mean ${guess}?`;
    throw new InvalidArgumentError(`Allowed choices are ${choices.join(", ")}.${hint}`);
  });
}
