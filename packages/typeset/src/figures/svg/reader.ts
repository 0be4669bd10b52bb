import type { XmlElement } from "@rgrove/parse-xml";
import type { Box } from "../../display-list/display-list.ts";
import type { Fonts } from "../../fonts/open-fonts.ts";
import { cascade, type Properties, type StyleRule } from "./style.ts";

/** What all reading of one file shares. */
export interface Reader {
  readonly fonts: Fonts;
  readonly isGrey: boolean;
  readonly rules: readonly StyleRule[];
  readonly byId: ReadonlyMap<string, XmlElement>;
  readonly box: Box;
  readonly omitted: Set<string>;
}

/** Gives the properties of an element inside those it inherits. */
export function styleOf({ rules }: Reader) {
  return (element: XmlElement, inherited: Properties) =>
    cascade(localName(element), element.attributes, rules, inherited);
}

export function localName(element: XmlElement): string {
  return element.name.replace(/^svg:/, "");
}
