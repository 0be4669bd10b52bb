import type { Imprint } from "@high-recall/core";

/** The end of a card: links to the item's page on the study site and to report a mistake, as far as the edition has them. */
export function links({ site, repository }: Pick<Imprint, "site" | "repository">): string {
  const page = addressOf(site);
  const report = addressOf(repository);
  const entries = [
    ...(page === undefined ? [] : [`{{^Notice}}<a href="${page}/items/{{Item}}/">Open on the site</a>{{/Notice}}`]),
    ...(report === undefined
      ? []
      : [`<a href="${report}/issues/new?title=Mistake%20in%20{{Item}}">Report a mistake</a>`]),
  ];
  return entries.length === 0 ? "" : `\n<nav class="note links"><div>${entries.join("\n")}</div></nav>`;
}

/** Page of an item on the study site. */
export function itemUrl(site: string, id: string): string | undefined {
  const page = addressOf(site);
  return page === undefined ? undefined : `${page}/items/${id}/`;
}

/** An address that a template can contain unescaped: without quotes, braces and a query. */
function addressOf(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { protocol, origin, pathname } = new URL(url);
  if (protocol !== "https:" && protocol !== "http:") return undefined;
  return `${origin}${pathname}`.replace(/\/+$/, "").replaceAll("&", "&amp;");
}
