// node --import usage.ts …: what a process used, as JSON in the file that BENCH_USAGE names
import { writeFileSync } from "node:fs";

const { BENCH_USAGE: file } = process.env;
process.on("exit", () => {
  if (file === undefined) return;
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  // KiB and microseconds.
  writeFileSync(file, JSON.stringify({ megabytes: (maxRSS * 1024) / 1e6, cpu: (userCPUTime + systemCPUTime) / 1e6 }));
});
