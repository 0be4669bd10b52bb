// Writes src/fonts/coverage-table.ts: the characters that the fonts of running text have.
// Usage: node scripts/list-coverage.ts
import { writeFileSync } from "node:fs";
import { coverageTable } from "../src/fonts/list-coverage.ts";
import { openFonts } from "../src/fonts/open-fonts.ts";
import { readFonts } from "../src/node.ts";

writeFileSync(new URL("../src/fonts/coverage-table.ts", import.meta.url), coverageTable(openFonts(readFonts())));
