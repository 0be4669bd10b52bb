import { specialFields } from "./card-ords.ts";
import type { NoteType } from "./collection.ts";
import { parseTemplate, TemplateError, walkTemplate } from "./template.ts";

/** Faults of one side of a template that Anki would refuse. */
export function faultsOfTemplate(
  noteType: Pick<NoteType, "kind" | "fields">,
  source: string,
  side: "question" | "answer",
): string[] {
  const fields = new Set([...noteType.fields.map((field) => field.name), ...specialFields]);
  const faults: string[] = [];
  let shown = 0;
  let clozes = 0;
  try {
    for (const node of walkTemplate(parseTemplate(source))) {
      if (node.type === "text") continue;
      if (node.type === "field") shown += 1;
      if (node.type === "field" && node.filters.includes("cloze")) clozes += 1;
      const isClozeSection = node.type === "section" && noteType.kind === "cloze" && /^c\d+$/.test(node.name);
      if (!fields.has(node.name) && !isClozeSection) {
        const names = noteType.fields.map((field) => `\`${field.name}\``).join(", ");
        faults.push(`no field is called \`${node.name}\`; the fields are ${names}`);
      }
    }
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    faults.push(error.message);
  }
  if (faults.length === 0 && side === "question" && shown === 0) faults.push("shows no field, such as `{{Front}}`");
  if (faults.length === 0 && noteType.kind === "cloze" && clozes === 0) {
    faults.push("a cloze template shows a field as `{{cloze:Text}}` on both sides");
  }
  return faults;
}
