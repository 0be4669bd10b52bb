import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { FileReport } from "@high-recall/compiler";
import type { Message } from "@high-recall/core";

/**
 * What checking gave, by the content it was given for: a file's report by a digest of its text and surroundings, the
 * messages of links by a digest of all files. Kept outside of the content, where no contributor can write.
 */
export interface CheckCache {
  report(key: string): FileReport | undefined;
  keepReport(key: string, report: FileReport): void;
  links(key: string): readonly Message[] | undefined;
  keepLinks(key: string, messages: readonly Message[]): void;
  /** Writes what was asked for or kept in this run, and forgets the rest. */
  save(): void;
}

/** A cache that keeps nothing. */
export const noCache: CheckCache = {
  report: () => undefined,
  keepReport: () => {},
  links: () => undefined,
  keepLinks: () => {},
  save: () => {},
};

interface Stored<Value> {
  /** Digest of the code and options that the values come from. */
  readonly digest: string;
  readonly values: Readonly<Record<string, Value>>;
}

/**
 * Opens the cache of one folder of topics. Anything unreadable, cut short or made by other code counts as empty, and what
 * cannot be written is not kept: a cache only saves time.
 *
 * @param folder where caches are; @param name of this one: the content's absolute path
 * @param digest of the code and the options that decide what checking gives
 */
export function openCheckCache(folder: string, name: string, digest: string): CheckCache {
  const place = join(folder, sha256(name).slice(0, 24));
  const reports = new Store<FileReport>(join(place, "files.json"), digest);
  const links = new Store<readonly Message[]>(join(place, "links.json"), digest);
  return {
    report: (key) => reports.get(key),
    keepReport: (key, report) => reports.set(key, report),
    links: (key) => links.get(key),
    keepLinks: (key, messages) => links.set(key, messages),
    save() {
      reports.save();
      links.save();
    },
  };
}

/** A file of values by key, read when first asked and written whole. */
class Store<Value> {
  readonly #path: string;
  readonly #digest: string;
  #before: Readonly<Record<string, Value>> | undefined;
  readonly #now = new Map<string, Value>();
  #isChanged = false;

  constructor(path: string, digest: string) {
    this.#path = path;
    this.#digest = digest;
  }

  get(key: string): Value | undefined {
    this.#before ??= this.#read();
    const found = Object.hasOwn(this.#before, key) ? this.#before[key] : undefined;
    if (found !== undefined) this.#now.set(key, found);
    return found;
  }

  set(key: string, value: Value): void {
    this.#now.set(key, value);
    this.#isChanged = true;
  }

  save(): void {
    if (!this.#isChanged) return;
    const stored: Stored<Value> = { digest: this.#digest, values: Object.fromEntries(this.#now) };
    const body = JSON.stringify(stored);
    // Another run may write at the same time: each writes a file of its own, and the last rename counts.
    const temporary = `${this.#path}.${process.pid}.tmp`;
    try {
      mkdirSync(dirname(this.#path), { recursive: true });
      writeFileSync(temporary, `${sha256(body)}\n${body}`);
      renameSync(temporary, this.#path);
    } catch {
      // The next run checks everything again; this one has its answer.
      ignoreErrors(() => rmSync(temporary, { force: true }));
    }
  }

  #read(): Readonly<Record<string, Value>> {
    try {
      // A pipe in its place would never end.
      if (!statSync(this.#path).isFile()) return {};
      const text = readFileSync(this.#path, "utf8");
      const end = text.indexOf("\n");
      const body = text.slice(end + 1);
      if (text.slice(0, end) !== sha256(body)) return {};
      const stored = JSON.parse(body) as Stored<Value>;
      return stored.digest === this.#digest ? stored.values : {};
    } catch {
      return {};
    }
  }
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function ignoreErrors(action: () => void): void {
  try {
    action();
  } catch {}
}
