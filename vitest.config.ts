import { defineConfig } from "vitest/config";

/** A busy machine is no fault. */
const testTimeout = 60_000;

export default defineConfig({
  test: {
    testTimeout,
    projects: [
      ...["packages/*"],
      { test: { name: "workspace", root: "test", include: ["**/*.test.ts"], testTimeout: 120_000 } },
    ],
  },
});
