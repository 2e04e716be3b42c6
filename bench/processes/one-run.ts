// A process of its own that runs one prepared twin without output: TWIN SEED UNTIL_S (seconds after the twin's start, or 'arrived') PHASES (the compiled ones).
// Drivers with guidance are as many as the city says. Prints what the run came to, with the processor time of loading and of the run itself apart.
import { readFileSync } from 'node:fs';
import { run } from '../../engine/run.ts';
import { nativeSha256 } from '../../scenarios/runs/native-sha256.ts';
import { compiledPhases } from '../../scenarios/runs/threads/compiled-phases.ts';
import { twinFromBytes } from '../../engine/twin/bytes.ts';

const [file, seed, until, phases] = process.argv.slice(2) as [string, string, string, string];
const cpuS = (): number => (process.cpuUsage().user + process.cpuUsage().system) / 1e6;
const twin = twinFromBytes(readFileSync(file));
if (!twin) throw new Error(`${file} is not a whole twin of this version`);
const loadedCpuS = cpuS(), { defaultFromS: fromS, defaultUntilS, rerouteShare } = twin.facts, untilAllArrived = until === 'arrived';
const untilS = untilAllArrived ? defaultUntilS : fromS + Number(until);
const { figures } = run(twin, { seed: Number(seed), fromS, untilS, stepS: 1, untilAllArrived, busPriority: true, replay: false, rerouteShare }, {}, undefined, { compiled: compiledPhases(phases), makeSha256: nativeSha256 });
console.log(JSON.stringify({
  loadCpuS: loadedCpuS, loopCpuS: cpuS() - loadedCpuS, residentMb: process.resourceUsage().maxRSS / 1024, vehicleUpdates: figures.vehicleUpdates,
  meanTripS: figures.meanTravelTimeS, running: figures.vehiclesRunning, arrived: figures.vehiclesArrived, rescued: figures.rescued, collisions: figures.collisions, hash: figures.hash,
}));
