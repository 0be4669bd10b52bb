import { existsSync, readdirSync } from "node:fs";
import { defineConfig } from "vitest/config";

/** A busy machine is no fault. Projects take over what is here only where they say `extends`. */
const testTimeout = 60_000;
// A package that was removed may have left its node_modules.
const packages = readdirSync(new URL("packages/", import.meta.url)).filter((name) =>
  existsSync(new URL(`packages/${name}/package.json`, import.meta.url)),
);

export default defineConfig({
  test: {
    testTimeout,
    // No test reads what another run remembered.
    env: { RECALL_CACHE: "off" },
    hookTimeout: testTimeout,
    projects: [
      ...packages.map((name) => ({
        extends: true as const,
        test: { name: `@high-recall/${name}`, root: `packages/${name}` },
      })),
      { extends: true, test: { name: "workspace", root: "test", include: ["**/*.test.ts"], testTimeout: 120_000 } },
    ],
  },
});
