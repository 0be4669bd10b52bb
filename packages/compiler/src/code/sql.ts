import { DatabaseSync } from "node:sqlite";
import type { CodeFault } from "@high-recall/rules";
import { loadModule, parseSync } from "libpg-query";
import { endOfToken, offsetOfCharacter } from "./offsets.ts";
import { statementsOf } from "./sql-statements.ts";

/** Accepts SQL that the parser of PostgreSQL or that of SQLite accepts; reports the first statement that both refuse. */
export async function checkSql(code: string): Promise<CodeFault | undefined> {
  await loadModule();
  if (postgresFault(code) === undefined) return undefined;
  for (const { text, start } of statementsOf(code)) {
    const fault = postgresFault(text);
    if (fault === undefined || isSqlite(text)) continue;
    return { ...fault, start: start + fault.start, end: start + fault.end };
  }
  return undefined;
}

function postgresFault(sql: string): CodeFault | undefined {
  try {
    parseSync(sql);
    return undefined;
  } catch (error) {
    const { sqlDetails, message } = error as {
      readonly sqlDetails?: { readonly cursorPosition?: number };
      readonly message: string;
    };
    // Without a place it is no syntax error, but a memory that is too small for the code.
    if (sqlDetails?.cursorPosition === undefined || message.startsWith("memory")) return undefined;
    const start = offsetOfCharacter(sql, sqlDetails.cursorPosition);
    return { start, end: endOfToken(sql, start), text: message.replace(/"([^"`]+)"$/, "`$1`") };
  }
}

let database: DatabaseSync | undefined;

/** Whether SQLite can read a statement. It is compiled, not run; names that do not exist are no fault of the syntax. */
function isSqlite(sql: string): boolean {
  try {
    database ??= new DatabaseSync(":memory:");
    database.prepare(sql);
    return true;
  } catch (error) {
    return !/syntax error|unrecognized token|incomplete input/.test((error as Error).message);
  }
}
