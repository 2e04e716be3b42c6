// What every Node and the browser run, to compare what comes out: it touches no platform.
import { checkpointFromBytes, checkpointToBytes } from '../../engine/checkpoint/checkpoint.ts';
import { makeRunMemory } from '../../engine/compiled/run-memory.ts';
import { run } from '../../engine/run.ts';
import type { RunSettings } from '../../engine/run-settings.ts';
import { twinFromBytes, twinHash, twinToBytes } from '../../engine/twin/bytes.ts';
import { carFollowing } from '../../engine/twin/demand.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { busTown } from '../verification/bus-town.ts';
import { every, lineTown } from '../verification/line-town.ts';
import { randomTown } from './random-town.ts';

const settings: RunSettings = { seed: 3, fromS: 0, untilS: 600, stepS: 1, untilAllArrived: true, busPriority: true, replay: false };
const morning: RunSettings = { ...settings, stepS: 0.5, fromS: 6 * 3600 + 1200, untilS: 7 * 3600, untilAllArrived: false };

/** Both models of car following, signals or none, buses with priority, passengers of full buses, lamps, steps of a second and of half a one. */
function cases(): [string, Twin, RunSettings][] {
  const idm = randomTown(2, 250);
  idm.vehicleTypes.carFollowing.fill(carFollowing.idm);
  const passengers = lineTown({ stops: 6, leavesS: every(150, 10), perHour: [400, 300, 300, 200, 100, 0], interior: { capacityCount: 40, crowdedFromShare: 0.6, crowdedFactor: 2 }, lineStop: { leastHeadwayShare: 0.7 }, posted: true });
  return [['passengers', passengers, { ...settings, untilS: 2400, untilAllArrived: false }], ...[1, 2, 3].map((seed): [string, Twin, RunSettings] => [`town ${seed}`, randomTown(seed, 250), settings]), ['town 2 with IDM', idm, settings], ['bus town', busTown(), morning]];
}

/** Hashes of twin and run by case, as TypeScript or by compiled phases. Twins come from bytes, as they do from a file. */
export const hashes = (compiled?: WebAssembly.Module): Record<string, string> => Object.fromEntries(cases().map(([name, made, how]) => {
  const twin = twinFromBytes(twinToBytes(made))!;
  return [name, `${twinHash(twin)} ${run(twin, how, {}, undefined, { compiled }).figures.hash}`];
}));

/** The bus town, stopped in the middle. */
export function halted(): Uint8Array {
  const twin = busTown();
  let bytes = new Uint8Array(0);
  run(twin, morning, { haltAtS: 6 * 3600 + 2401, onHalt: (checkpoint) => { bytes = checkpointToBytes(twin, checkpoint, {}) as Uint8Array<ArrayBuffer>; } });
  return bytes;
}

/** The same, gone on with to its end. */
export function goneOn(bytes: Uint8Array, compiled?: WebAssembly.Module): string {
  const twin = busTown(), { value } = checkpointFromBytes(twin, bytes, morning);
  return value ? run(twin, morning, {}, value, { compiled }).figures.hash : 'refused';
}

/** Whether compiled phases can run here, rather than fall back on TypeScript. */
export const hasRunMemory = (): boolean => makeRunMemory() !== undefined;
