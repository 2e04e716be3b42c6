// Question: how many vehicle updates a second of processor time does one run make beside SUMO on the same net, demand and step?
// Load: Bologna acosta (the loop of both), a grid with 8,000 vehicles and constant fleets of 5,000, 20,000 and 50,000 vehicles (the whole process
// of both: user and system time from its start to its end, no output), one thread, taken in turns, medians.
// Bound: at least 8 x on acosta, 20 x on the grid, 40 x on the fleets. A jam is cheap to simulate, so trips stand beside every figure.
// `npm run bench -- against-sumo` writes what it measured to bench/history.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { importSumo } from '../data/build/from-sumo.ts';
import { nodeFiles } from '../data/formats/sumo/node-files.ts';
import { twinToBytes } from '../engine/twin/bytes.ts';
import { builtPhases } from './processes/built-phases.ts';
import { writeHistory } from './processes/write-history.ts';
import { makeFleet } from './peer/fleet.ts';
import { runSumo, sumoBuild, type PeerRun, type SumoFiles } from './peer/sumo-run.ts';
import { timed } from './peer/timed-process.ts';

const root = fileURLToPath(new URL('../', import.meta.url)), scenarios = join(root, '../shared/data/11-sumo-scenarios'), oneRun = join(root, 'dist/bench/processes/one-run.js'), phases = builtPhases();
const REPEATS = 3, SEED = 42;

interface Case { name: string; counts: 'loop' | 'process'; atLeast: number; aim: number; untilS: number | undefined; files: (folder: string) => SumoFiles }
interface OurRun extends PeerRun { loadCpuS: number; rescued: number; collisions: number }
interface Measured { name: string; counts: string; ours: OurRun; peer: PeerRun; oursPerS: number; peerPerS: number; ratio: number; atLeast: number; aim: number }

const acosta = (file: string): string => join(scenarios, 'bologna-acosta', file);
const fleet = (gridNumber: number, vehicles: number, untilS: number, aim: number): Case =>
  ({ name: `constant fleet ${vehicles}`, counts: 'process', atLeast: 40, aim, untilS, files: (folder) => makeFleet(folder, gridNumber, vehicles) });

const cases: Case[] = [
  {
    name: 'bologna-acosta', counts: 'loop', atLeast: 8, aim: 20, untilS: undefined,
    files: () => ({ net: acosta('acosta_buslanes.net.xml'), routes: ['acosta.rou.xml', 'acosta_busses.rou.xml'].map(acosta), additional: ['acosta_vtypes.add.xml', 'acosta_bus_stops.add.xml', 'acosta_tls.add.xml'].map(acosta) }),
  },
  {
    name: 'grid 8000', counts: 'process', atLeast: 20, aim: 45, untilS: 5400,
    files: (folder) => ({ net: plain(folder, join(scenarios, 'grid/grid12.net.xml.gz')), routes: [plain(folder, join(scenarios, 'grid/g12_8000.rou.xml.gz'))], additional: [] }),
  },
  fleet(19, 5000, 900, 70), fleet(37, 20_000, 200, 80), fleet(58, 50_000, 100, 90),
];

function plain(folder: string, file: string): string {
  const path = join(folder, file.replace(/^.*\/|\.gz$/g, ''));
  writeFileSync(path, gunzipSync(readFileSync(file)));
  return path;
}

async function prepareTwin(files: SumoFiles, path: string): Promise<void> {
  const { value, problems } = await importSumo({ net: files.net, routes: [...files.routes], additional: [...files.additional] }, nodeFiles);
  if (!value) throw new Error(JSON.stringify(problems));
  writeFileSync(path, twinToBytes(value));
}

function runOurs(twin: string, untilS: number | undefined, cwd: string): OurRun {
  const { output, cpuS } = timed(process.execPath, [oneRun, twin, String(SEED), untilS === undefined ? 'arrived' : String(untilS), phases], cwd);
  const { loopCpuS, ...figures } = JSON.parse(output) as OurRun & { loopCpuS: number };
  return { ...figures, cpuS, loopS: loopCpuS };
}

const perS = (counts: Case['counts'], { vehicleUpdates, cpuS, loopS }: PeerRun): number => vehicleUpdates / (counts === 'loop' ? loopS : cpuS);
const median = <R extends PeerRun>(counts: Case['counts'], runs: R[]): R => runs.sort((one, other) => perS(counts, one) - perS(counts, other))[runs.length >> 1]!;

async function measure(one: Case): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'jumeau-against-sumo-')), ours: OurRun[] = [], peers: PeerRun[] = [];
  try {
    const files = one.files(folder), twin = join(folder, 'city.twin');
    await prepareTwin(files, twin);
    for (let repeat = 0; repeat < REPEATS; repeat++) {
      ours.push(runOurs(twin, one.untilS, folder));
      peers.push(runSumo(files, SEED, one.untilS, folder));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const our = median(one.counts, ours), peer = median(one.counts, peers), oursPerS = perS(one.counts, our), peerPerS = perS(one.counts, peer);
  return { name: one.name, counts: one.counts, ours: our, peer, oursPerS, peerPerS, ratio: oursPerS / peerPerS, atLeast: one.atLeast, aim: one.aim };
}

const trips = ({ meanTripS, running, arrived }: PeerRun): string => `mean trip ${meanTripS?.toFixed(1) ?? '-'} s, running ${running}, arrived ${arrived}`;

function print({ name, counts, ours, peer, oursPerS, peerPerS, ratio, atLeast, aim }: Measured): void {
  console.log(`${name} (${counts === 'loop' ? 'loop' : 'whole process'}): ${(oursPerS / 1e6).toFixed(2)} M updates/s, SUMO ${(peerPerS / 1e6).toFixed(3)} M: ${ratio.toFixed(1)} x (at least ${atLeast} x, aim ${aim} x: ${ratio >= atLeast ? 'kept' : 'MISSED'})`);
  console.log(`  ours ${trips(ours)}, rescued ${ours.rescued}, collisions ${ours.collisions}; load ${ours.loadCpuS.toFixed(2)} s, loop ${ours.loopS.toFixed(2)} s, ${ours.residentMb?.toFixed(0)} MB`);
  console.log(`  SUMO ${trips(peer)}; whole process ${peer.cpuS.toFixed(2)} s`);
}

const build = sumoBuild();
if (build === undefined) console.log('SUMO is not installed here: "apt-get install sumo" on Debian, or sumo.dlr.de, gives the peer to compare with.');
else if (!existsSync(scenarios)) console.log('The scenarios are not beside this checkout: nothing to compare on.');
else {
  console.log(build);
  const measured: Measured[] = [];
  for (const one of cases) {
    measured.push(await measure(one));
    print(measured.at(-1)!);
  }
  writeHistory('against-sumo', { sumo: build, measured });
}
