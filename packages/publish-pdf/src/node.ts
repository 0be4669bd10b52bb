import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { type Compress, compress } from "./writer/compress.ts";

/** Number of streams compressed on this thread before starting another one pays off. */
const fewStreams = 24;
/** Tells this module that it runs as the thread of a compressor. */
const asThread = "high-recall: compress";

/** Compresses the pages of long documents in a thread, which ends with the process. */
export function backgroundCompressor(): Compress {
  let count = 0;
  let worker: Worker | undefined;
  const waiting: PromiseWithResolvers<Uint8Array>[] = [];

  function start(): Worker {
    const thread = new Worker(new URL(import.meta.url), { workerData: asThread });
    // Replies come in the order of the requests.
    thread.on("message", (bytes: Uint8Array) => {
      waiting.shift()?.resolve(bytes);
      if (waiting.length === 0) thread.unref();
    });
    thread.on("error", (error) => {
      worker = undefined;
      for (const each of waiting.splice(0)) each.reject(error);
    });
    return thread;
  }

  return (bytes) => {
    count += 1;
    if (count <= fewStreams) return compress(bytes);
    worker ??= start();
    worker.ref();
    const reply = Promise.withResolvers<Uint8Array>();
    waiting.push(reply);
    worker.postMessage(bytes);
    return reply.promise;
  };
}

if (!isMainThread && workerData === asThread) {
  parentPort?.on("message", (bytes: Uint8Array) => parentPort?.postMessage(compress(bytes)));
}
