import { sha1 } from "@noble/hashes/legacy.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { decodeEntities } from "./entities.ts";

/** Fields of a note are joined by this in the database. */
export const fieldSeparator = "\x1f";

/** Characters that no field, name or tag may contain: control characters other than tab and line feed. */
export const controlCharacter = /[^\P{Cc}\t\n]/u;

const mediaTag = /<(?:img|audio|video|object|source)\b((?:"[^"]*"|'[^']*'|[^<>"'])*)>/gi;

/** The text of a field as Anki sorts and compares it: without tags, but with the names of media files. */
export function stripHtml(html: string): string {
  const named = html.replace(mediaTag, (tag, attributes: string) => {
    const source = /\b(?:src|data)=(?:"([^"]+)"|'([^']+)'|([^\s"'>]+))/i.exec(attributes);
    return source === null ? tag : ` ${source[1] ?? source[2] ?? source[3]} `;
  });
  const bare = named.replace(
    /<!--[\s\S]*?-->|<style[^>]*>[\s\S]*?<\/style>|<script[^>]*>[\s\S]*?<\/script>|<[\s\S]*?>/gi,
    "",
  );
  return decodeEntities(bare);
}

/** Checksum of a note's first field, by which Anki looks for duplicates: 32 bits of SHA-1. */
export function checksum(strippedFirstField: string): number {
  const digest = sha1(utf8ToBytes(strippedFirstField));
  return new DataView(digest.buffer, digest.byteOffset).getUint32(0);
}

/** HTML that shows any text as it is: tags, `{{c1::…}}`, `[sound:…]`, `\(…\)` and `[latex]` are shown, not interpreted.
 *  @throws {RangeError} for a lone surrogate or a control character, which cannot be shown */
export function escapeText(text: string): string {
  if (!text.isWellFormed()) throw new RangeError("Text with half a surrogate pair cannot be stored");
  const control = controlCharacter.exec(text);
  if (control !== null) {
    throw new RangeError(`Text with the control character ${codePoint(control[0])} cannot be stored`);
  }
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;")
    .replaceAll("{", "&#123;")
    .replaceAll("}", "&#125;")
    .replaceAll("[", "&#91;")
    .replaceAll(/\\([()[\]]|&#91;)/g, '<span class="tex2jax_ignore">\\$1</span>')
    .replaceAll("\n", "<br>");
}

/** `U+001F` and the like. */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
