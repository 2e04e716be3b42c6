import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import { readyStreets, type CityStreets } from './city-streets.ts';
import { streetLightTables, type StreetLightAnswer } from './street-light-tables.ts';

const loading = new WeakMap<ReadingTwin, Promise<CityStreets>>();

/** Light of the streets of a city, computed once beside the page. */
export function loadStreets(twin: ReadingTwin): Promise<CityStreets> {
  const before = loading.get(twin);
  if (before) return before;
  const asked = new Promise<CityStreets>((resolve, reject) => {
    const worker = new Worker(new URL('./street-light-worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data: { light, volumes } }: MessageEvent<StreetLightAnswer>) => {
      worker.terminate();
      resolve(readyStreets(twin, light, volumes));
    };
    worker.onerror = (event) => {
      worker.terminate();
      reject(new Error(event.message));
    };
    worker.postMessage(Object.fromEntries(streetLightTables.map((name) => [name, twin[name]])));
  });
  loading.set(twin, asked);
  // One that failed is asked for anew the next time.
  asked.catch(() => loading.delete(twin));
  return asked;
}
