import { quote, suggest } from "@high-recall/core";
import { defineRule } from "../rule.ts";
import { urlChecks } from "../urls.ts";

/** Outputs work offline, so an image must be a file of its topic. */
export const figureExists = defineRule({
  name: "figure-exists",
  severity: "error",
  description: "An image is a PNG or SVG file in the topic's `figures/`",
  nodes: urlChecks((use, report, { file }) => {
    const { url, isImage } = use;
    if (!isImage) return;
    const path = figurePath(url);
    if (file.figures.has(path)) return;
    const remedy = remedyOf(path);
    const near = remedy ? undefined : suggest(path, file.figures);
    const way =
      remedy ?? (near ? `did you mean ${quote(near)}?` : "add the file, or write the name of one that exists");
    report(
      `${quote(url)} is not a figure of this topic: ${way}`,
      use.at(),
      near ? { replace: { actual: url, by: [near] } } : undefined,
    );
  }),
});

/** The path of the figure that an image's URL names, such as `figures/roc.svg`. */
export function figurePath(url: string): string {
  try {
    return decodeURIComponent(url).replace(/^(?:\.\/)+/, "");
  } catch {
    return url;
  }
}

function remedyOf(path: string): string | undefined {
  if (/^([^/?#]*:|\/\/)/.test(path)) return "save it in `figures/`, and name its origin in `sources`";
  if (!/^figures\/[^/]+$/.test(path)) return "write a path such as `figures/name.svg`";
  if (!/\.(png|svg)$/.test(path)) return "save it as PNG or SVG";
  return undefined;
}
