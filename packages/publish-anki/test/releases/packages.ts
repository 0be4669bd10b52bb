import type { Curriculum } from "@high-recall/core";
import type { Register } from "@high-recall/release";
import { publish, release } from "../publish.ts";

/** The packages of a release. */
export interface Release {
  readonly curriculum: Curriculum;
  readonly register: Register;
  /** For new learners. */
  readonly main: Uint8Array;
  /** For those who have an earlier release, with retired items; the same as `main` while there are none. */
  readonly update: Uint8Array;
}

/** Releases a curriculum as the command line does: the register first, then the packages made with it. */
export async function releaseOf(curriculum: Curriculum, before?: Register): Promise<Release> {
  const register = release(curriculum, before);
  const products = [{ path: "main.apkg" }, { path: "update.apkg", retired: true as const }];
  const { artifacts } = await publish(curriculum, products, register);
  const [main, update = main] = artifacts;
  if (main === undefined || update === undefined) throw new Error("Nothing was published");
  return { curriculum, register, main: main.bytes, update: update.bytes };
}
