import { fieldSeparator } from "../field-text.ts";
import { faultOfMediaName, isHashedName, mediaReferences } from "../media-name.ts";
import { fixedDosTime } from "../zip.ts";
import { type Check, placeOf } from "./fault.ts";

export const containerChecks = {
  "no-meta": {
    why: "A `meta` file makes Anki expect another format, and older clients nothing at all",
    *find({ opened }) {
      if (opened.files.has("meta")) yield { where: "package", what: "holds a file `meta`" };
    },
  },
  "one-collection": {
    why: "Of two databases each client picks its own, and learners see different decks",
    *find({ opened }) {
      const found = [...opened.files.keys()].filter((name) => name.startsWith("collection."));
      if (found.length > 1) yield { where: "package", what: `holds ${found.sort().join(" and ")}` };
    },
  },
  "media-map": {
    why: "Anki finds a media file by its number, and skips what it cannot find",
    *find({ opened }) {
      for (const [key, name] of opened.mediaNames) {
        const where = `media file ${JSON.stringify(name)}`;
        if (!/^(?:0|[1-9]\d*)$/.test(key)) yield { where, what: `has the key ${JSON.stringify(key)}, not a number` };
        if (!opened.files.has(key)) yield { where, what: "is named but not in the package" };
      }
      if (!opened.files.has("media")) yield { where: "package", what: "holds no file `media`" };
      for (const name of opened.files.keys()) {
        const isOwn = name === "media" || name === "meta" || name.startsWith("collection.");
        if (!isOwn && !opened.mediaNames.has(name)) {
          yield { where: `file ${JSON.stringify(name)}`, what: "is in the package but not in its `media` map" };
        }
      }
    },
  },
  "fixed-times": {
    why: "With the time of the build inside, the same content would give other bytes",
    *find({ opened }) {
      for (const [name, time] of opened.times) {
        if (time !== fixedDosTime)
          yield { where: `file ${JSON.stringify(name)}`, what: "has another time than the fixed one" };
      }
    },
  },
  "media-name": {
    why: "Anki renames a file with such a name, and what refers to it breaks",
    *find({ opened }) {
      const seen = new Set<string>();
      for (const name of opened.mediaNames.values()) {
        const where = `media file ${JSON.stringify(name)}`;
        const fault = faultOfMediaName(name);
        if (fault !== undefined) yield { where, what: fault };
        if (seen.has(name.toLowerCase())) yield { where, what: "is there twice (case apart)" };
        seen.add(name.toLowerCase());
      }
    },
  },
  "media-hashed": {
    why: "Anki keeps the file it has under a name, so a changed file needs a new name: `mediaName`",
    *find({ opened }) {
      for (const [key, name] of opened.mediaNames) {
        const bytes = opened.files.get(key);
        if (bytes !== undefined && !isHashedName(name, bytes)) {
          yield { where: `media file ${JSON.stringify(name)}`, what: "has a name without the hash of its bytes" };
        }
      }
    },
  },
  "media-present": {
    why: "A learner would see a broken image",
    *find({ opened }) {
      const names = new Set(opened.mediaNames.values());
      for (const note of opened.notes) {
        for (const name of mediaReferences(note.flds)) {
          if (!names.has(name))
            yield { where: placeOf(note), what: `shows ${JSON.stringify(name)}, which is not there` };
        }
      }
    },
  },
  "media-used": {
    why: "Anki leaves out a file that no field refers to; only names with `_` in front may serve templates",
    *find({ opened }) {
      const used = new Set(opened.notes.flatMap((note) => note.flds.split(fieldSeparator).flatMap(mediaReferences)));
      for (const name of opened.mediaNames.values()) {
        if (!used.has(name) && !name.startsWith("_")) {
          yield { where: `media file ${JSON.stringify(name)}`, what: "is referred to by no note" };
        }
      }
    },
  },
} satisfies Record<string, Check>;
