// Run in the folder that anki-apkg-export is installed in.
const { readFileSync } = require("node:fs");
const { createRequire } = require("node:module");

const AnkiExport = createRequire(`${process.cwd()}/`)("anki-apkg-export").default;
const notes = JSON.parse(readFileSync(process.argv[2], "utf8"));
const start = performance.now();
const before = process.cpuUsage();
const apkg = new AnkiExport("Bench");
for (const { front, back, tags } of notes) apkg.addCard(front, back, { tags });
apkg.save().then((bytes) => {
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(before);
  const cpu = (user + system) / 1e6;
  const megabytes = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ seconds, cpu, bytes: bytes.length, megabytes }));
});
