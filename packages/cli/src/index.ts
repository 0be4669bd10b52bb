export type { Message } from "@high-recall/core";
export type { Host } from "./host.ts";
export { type ExitCode, main } from "./main.ts";
