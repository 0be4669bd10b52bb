export type { Host } from "./host.ts";
export { type ExitCode, main } from "./main.ts";
export type { Message } from "./report/message.ts";
