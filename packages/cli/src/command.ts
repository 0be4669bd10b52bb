import type { Command } from "commander";

/** 0: no errors, 1: errors in content, 2: wrong use of the command. (3, a fault of ours, is given by bin/recall.js.) */
export type ExitCode = 0 | 1 | 2;

/** How a command adds itself: its words, and what it does. */
export type AddCommand = (command: Command, run: (...values: never[]) => Promise<ExitCode>) => void;
