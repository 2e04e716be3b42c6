import { spawnSync } from 'node:child_process';
import { timed } from './timed-process.ts';

/** The files of a scenario as SUMO takes them. */
export interface SumoFiles { net: string; routes: readonly string[]; additional: readonly string[] }

export interface PeerRun { cpuS: number; loopS: number; vehicleUpdates: number; meanTripS: number | null; running: number; arrived: number; residentMb: number | null }

/** The build line of the SUMO on the path; undefined where there is none. */
export function sumoBuild(): string | undefined {
  const { stdout, error } = spawnSync('sumo', ['--version'], { encoding: 'utf8' });
  return error ? undefined : stdout.split('\n').slice(0, 2).map((line) => line.trim()).join('; ');
}

/** One run of SUMO without output, one thread, steps of 1 s, teleports after 300 s. */
export function runSumo({ net, routes, additional }: SumoFiles, seed: number, untilS: number | undefined, cwd: string): PeerRun {
  const words = ['-n', net, '-r', routes.join(','), '--threads', '1', '--step-length', '1', '--no-step-log', '--duration-log.statistics', '--time-to-teleport', '300', '--no-warnings', '--xml-validation', 'never', '--xml-validation.net', 'never', '--xml-validation.routes', 'never', '--seed', String(seed)];
  if (additional.length > 0) words.push('-a', additional.join(','));
  if (untilS !== undefined) words.push('-e', String(untilS));
  const { output, cpuS } = timed('sumo', words, cwd);
  const performance = output.slice(output.indexOf('Performance')), vehicles = output.slice(output.indexOf('Vehicles:')), trips = output.slice(output.indexOf('Statistics (avg'));
  const inserted = number(vehicles, /Inserted: (\d+)/), running = number(vehicles, /Running: (\d+)/), loopS = number(performance, /Duration: ([\d.]+)s/);
  const hasTrips = output.includes('Statistics (avg');
  return {
    cpuS, loopS, running, arrived: inserted - running, vehicleUpdates: Math.round(number(performance, /UPS: ([\d.]+)/) * loopS),
    meanTripS: hasTrips ? number(trips, /Duration: ([\d.]+)/) : null, residentMb: null,
  };
}

function number(text: string, pattern: RegExp): number {
  const found = pattern.exec(text);
  if (!found) throw new Error(`SUMO printed nothing like ${pattern}`);
  return Number(found[1]);
}
