import { type FigureRole, figurePalettes, figureRoles, isFigureRole, listed, quote, suggest } from "@high-recall/core";
import type { Declaration } from "../css/declarations.ts";
import { classesOf } from "../css/selector.ts";
import type { StyleRule } from "../css/style-sheet.ts";
import type { FaultList } from "../fault.ts";
import type { XmlElement } from "../xml.ts";

const declarations = new Map(
  figureRoles.map((role): [FigureRole, Declaration] => {
    const set = { hex: figurePalettes.light[role], opacity: 1, role };
    return [role, { name: "color", value: { set }, isImportant: false }];
  }),
);

/** The colour that an element's classes give it; a style sheet of the file is stronger. */
export function roleOf(element: XmlElement): readonly Declaration[] {
  return [...classesOf(element)].flatMap((name) => (isFigureRole(name) ? (declarations.get(name) ?? []) : []));
}

/** Refuses a class that gives nothing: it is no role, and the file has no rule for it. */
export function checkClasses(elements: Iterable<XmlElement>, rules: readonly StyleRule[], faults: FaultList): void {
  const known = new Set<string>(figureRoles);
  for (const { selector } of rules) {
    for (const { classes } of selector.compounds) for (const name of classes) known.add(name);
  }
  for (const element of elements) {
    const attribute = element.attributes.get("class");
    if (!attribute) continue;
    const stray = [...classesOf(element)].find((name) => !known.has(name));
    if (stray === undefined) continue;
    const guess = stray.length > 40 ? undefined : suggest(stray, figureRoles);
    const way =
      guess === undefined ? `write ${listed([...figureRoles])}, or delete it` : `did you mean ${quote(guess)}?`;
    faults.unreadable(`The class ${quote(stray)} is no role and has no rule: ${way}`, attribute);
  }
}
