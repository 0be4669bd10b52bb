import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const withoutSatteri = `
import { registerHooks } from "node:module";
registerHooks({
  resolve(name, context, next) {
    if (name === "satteri") throw new Error("No native binding for this machine");
    return next(name, context);
  },
});`;

const program = `
import { parseMarkdown } from "./src/index.ts";
const root = parseMarkdown("+++\\na = 1\\n+++\\n\\n$x$ ~~gone~~");
console.log(JSON.stringify(root.children.map((node) => [node.type, node.children?.map(({ type }) => type)])));`;

test("remark parses where the native parser does not load", async () => {
  const hooks = `data:text/javascript,${encodeURIComponent(withoutSatteri)}`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--import", hooks, "--input-type=module", "--eval", program],
    { cwd: `${import.meta.dirname}/..` },
  );
  // satteri would take the first lines for front matter.
  expect(JSON.parse(stdout)).toEqual([
    ["paragraph", ["text"]],
    ["paragraph", ["inlineMath", "text", "delete"]],
  ]);
});
