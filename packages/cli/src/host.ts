/** What the command line reads from the world around it; tests hand in their own. */
export interface Host {
  /** Folder that relative paths start from. */
  readonly cwd: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly isColour: boolean;
  /** Width of the terminal in columns. */
  readonly columns: number;
}

/** The real console and working folder. `INIT_CWD` is where the user stood when a package manager started us. */
export function realHost(): Host {
  const { env, stdout, stderr } = process;
  return {
    cwd: env.npm_lifecycle_event === "recall" && env.INIT_CWD ? env.INIT_CWD : process.cwd(),
    out: (text) => stdout.write(text),
    err: (text) => stderr.write(text),
    isColour: env.FORCE_COLOR ? env.FORCE_COLOR !== "0" : Boolean(stdout.isTTY) && !env.NO_COLOR,
    columns: stdout.columns ?? 100,
  };
}
