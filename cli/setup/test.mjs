#!/usr/bin/env node
// `npm test`: installs what is missing, the test browser and brokers included, and runs every test at a reduced size.
// `npm run proof`: the same tests at the sizes of docs/proof.md.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrokers } from './brokers.mjs';
import { ensureBrowser } from './browser.mjs';
import { ensureNodes } from './nodes.mjs';
import { prepare, root, say } from './prepare.mjs';

const proof = process.argv.includes('--proof');
const filters = process.argv.slice(2).filter((argument) => argument !== '--proof');
await prepare();

const chromium = ensureBrowser();
if (!chromium) {
  const mend = 'Install Chrome or Chromium, or set JUMEAU_CHROMIUM to one, and run the tests again.';
  if (process.env.CI === 'true') {
    say(`No test browser could be found or installed. ${mend}`);
    process.exit(1);
  }
  say(`No test browser could be found or installed: the browser tests are skipped. ${mend}`);
}

if (!ensureBrokers()) {
  const mend = 'Install them, and run the tests again.';
  if (process.env.CI === 'true') {
    say(`PostgreSQL and Redis could not be found or installed. ${mend}`);
    process.exit(1);
  }
  say(`PostgreSQL and Redis could not both be found or installed: tests of the queue that lack theirs are skipped. ${mend}`);
}

if (!ensureNodes()) say('The other versions of Node could not be fetched: runs are not compared on those that are missing.');

const folder = mkdtempSync(join(tmpdir(), 'jumeau-tests-'));
const report = join(folder, 'report.json');
say(proof ? 'Running every proof at its full size (about three quarters of an hour) ...' : 'Running every test, proofs at a reduced size (some minutes) ...');
const { status } = spawnSync(
  process.execPath,
  [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...filters],
  {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, JUMEAU_PROOF: proof ? '1' : '', JUMEAU_HOME: join(folder, 'home'), JUMEAU_TEST_CITY: join(folder, 'city'), ...(chromium ? { JUMEAU_CHROMIUM: chromium } : {}) },
  },
);

let counts;
try {
  counts = JSON.parse(readFileSync(report, 'utf8'));
} catch {
  counts = undefined; // The runner died before it wrote its report: that is a failure, whatever it printed.
}
rmSync(folder, { recursive: true, force: true });
const failed = counts ? counts.numFailedTests + (status !== 0 && counts.numFailedTests === 0 ? 1 : 0) : 1;
const skipped = counts ? counts.numPendingTests + counts.numTodoTests : 0;
console.log(`\n${counts?.numPassedTests ?? 0} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exit(failed === 0 && counts?.numPassedTests > 0 ? 0 : 1);
