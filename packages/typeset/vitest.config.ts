import { defineConfig } from "vitest/config";

export default defineConfig({ test: { name: "@high-recall/typeset", testTimeout: 60_000, hookTimeout: 60_000 } });
