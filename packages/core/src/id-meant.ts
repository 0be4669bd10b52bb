import { Id } from "./front-matter.ts";

/** The ASCII words of a text, joined by hyphens. */
function asciiWords(title: string): string {
  return title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
    .replace(/-+$/, "");
}

/** The id that was probably meant by another way to name an item: a file, a path, a link, a title. */
export function idMeant(written: string): string | undefined {
  const [, url] = /^\[[^\]]{0,200}\]\(([^()]{1,200})\)$/.exec(written) ?? [];
  const path = (url ?? written).replace(/[#?][^/]*$/, "").replace(/\/$/, "");
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/\.(?:md|markdown|html)$/i, "");
  const id = asciiWords(name === "" ? written : name);
  return id !== written && Id.safeParse(id).success ? id : undefined;
}
