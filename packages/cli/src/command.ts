import type { Command } from "commander";

/** 0: no errors, 1: errors in content, 2: wrong use of the command. (bin/recall.js exits with 3 for a bug in recall.) */
export type ExitCode = 0 | 1 | 2;

/** Adds a command: its name and options, and the function that runs it. */
export type AddCommand = (command: Command, run: (...values: never[]) => Promise<ExitCode>) => void;
