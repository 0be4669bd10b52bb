export type { Message } from "@high-recall/core";
export type { ExitCode } from "./command.ts";
export type { Host } from "./host.ts";
export { main } from "./main.ts";
