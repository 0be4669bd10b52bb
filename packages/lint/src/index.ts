export { createPreset } from "./preset.ts";
export type { LintOptions, Rule, Severity } from "./rule.ts";
export { rules } from "./rules.ts";
export { type KnownSection, sectionsOf } from "./sections.ts";
