import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'scripts/**/*.test.mjs'],
    globalSetup: ['src/platform/embedded-database/testing.ts'],
    setupFiles: ['src/testing/properties.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // Waiting for something to be so takes as long as the machine needs; a second is not much on a busy one.
    expect: { poll: { timeout: 45_000 } },
    maxWorkers: 2,
    // Each file has a database of its own, and nothing else of a test outlives it: loading the product once per worker is enough.
    isolate: false,
  },
})
