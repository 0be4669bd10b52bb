/** Runs it, and prints what bench.ts reads: seconds, seconds of the processor, bytes made, and the peak memory of the process in megabytes. */
export async function measure(run: () => number | Promise<number>): Promise<void> {
  const start = performance.now();
  const before = process.cpuUsage();
  const bytes = await run();
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(before);
  const cpu = (user + system) / 1e6;
  const megabytes = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ seconds, cpu, bytes, megabytes }));
}
