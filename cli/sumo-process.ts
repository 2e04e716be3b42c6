import { spawn, spawnSync } from 'node:child_process';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { badInput } from './bad-input.ts';
import type { SumoScenario } from './sumo-scenario.ts';

/** What one run of SUMO writes into its folder, by seed; the same names are looked for where outputs are given. */
export const sumoOutputs = (folder: string, seed: number): { trips: string; links: string; summary: string } => ({
  trips: join(folder, `tripinfo_${seed}.xml.gz`), links: join(folder, `edge_${seed}.xml.gz`), summary: join(folder, `summary_${seed}.xml.gz`),
});

/** The version and build of the `sumo` on this computer, in one line; a problem that says how to get it where there is none. */
export function sumoVersion(): string {
  const { error, stdout, status } = spawnSync('sumo', ['--version'], { encoding: 'utf8' });
  if (error || status !== 0) throw badInput('cli-no-sumo', 'sumo');
  return stdout.split('\n').slice(0, 2).map((line) => line.trim()).join(', ');
}

export interface SumoRun { scenario: SumoScenario; seed: number; fromS: number; untilS: number; untilAllArrived: boolean; folder: string }

const QUARTER_S = 900;

/** Links are counted in quarters of the clock, as ours are. */
const firstQuarterS = (fromS: number): number => Math.ceil(fromS / QUARTER_S) * QUARTER_S;

/**
 * Runs SUMO once, as `jumeau import` understands the scenario: the same files, times, step and rescue. Additional files
 * are copied into `folder` first: SUMO reads no packed ones, and what their detectors write then lands there.
 */
export async function runSumo(run: SumoRun, signal: AbortSignal, onShare: (share: number) => void): Promise<void> {
  const { scenario, seed, fromS, untilS, untilAllArrived, folder } = run;
  const { trips, links, summary } = sumoOutputs(folder, seed);
  const counting = join(folder, `counting_${seed}.add.xml`);
  await writeFile(counting, `<additional><edgeData id="links" file="${basename(links)}" begin="${firstQuarterS(fromS)}" freq="${QUARTER_S}"/></additional>`);
  const additional = [...await Promise.all(scenario.additional.map((path, at) => unpackedCopy(path, join(folder, `${seed}_${at}_`)))), counting];
  const options = [
    '--net-file', scenario.net, '--route-files', scenario.routes.map((path) => resolve(path)).join(','), '--additional-files', additional.join(','),
    '--begin', String(fromS), ...(untilAllArrived ? [] : ['--end', String(untilS)]),
    '--step-length', String(scenario.stepS ?? 1), '--time-to-teleport', String(scenario.rescueAfterS ?? 300), '--ignore-route-errors', String(scenario.leavesOutBadRoutes),
    '--seed', String(seed), '--threads', '1', '--no-warnings', '--xml-validation', 'never', '--xml-validation.net', 'never',
    '--tripinfo-output', trips, '--summary-output', summary, '--step-log.period', '100',
  ];
  await finished(options, run, signal, (timeS) => onShare(Math.min(1, (timeS - fromS) / (untilS - fromS))));
}

async function unpackedCopy(path: string, prefix: string): Promise<string> {
  const copy = prefix + basename(path).replace(/\.gz$/i, '');
  if (path.endsWith('.gz')) await writeFile(copy, gunzipSync(await readFile(path)));
  else await copyFile(path, copy);
  return copy;
}

/** What it says when it fails is of use; what it says while it works is not. */
const MOST_WORDS = 2000;

function finished(options: readonly string[], { scenario, seed }: SumoRun, signal: AbortSignal, onTime: (timeS: number) => void): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn('sumo', options, { signal, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.on('data', (piece: Buffer) => {
      const steps = [...piece.toString().matchAll(/Step #(\d+(?:\.\d+)?)/g)];
      if (steps.length > 0) onTime(Number(steps.at(-1)![1]));
    });
    child.stderr.on('data', (piece: Buffer) => { said = (said + piece.toString()).slice(-MOST_WORDS); });
    child.on('error', fail);
    child.on('close', (code) => (code === 0 ? done() : fail(badInput('cli-sumo-failed', scenario.name, { seed, said: said.replace(/\s+/g, ' ').trim() }))));
  });
}
