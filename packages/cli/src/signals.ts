const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Calls `handle` for Ctrl-C and similar signals instead of ending the process. Returns a function that undoes this. */
export function onSignals(handle: (signal: NodeJS.Signals) => void): () => void {
  for (const signal of signals) process.on(signal, handle);
  return () => {
    for (const signal of signals) process.off(signal, handle);
  };
}

/**
 * Lets `work` clean up after Ctrl-C or a similar signal: its `AbortSignal` fires, and the process ends by the signal only
 * when the work is done.
 */
export async function withSignals<T>(work: (interrupted: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  let held: NodeJS.Signals | undefined;
  const release = onSignals((signal) => {
    held ??= signal;
    controller.abort();
  });
  try {
    return await work(controller.signal);
  } finally {
    release();
    if (held) process.kill(process.pid, held);
  }
}
