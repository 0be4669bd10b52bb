/** Version 11 of Anki's database, which every current Anki, AnkiDroid and AnkiMobile reads. */
export const schemaVersion = 11;

/** Column names, in order. */
export const columns = {
  col: ["id", "crt", "mod", "scm", "ver", "dty", "usn", "ls", "conf", "models", "decks", "dconf", "tags"],
  notes: ["id", "guid", "mid", "mod", "usn", "tags", "flds", "sfld", "csum", "flags", "data"],
  cards: [
    "id",
    "nid",
    "did",
    "ord",
    "mod",
    "usn",
    "type",
    "queue",
    "due",
    "ivl",
    "factor",
    "reps",
    "lapses",
    "left",
    "odue",
    "odid",
    "flags",
    "data",
  ],
  revlog: ["id", "cid", "usn", "ease", "ivl", "lastIvl", "factor", "time", "type"],
} as const;

const texts = new Set(["conf", "models", "decks", "dconf", "tags", "guid", "flds", "data"]);

/** `sfld` is text in a column of integers, so that numbers sort as numbers. */
export const tables = [
  ...Object.entries(columns).map(([table, names]) => `CREATE TABLE ${table} (${names.map(columnType).join(", ")});`),
  "CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);",
].join("\n");

/** Created after the rows: one sort is faster than 10,000 insertions. */
export const indexes = `
CREATE INDEX ix_notes_usn ON notes (usn);
CREATE INDEX ix_cards_usn ON cards (usn);
CREATE INDEX ix_revlog_usn ON revlog (usn);
CREATE INDEX ix_cards_nid ON cards (nid);
CREATE INDEX ix_cards_sched ON cards (did, queue, due);
CREATE INDEX ix_revlog_cid ON revlog (cid);
CREATE INDEX ix_notes_csum ON notes (csum);
`;

function columnType(name: string): string {
  if (name === "id") return "id integer PRIMARY KEY";
  return `${name} ${texts.has(name) ? "text" : "integer"} NOT NULL`;
}
