import { defineConfig } from 'vitest/config';

const browserTests = 'tests/browser/**/*.test.ts';

export default defineConfig({
  test: {
    testTimeout: 120_000,
    hookTimeout: 300_000,
    // Two files at a time: simulations are long and use one core each.
    maxWorkers: 2,
    reporters: ['default'],
    // Journeys through the viewer wait for pictures, which simulations on several threads would keep from being drawn: they come after.
    projects: [
      // The engine keeps nothing from one run to the next: its files share what they load, which costs more than many of them take.
      { extends: true, test: { name: 'engine', isolate: false, include: ['tests/**/*.test.ts'], exclude: [browserTests], sequence: { groupOrder: 0 } } },
      { extends: true, test: { name: 'browser', include: [browserTests], sequence: { groupOrder: 1 } } },
    ],
  },
});
