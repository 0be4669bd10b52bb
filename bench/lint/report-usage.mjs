// Preloaded into a program: at its end, writes what its process has used to the file that is named after `?`.
import { writeFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

const file = decodeURIComponent(new URL(import.meta.url).search.slice(1));
if (isMainThread) {
  process.on("exit", () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    writeFileSync(file, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 }));
  });
}
