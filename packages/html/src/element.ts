import type { Element, ElementContent, Properties, Text } from "hast";

/** Makes an element; properties that are undefined are left out. */
export function element(tagName: string, properties: Properties, children: readonly ElementContent[]): Element {
  return { type: "element", tagName, properties, children: [...children] };
}

/** Makes a text node. The serialiser escapes it. */
export function text(value: string): Text {
  return { type: "text", value };
}
