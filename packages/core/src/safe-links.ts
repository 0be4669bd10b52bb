/** Schemes that a link may have; a URL without one is relative, and allowed. */
const linkSchemes: readonly string[] = ["https", "http", "mailto"];

/** Whether a link may lead there. */
export function isSafeLink(url: string): boolean {
  const scheme = schemeOf(url);
  return scheme === undefined || linkSchemes.includes(scheme);
}

/**
 * The scheme of a URL, in lower case. Everything before a colon counts as one, unless a `/`, `?` or `#` comes first. This is
 * stricter than the URL standard on purpose: browsers drop tabs, line ends and leading spaces, so `java\nscript:` would run.
 */
export function schemeOf(url: string): string | undefined {
  return /^([^/?#:]*):/.exec(url)?.[1]?.toLowerCase();
}

/**
 * A curriculum, or a part of one, in which every link is safe: another becomes its text, and another source is left out.
 * Rules refuse such links long before; this is for publishers, which may be given a curriculum that no rule has seen.
 */
export function withSafeLinks<Value>(value: Value): Value {
  if (Array.isArray(value)) return listWithSafeLinks(value) as Value;
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  const safe = entries.map(([key, old]) => [key, withSafeLinks(old)] as const);
  return safe.every(([, one], index) => one === entries[index]?.[1]) ? value : (Object.fromEntries(safe) as Value);
}

function listWithSafeLinks(list: readonly unknown[]): readonly unknown[] {
  let changed: unknown[] | undefined;
  for (const [index, old] of list.entries()) {
    const safe = withSafeLinks(old);
    const kept = leadsSomewhereUnsafe(safe) ? childrenOf(safe) : [safe];
    if (changed === undefined && (kept.length !== 1 || kept[0] !== old)) changed = list.slice(0, index);
    changed?.push(...kept);
  }
  return changed ?? list;
}

/** Links and sources have a `url`; so do images, whose files are those of the topic. */
function leadsSomewhereUnsafe(node: unknown): boolean {
  if (typeof node !== "object" || node === null || !("url" in node) || typeof node.url !== "string") return false;
  return !isSafeLink(node.url) && !("type" in node && node.type === "image");
}

function childrenOf(node: unknown): readonly unknown[] {
  const { children } = node as { readonly children?: unknown };
  return Array.isArray(children) ? children : [];
}
