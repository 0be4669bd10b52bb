// node compile.ts <folder of topics>: writes the object file of each topic, in one process
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { main } from "../../packages/cli/src/index.ts";

const [folder = "."] = process.argv.slice(2);
for (const topic of readdirSync(folder)) {
  const path = join(folder, topic);
  const code = await main(["compile", path], {
    cwd: process.cwd(),
    columns: 80,
    isColour: false,
    out: () => {},
    err: (text) => process.stderr.write(text),
  });
  if (code !== 0) throw new Error(`recall compile ${path} gave ${code}`);
}
