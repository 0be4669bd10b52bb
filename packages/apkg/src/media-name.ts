import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { decodeEntities } from "./entities.ts";

/** In bytes of UTF-8; Anki cuts longer names off, which breaks references. */
const maxNameBytes = 120;
const hashDigits = 16;

/** A name with a hash of the content, `stem-<hash>.ext`: Anki never replaces a file, so a changed one needs a new name. */
export function mediaName(name: string, bytes: Uint8Array): string {
  const dot = name.lastIndexOf(".");
  const stem = dot > 0 ? name.slice(0, dot) : name;
  const extension = dot > 0 ? name.slice(dot) : "";
  return `${stem}-${contentHash(bytes)}${extension}`;
}

/** Whether a name has the hash of `mediaName`. */
export function isHashedName(name: string, bytes: Uint8Array): boolean {
  return name.includes(contentHash(bytes));
}

function contentHash(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes)).slice(0, hashDigits);
}

/** Why Anki would rename or refuse a file of this name; undefined for a good name. */
export function faultOfMediaName(name: string): string | undefined {
  if (name === "") return "the name is empty";
  if (!name.isWellFormed()) return "the name holds half a surrogate pair";
  if (name.normalize("NFC") !== name) return "the name is not in Unicode form NFC";
  const illegal = /[[\]<>:"/?*^\\|\u00a0]|\p{Cc}/u.exec(name);
  if (illegal !== null) return `the name holds ${JSON.stringify(illegal[0])}, which Anki removes`;
  if (/[\s.]$/.test(name) || name.startsWith(" ")) return "the name begins or ends with a space or a dot";
  if (/^(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:\.|$)/i.test(name)) return "the name is that of a device on Windows";
  if (/^thumbs\.db$/i.test(name)) return "files of this name do not sync";
  const size = utf8ToBytes(name).length;
  if (size > maxNameBytes) return `the name takes ${size} bytes, more than ${maxNameBytes}`;
  return undefined;
}

/** Names of the local files that a field shows or plays: `<img src>` and the like, and `[sound:…]`. */
export function mediaReferences(html: string): string[] {
  const names: string[] = [];
  for (const [, tag, attributes] of html.matchAll(
    /<(img|audio|video|object|source)\b((?:"[^"]*"|'[^']*'|[^<>"'])*)>/gi,
  )) {
    const wanted = tag?.toLowerCase() === "object" ? "data" : "src";
    for (const [, name, double, single, bare] of (attributes ?? "").matchAll(
      /([^\s"'<>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g,
    )) {
      if (name?.toLowerCase() === wanted) names.push(decodeUrl(decodeEntities(double ?? single ?? bare ?? "")));
    }
  }
  for (const [, name] of html.matchAll(/\[sound:(.*?)\]/gs)) names.push(decodeEntities(name ?? ""));
  return names.filter((name) => !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(name));
}

function decodeUrl(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
