import { quote } from "@high-recall/core";
import { factsOf } from "../facts.ts";
import { urlsOf } from "../links.ts";
import { report } from "../report.ts";
import { defineRule } from "../rule.ts";

/** A relative link to an item's file works on GitHub, and every output turns it into its own kind of link. */
export const relativeLinks = defineRule({
  name: "relative-links",
  severity: "error",
  description: "A relative link names an item's file: `./id.md` or `../topic/id.md`",
  check(tree, file) {
    const { topic } = factsOf(file);
    for (const { url, isImage, place } of urlsOf(tree, file)) {
      if (isImage || !isRelative(url) || isItemPath(url)) continue;
      const mended = mend(url, topic);
      report(
        file,
        `Unexpected link to ${quote(url)}, expected ${mended ? quote(mended) : "a path to an item, such as `./id.md` or `../topic/id.md`"}`,
        place,
        mended ? { actual: url, expected: [mended] } : undefined,
      );
    }
  },
});

function isRelative(url: string): boolean {
  return !/^[^/?#]*:/.test(url) && !url.startsWith("//");
}

function isItemPath(url: string): boolean {
  return /^(\.\/|\.\.\/[a-z0-9]+(-[a-z0-9]+)*\/)?[a-z0-9]+(-[a-z0-9]+)*\.md$/.test(url);
}

/** The path that was probably meant: the last two names of it, without what comes after `#` or `?`. */
function mend(url: string, topic: string | undefined): string | undefined {
  const path = url.replace(/[#?].*$/s, "").replace(/(\.(md|html))?\/?$/, "");
  const names = path.split("/").filter((name) => name !== "" && name !== "." && name !== "..");
  const id = names.at(-1);
  const folder = names.at(-2);
  if (id === undefined) return undefined;
  const mended = folder === undefined || folder === topic ? `./${id}.md` : `../${folder}/${id}.md`;
  return isItemPath(mended) ? mended : undefined;
}
