import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import type { Side } from '../session/session.ts';
import { loadRun, type CityRun } from './city-run.ts';
import { scheduledLampOutput, type LampOutput } from './lamp-output.ts';
import { makePlaces, type Places } from './places.ts';
import { FeedFailure, loadCities, loadTwin, type ListedCity, type ListedResult } from './server-feed.ts';
import { makeSignalStates, type SignalStates } from './signal-states.ts';
import { makeVehicleSnapshots, type VehicleSnapshots } from './vehicle-snapshots.ts';

/** A city as loaded: its twin, what moves in it, and the runs that were chosen. */
export interface LoadedCity {
  readonly name: string;
  readonly twin: ReadingTwin;
  readonly places: Places;
  readonly snapshots: VehicleSnapshots;
  readonly signals: SignalStates;
  /** What lamps give where no run is at hand. */
  readonly plannedLamps: LampOutput;
  /** Every result that the server has of this city. */
  readonly listed: readonly ListedResult[];
  run(side: Side): CityRun | undefined;
  /** Loads another result for a side; an empty name unloads. */
  choose(side: Side, result: string): Promise<void>;
  /** Called when a part of a run has arrived, or could not be read. */
  onArrival(listener: (failure?: unknown) => void): void;
}

export type LoadingStage = { stage: 'list' | 'runs' } | { stage: 'twin'; receivedBytes: number; totalBytes: number };

const nothingToShow = 'nothing to show';
/** Whether a failure says that the server has no city at all. */
export const isEmptyServer = (error: unknown): boolean => error instanceof FeedFailure && error.message.endsWith(nothingToShow);

function chooseCity(cities: readonly ListedCity[], wanted: string): ListedCity {
  if (cities.length === 0) throw new FeedFailure('notFound', nothingToShow);
  const found = wanted ? cities.find(({ name }) => name === wanted) : cities[0];
  if (!found) throw new FeedFailure('notFound', wanted);
  return found;
}

/** Loads a city with its runs; a run that the address does not name is the first or second of the list. */
export async function loadCity(wantedCity: string, wanted: Record<Side, string>, onStage: (stage: LoadingStage) => void): Promise<LoadedCity> {
  onStage({ stage: 'list' });
  const city = chooseCity(await loadCities(), wantedCity);
  const twin = await loadTwin(city.name, (receivedBytes, totalBytes) => onStage({ stage: 'twin', receivedBytes, totalBytes }));
  onStage({ stage: 'runs' });
  const places = makePlaces(twin);
  const listeners: ((failure?: unknown) => void)[] = [];
  const tell = (failure?: unknown): void => listeners.forEach((listener) => listener(failure));
  const runs: Partial<Record<Side, CityRun>> = {};
  const loaded = new Map<string, Promise<CityRun>>();
  const choose = async (side: Side, name: string): Promise<void> => {
    const listed = city.results.find((result) => result.name === name);
    if (!listed) {
      delete runs[side];
      return;
    }
    const loading = loaded.get(name) ?? loadRun(city.name, listed, twin, places, () => tell(), tell);
    loaded.set(name, loading);
    // One that failed is asked for anew the next time.
    loading.catch(() => loaded.delete(name));
    runs[side] = await loading;
  };
  const known = (name: string): string | undefined => city.results.find((result) => result.name === name)?.name;
  const a = known(wanted.a) ?? city.results[0]?.name ?? '';
  await choose('a', a);
  await choose('b', known(wanted.b) ?? city.results.find(({ name }) => name !== a)?.name ?? '');
  return {
    name: city.name, twin, places, listed: city.results, choose,
    plannedLamps: scheduledLampOutput(twin), snapshots: makeVehicleSnapshots(twin), signals: makeSignalStates(twin),
    run: (side) => runs[side],
    onArrival: (listener) => { listeners.push(listener); },
  };
}
