// Goal: the same twin, scenario and seed give the same hash in a browser as in Node: no server is needed to trust a run.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { run } from '../../engine/run.ts';
import { twinFromBytes, twinHash, twinToBytes } from '../../engine/twin/bytes.ts';
import { randomTown } from '../invariants/random-town.ts';
import { root } from '../house/sources.ts';
import { describeInBrowser, openBrowser } from './browser.ts';

const settings = { seed: 3, fromS: 0, untilS: 600, stepS: 1, untilAllArrived: true, busPriority: true, replay: false };

/** The engine as one script that a page can run: `runTown(bytes, settings)` gives the hashes of the twin and of the run. */
async function engineScript(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      resolveDir: root,
      loader: 'ts',
      contents: `
        import { run } from './engine/run.ts';
        import { twinFromBytes, twinHash } from './engine/twin/bytes.ts';
        globalThis.runTown = (bytes, settings) => {
          const twin = twinFromBytes(Uint8Array.from(bytes));
          return { twin: twinHash(twin), run: run(twin, settings).figures.hash };
        };`,
    },
    bundle: true, write: false, platform: 'browser', format: 'iife', target: 'es2022', logLevel: 'silent',
  });
  return outputFiles[0]!.text;
}

describeInBrowser('the engine in a browser', () => {
  let browser: Browser;
  beforeAll(async () => { browser = await openBrowser(); });
  afterAll(async () => { await browser.close(); });

  test.each([1, 2, 3])('runs random town %i to the same hash as Node', async (seed) => {
    const bytes = twinToBytes(randomTown(seed, 250));
    const twin = twinFromBytes(bytes)!;
    const page = await browser.newPage();
    await page.addScriptTag({ content: await engineScript() });
    const there = await page.evaluate(
      ([given, how]) => (globalThis as unknown as { runTown(bytes: number[], settings: unknown): { twin: string; run: string } }).runTown(given, how),
      [Array.from(bytes), settings] as const,
    );
    expect(there).toEqual({ twin: twinHash(twin), run: run(twin, settings).figures.hash });
    await page.close();
  });
});
