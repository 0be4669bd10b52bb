import { openDatabase as open } from "@high-recall/apkg/node";
import type { Curriculum } from "@high-recall/core";
import { createAnkiPublisher, type Released, release } from "../../src/index.ts";

/** What a release hands out. */
export interface Release {
  readonly curriculum: Curriculum;
  readonly register: Released;
  /** For new learners. */
  readonly main: Uint8Array;
  /** For those who have an earlier release: with what was retired; the same as `main` while nothing is. */
  readonly update: Uint8Array;
}

/** Releases a curriculum as the command line does: first the register, then the packages made with it. */
export async function releaseOf(curriculum: Curriculum, before?: Released): Promise<Release> {
  const register = release(curriculum, before);
  const publisher = createAnkiPublisher({ open, released: register });
  const products = [{ path: "main.apkg" }, { path: "update.apkg", retired: true as const }];
  const { artifacts } = await publisher.publish(curriculum, products);
  const [main, update = main] = artifacts;
  if (main === undefined || update === undefined) throw new Error("Nothing was published");
  return { curriculum, register, main: main.bytes, update: update.bytes };
}
