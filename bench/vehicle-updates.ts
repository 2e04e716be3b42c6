// Question: how many vehicle updates a second of processor time does one run make, and how many does SUMO make?
// Load: Bologna acosta (8,779 vehicles, to the last arrival), and the reference city from 07:00 to 08:00.
// Budget: 3 million updates a second. A jam is cheap to simulate, so trip times stand beside every figure.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { importSumo } from '../data/build/from-sumo.ts';
import { nodeFiles } from '../data/formats/sumo/node-files.ts';
import { generateDijon } from '../data/dijon/generate.ts';
import { run } from '../engine/run.ts';
import type { ReadingTwin } from '../engine/twin/twin.ts';

const repeats = 3;
const root = fileURLToPath(new URL('../', import.meta.url));
const acosta = `${root}../shared/data/11-sumo-scenarios/bologna-acosta/run.sumocfg`;
const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

function measure(title: string, twin: ReadingTwin, span: { fromS: number; untilS: number; untilAllArrived: boolean }): void {
  const rates: number[] = [];
  let last = '';
  for (let repeat = 0; repeat < repeats; repeat++) {
    const before = process.cpuUsage();
    const { figures } = run(twin, { seed: 42, stepS: 1, busPriority: true, replay: false, ...span });
    const { user, system } = process.cpuUsage(before);
    rates.push(figures.vehicleUpdates / ((user + system) / 1e6));
    last = `mean trip ${figures.meanTravelTimeS?.toFixed(1)} s, arrived ${figures.vehiclesArrived}, running ${figures.vehiclesRunning}, rescued ${figures.rescued}`;
  }
  console.log(`${title}: ${(median(rates) / 1e6).toFixed(2)} M vehicle updates per processor second (median of ${repeats}); ${last}`);
}

function measureSumo(config: string): void {
  const { stdout, error } = spawnSync('sumo', ['-c', config, '--threads', '1', '--step-length', '1', '--no-step-log', '--duration-log.statistics', '--time-to-teleport', '300', '--no-warnings', '--seed', '42', '--tripinfo-output', '/dev/null', '--log', '/dev/null'], { encoding: 'utf8' });
  if (error) {
    console.log('SUMO is not installed here: "apt-get install sumo" on Debian, or sumo.dlr.de, gives the peer to compare with.');
    return;
  }
  for (const line of stdout.split('\n')) if (/UPS|Duration:|TimeLoss|Inserted|Running/.test(line)) console.log(`  SUMO ${line.trim()}`);
}

if (existsSync(acosta)) {
  const { value: twin, problems } = await importSumo({ config: acosta }, nodeFiles);
  if (!twin) throw new Error(JSON.stringify(problems));
  measure('bologna-acosta', twin, { fromS: twin.facts.defaultFromS, untilS: twin.facts.defaultUntilS, untilAllArrived: true });
  measureSumo(acosta);
} else console.log('bologna-acosta: skipped, its files are not beside this checkout');
measure('reference city, 07:00 to 08:00', generateDijon(), { fromS: 7 * 3600, untilS: 8 * 3600, untilAllArrived: false });
