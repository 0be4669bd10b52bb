import { quote } from "@high-recall/core";
import { defineRule } from "../rule.ts";
import { urlChecks } from "../urls.ts";

/** A relative link to an item's file works on GitHub, and every output turns it into its own kind of link. */
export const relativeLinks = defineRule({
  name: "relative-links",
  severity: "error",
  description: "A relative link names an item's file: `./id.md` or `../topic/id.md`",
  nodes: urlChecks(({ url, isImage, at }, report, { file }) => {
    if (isImage || !isRelative(url) || itemPath.test(url)) return;
    const corrected = correct(url, file.topic);
    const remedy = corrected ? `did you mean ${quote(corrected)}?` : "write `./id.md` or `../topic/id.md`";
    report(
      `${quote(url)} is not the path of an item: ${remedy}`,
      at(),
      corrected ? { replace: { actual: url, by: [corrected] } } : undefined,
    );
  }),
});

/** The item that a link leads to; undefined for a page of the web, and for a link that the rules refuse. */
export function linkTarget(url: string, topic: string): { readonly topic: string; readonly id: string } | undefined {
  if (!itemPath.test(url)) return undefined;
  const [id = "", folder = "."] = url.replace(/\.md$/, "").split("/").reverse();
  return { topic: folder === "." ? topic : folder, id };
}

function isRelative(url: string): boolean {
  return !/^[^/?#]*:/.test(url) && !url.startsWith("//");
}

const itemPath = /^(\.\/|\.\.\/[a-z0-9]+(-[a-z0-9]+)*\/)?[a-z0-9]+(-[a-z0-9]+)*\.md$/;

/** The path that was probably meant: its last two names, without a fragment or query. */
function correct(url: string, topic: string): string | undefined {
  const path = url.replace(/[#?].*$/s, "").replace(/(\.(md|html))?\/?$/, "");
  const names = path.split("/").filter((name) => name !== "" && name !== "." && name !== "..");
  const id = names.at(-1);
  const folder = names.at(-2);
  if (id === undefined) return undefined;
  const corrected = folder === undefined || folder === topic ? `./${id}.md` : `../${folder}/${id}.md`;
  return itemPath.test(corrected) ? corrected : undefined;
}
