#!/usr/bin/env node
// Plain JavaScript, so that a Node too old to run the sources can still say so.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `recall needs Node 22.18 or newer, this is ${process.versions.node}. Inside the workspace use \`npm run recall -- …\`: it brings its own Node.`,
  );
  process.exitCode = 2;
} else {
  // The second run finds the sources compiled: it starts a third of a second sooner.
  const { enableCompileCache } = await import("node:module");
  enableCompileCache();
  const { main } = await import("../src/main.ts");
  process.exitCode = await main(process.argv.slice(2)).catch((error) => {
    console.error("recall: this is a fault of recall itself, not of your files. Please report it, with these lines:");
    console.error("https://github.com/high-recall/high-recall/issues");
    console.error(error);
    return 3;
  });
}
