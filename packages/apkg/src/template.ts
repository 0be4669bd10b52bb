/** A template of Anki, parsed. `filters` are in the order written: `{{type:cloze:Text}}` has `type` and `cloze`. */
export type TemplateNode =
  | { readonly type: "text"; readonly value: string }
  | { readonly type: "field"; readonly name: string; readonly filters: readonly string[] }
  | { readonly type: "section"; readonly name: string; readonly negated: boolean; readonly children: TemplateNode[] };

/** A fault in the text of a template. */
export class TemplateError extends Error {
  override name = "TemplateError";
}

/** Parses the question or the answer side of a template.
 *  @throws {TemplateError} when a section is not closed, or closed without being open */
export function parseTemplate(source: string): TemplateNode[] {
  const root: TemplateNode[] = [];
  const open: { name: string; children: TemplateNode[] }[] = [];
  for (const token of source.split(/(<!--[\s\S]*?-->|\{\{(?:(?!\{\{|\}\})[\s\S])*\}\})/)) {
    const siblings = open.at(-1)?.children ?? root;
    if (!token.startsWith("{{") || !token.endsWith("}}")) {
      siblings.push({ type: "text", value: token });
      continue;
    }
    const handle = token.slice(2, -2).trim();
    const sign = handle.charAt(0);
    const name = handle.slice(1).trim();
    if (sign === "#" || sign === "^") {
      const children: TemplateNode[] = [];
      siblings.push({ type: "section", name, negated: sign === "^", children });
      open.push({ name, children });
    } else if (sign === "/") {
      const closed = open.pop();
      if (closed?.name !== name) {
        const expected = closed === undefined ? "none is open" : `expected \`{{/${closed.name}}}\``;
        throw new TemplateError(`\`{{/${name}}}\` closes a section, but ${expected}`);
      }
    } else {
      const parts = handle.split(":");
      siblings.push({ type: "field", name: parts.at(-1) ?? "", filters: parts.slice(0, -1) });
    }
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined) {
    throw new TemplateError(`\`{{#${unclosed.name}}}\` is not closed; add \`{{/${unclosed.name}}}\``);
  }
  return root;
}

/** Whether a side shows at least one field that is not empty: without one in its question Anki makes no card. Text around
 *  the fields does not count. */
export function showsField(nodes: readonly TemplateNode[], isFilled: (field: string) => boolean): boolean {
  return nodes.some((node) => {
    switch (node.type) {
      case "text":
        return false;
      case "field":
        return isFilled(node.name);
      case "section":
        return isFilled(node.name) !== node.negated && showsField(node.children, isFilled);
      default:
        return node satisfies never;
    }
  });
}

/** Every field and section of a template, at any depth. */
export function* walkTemplate(nodes: readonly TemplateNode[]): Generator<TemplateNode> {
  for (const node of nodes) {
    yield node;
    if (node.type === "section") yield* walkTemplate(node.children);
  }
}
