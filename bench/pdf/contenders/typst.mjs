// node typst.mjs sheet.typ sheet.pdf fonts… ; run in the folder that the compiler is installed in
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { measure } from "./measure.ts";

const { NodeCompiler } = createRequire(`${process.cwd()}/`)("@myriaddreamin/typst-ts-node-compiler");
const [, , source, target, ...fonts] = process.argv;
const text = readFileSync(source, "utf8");
const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts.map((path) => readFileSync(path)) }] });

await measure(
  async (isChanged) => {
    const content = isChanged ? text.replace(".\n", ", as of today.\n") : text;
    const compiled = compiler.compile({ mainFileContent: content });
    if (!compiled.result) {
      compiled.printErrors();
      throw new Error("Typst cannot read the sheet");
    }
    return compiler.pdf(compiled.result, {});
  },
  (bytes) => writeFileSync(target, bytes),
);
