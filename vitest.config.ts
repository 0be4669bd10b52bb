import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      "packages/*",
      { test: { name: "workspace", root: "test", include: ["**/*.test.ts"], testTimeout: 120_000 } },
    ],
  },
});
