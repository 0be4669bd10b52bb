import { quote } from "@high-recall/core";
import type { ParsedFile } from "../parsed-file.ts";
import { defineRuleWithOptions } from "../rule.ts";
import { urlChecks } from "../urls.ts";

/** A relative link to an item's file works on GitHub, and every output turns it into its own kind of link. */
export const relativeLinks = defineRuleWithOptions<string | undefined>({
  name: "relative-links",
  severity: "error",
  description: "A link to an item is the path of its file: `./id.md` or `../topic/id.md`",
  read(value, { repository }) {
    if (value !== undefined) throw new Error("nothing: the rule has no options");
    return repository?.replace(/\/$/, "");
  },
  checks: (repository) => ({
    nodes: urlChecks(({ url, isImage, at }, report, { file }) => {
      if (isImage || itemPath.test(url)) return;
      const own = repository === undefined ? undefined : pathInRepository(url, repository);
      if (own === undefined && !isRelative(url)) return;
      const replaceBy = (by: string | undefined) =>
        by === undefined ? undefined : { replace: { actual: url, by: [by] } };
      if (own !== undefined) {
        const meant = isInTopics(own, file) && own.endsWith(".md") ? correct(own, file) : undefined;
        if (meant === undefined) return;
        report(`${quote(url)} is an item of this repository: write its path, ${quote(meant)}`, at(), replaceBy(meant));
        return;
      }
      const end = url.search(/[#?]/);
      if (end > 0 && itemPath.test(url.slice(0, end))) {
        const text = `A link leads to a whole item: delete ${quote(url.slice(end))}`;
        report(text, at(end, url.length), { replace: { actual: url.slice(end), by: [""] } });
        return;
      }
      const outside = pathOutside(url, file);
      if (outside !== undefined && repository !== undefined) {
        const address = `${repository}/blob/HEAD/${outside}`;
        report(`${quote(url)} leads out of the topics: write its address, ${quote(address)}`, at(), replaceBy(address));
        return;
      }
      const meant = outside === undefined ? correct(url, file) : undefined;
      const remedy =
        outside !== undefined
          ? "link to it by its address, which begins with `https:`"
          : meant
            ? `did you mean ${quote(meant)}?`
            : "write `./id.md` or `../topic/id.md`";
      report(`${quote(url)} is not the path of an item: ${remedy}`, at(), replaceBy(meant));
    }),
  }),
});

/** The item that a link leads to; undefined for a page of the web, and for a link that the rules refuse. A part of an item counts as the item. */
export function linkTarget(url: string, topic: string): { readonly topic: string; readonly id: string } | undefined {
  const path = withoutPart(url);
  if (!itemPath.test(path)) return undefined;
  const [id = "", folder = "."] = path.replace(/\.md$/, "").split("/").reverse();
  return { topic: folder === "." ? topic : folder, id };
}

/** A URL without its fragment and query, which `relativeLinks` reports. */
export function withoutPart(url: string): string {
  return url.replace(/[#?].*$/s, "");
}

function isRelative(url: string): boolean {
  return !/^[^/?#]*:/.test(url) && !url.startsWith("//");
}

const itemPath = /^(\.\/|\.\.\/[a-z0-9]+(-[a-z0-9]+)*\/)?[a-z0-9]+(-[a-z0-9]+)*\.md$/;

/** The path of a file in the repository, of its address on GitHub or a server like it. */
function pathInRepository(url: string, repository: string): string | undefined {
  const [, host = "", name = ""] = /^https?:\/\/([^/]+)\/(.+)$/.exec(repository) ?? [];
  const plain = withoutPart(url).replace(/^http:/i, "https:");
  const after = (start: string) => (plain.startsWith(start) ? plain.slice(start.length) : undefined);
  const path = after(`https://${host}/${name}/`) ?? after(`https://www.${host}/${name}/`);
  const raw = host === "github.com" ? after(`https://raw.githubusercontent.com/${name}/`) : undefined;
  // The name of the branch, which may be `refs/heads/main`, comes first.
  if (raw !== undefined) return raw.replace(/^(?:refs\/heads\/)?[^/]+\//, "");
  return path?.match(/^(?:-\/)?(?:blob|tree|raw|edit)\/[^/]+\/(.+)$/)?.[1];
}

/** The path from the repository's root, of a link that leads out of the folder of topics. */
function pathOutside(url: string, file: ParsedFile): string | undefined {
  const [steps = ""] = /^(?:\.\/)?(?:\.\.\/)*/.exec(url) ?? [];
  const ups = steps.split("../").length - 1;
  if (ups < 2) return undefined;
  const rest = withoutPart(url).slice(steps.length);
  return isInTopics(rest, file) ? undefined : rest;
}

/** Whether a path from the repository's root may be that of an item: in a topic, in the folder of topics. */
function isInTopics(path: string, file: ParsedFile): boolean {
  const names = path.split("/");
  return names.length === 3 && names[0] === (file.path.split("/").at(-3) ?? "content");
}

/** The path that was probably meant: its last two names, without a fragment or query. */
function correct(url: string, { topic, siblings }: ParsedFile): string | undefined {
  const path = withoutPart(url);
  // A folder is no item.
  if (path.endsWith("/")) return undefined;
  const names = path
    .replace(/\.(md|html)$/, "")
    .split("/")
    .filter((name) => name !== "" && name !== "." && name !== "..");
  const id = names.at(-1);
  const folder = names.at(-2);
  if (id === undefined) return undefined;
  const isHere = folder === undefined || folder === topic;
  if (folder !== undefined && isHere && !siblings.has(id)) return undefined;
  const corrected = isHere ? `./${id}.md` : `../${folder}/${id}.md`;
  return itemPath.test(corrected) ? corrected : undefined;
}
