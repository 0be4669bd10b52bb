// `npm run recall -- lint …` and `npm run lint`: the command line, from wherever the user is. Plain JavaScript for any Node from
// 18 on; what is missing is installed first.
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, isAbsolute, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const scripts = dirname(fileURLToPath(import.meta.url));
const root = join(scripts, "..");
const node = join(root, "node_modules/node/bin/node");

if (!existsSync(node)) {
  // What installing prints is no part of what recall prints.
  const { status } = spawnSync(process.execPath, [join(scripts, "workspace.mjs"), "install"], {
    stdio: ["ignore", process.stderr, process.stderr],
  });
  if (status !== 0) process.exit(2);
}

const child = spawn(
  existsSync(node) ? node : process.execPath,
  [join(root, "packages/cli/bin/recall.js"), ...process.argv.slice(2)],
  {
    cwd: callersFolder(),
    stdio: "inherit",
  },
);
// Ctrl-C reaches the child too, which cleans up before it ends.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("error", (error) => {
  console.error(`Cannot run recall: ${error.message}`);
  process.exitCode = 2;
});
child.on("exit", (code, signal) => {
  process.exitCode = code ?? (signal === "SIGINT" ? 130 : 143);
});

/** npm runs a script in the root; paths are meant from where the user is. */
function callersFolder() {
  const { INIT_CWD: folder } = process.env;
  if (folder === undefined) return process.cwd();
  const path = relative(root, folder);
  return path.startsWith("..") || isAbsolute(path) ? process.cwd() : folder;
}
