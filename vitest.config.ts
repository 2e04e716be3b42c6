import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 300_000,
    // Two files at a time: simulations are long and use one core each.
    maxWorkers: 2,
    reporters: ['default'],
  },
});
