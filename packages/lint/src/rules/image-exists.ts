import { quote, suggest } from "@high-recall/core";
import { factsOf } from "../facts.ts";
import { urlsOf } from "../links.ts";
import { report } from "../report.ts";
import { defineRule } from "../rule.ts";

/** Outputs work offline, so an image travels with its topic. */
export const imageExists = defineRule({
  name: "image-exists",
  severity: "error",
  description: "An image is a PNG or SVG file in the topic's `figures/`",
  check(tree, file) {
    const figures = factsOf(file).figures ?? [];
    for (const { url, isImage, place } of urlsOf(tree, file)) {
      const path = url.replace(/^\.\//, "");
      if (!isImage || figures.includes(path)) continue;
      const fault = faultOf(path);
      const near = fault ? undefined : suggest(path, figures);
      const expected = fault ?? (near ? quote(near) : "a file that exists: add it to the topic's `figures/`");
      report(
        file,
        `Unexpected image ${quote(url)}, expected ${expected}`,
        place,
        near ? { actual: url, expected: [near] } : undefined,
      );
    }
  },
});

function faultOf(path: string): string | undefined {
  if (/^([^/?#]*:|\/\/)/.test(path))
    return "a file of the topic: save it in `figures/`, and add where it is from to `sources`";
  if (!/^figures\/[^/]+$/.test(path)) return "a path such as `figures/name.svg`";
  if (!/\.(png|svg)$/.test(path)) return "a name that ends in `.png` or `.svg`";
  return undefined;
}
