import { visible } from "./report/visible.ts";

/** The command was used wrongly or cannot do its work here: one clear line, exit code 2, no stack trace. */
export class Failure extends Error {
  override readonly name = "Failure";
  /** A line to paste, shown below the message. */
  readonly example: string | undefined;

  constructor(message: string, example?: string) {
    super(message);
    this.example = example;
  }

  /** What is printed: one line, and the example. */
  get lines(): string {
    return [this.message, ...(this.example === undefined ? [] : [this.example])].map(visible).join("\n");
  }
}

/** The reason of a failed system call, in plain words. */
export function explain(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  switch (code) {
    case "ENOENT":
      return "there is no such file or folder";
    case "EACCES":
    case "EPERM":
      return "permission denied";
    case "EROFS":
      return "the file system is read-only";
    case "ENOSPC":
      return "no space is left on the device";
    case "ENOTDIR":
      return "a part of the path is a file, not a folder";
    case "EISDIR":
      return "it is a folder";
    case "ELOOP":
      return "its symbolic links lead in a circle";
    case "ENAMETOOLONG":
      return "its name is too long";
    case "EMFILE":
    case "ENFILE":
      return "too many files are open";
    case "EEXIST":
      return "it exists already";
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

/** Whether a call of the system failed: the disk is not as it should be, which is no fault of recall. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error && typeof (error as NodeJS.ErrnoException).code === "string";
}
