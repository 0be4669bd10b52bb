const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Hands Ctrl-C and its like to `handle`, in place of ending the process. Gives the function that ends this. */
export function onSignals(handle: (signal: NodeJS.Signals) => void): () => void {
  for (const signal of signals) process.on(signal, handle);
  return () => {
    for (const signal of signals) process.off(signal, handle);
  };
}

/**
 * Lets `work` end in order when Ctrl-C or its like comes: its `AbortSignal` fires, and the process ends by the signal only
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
