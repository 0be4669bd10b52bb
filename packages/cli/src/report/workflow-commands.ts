/**
 * CI runners take lines of the output for orders: GitHub `::error::…` at the start of a line and `##[error]…` anywhere,
 * Azure `##vso[…`, TeamCity `##teamcity[…`. Names of files and lines of content are a stranger's.
 */
const atLineStart = /^([^\S\r\n]*)::/gm;
const anywhere = /#(?=#(?:\[|vso\[|teamcity\[))/gi;

/** Invisible, and no space, which runners would skip. */
const wordJoiner = "\u2060";

/** Text for people, in which a runner finds no orders; it looks the same. */
export function withoutCommands(text: string): string {
  return text.replace(anywhere, `#${wordJoiner}`).replace(atLineStart, `$1${wordJoiner}::`);
}

/** JSON in which a runner finds no orders; its value is the same. */
export function printJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2).replace(anywhere, "\\u0023")}\n`;
}
