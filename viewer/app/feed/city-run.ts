import type { Reading } from '../../../engine/foundation/table.ts';
import type { ResultTables } from '../../../engine/results/tables.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import { recordedLampOutput, scheduledLampOutput, type LampOutput } from './lamp-output.ts';
import type { Places } from './places.ts';
import { peopleRows } from './people-rows.ts';
import { makeReplayWays, type ReplayWays } from './replay-ways.ts';
import { makeSegments, type Segments } from './segments.ts';
import { makeResultFeed, type ListedResult, type Manifest } from './server-feed.ts';
import type { SignalChanges } from './signal-states.ts';

/** One stored run as the viewer plays it. */
export interface CityRun {
  readonly name: string;
  readonly manifest: Manifest;
  readonly minutes: Reading<ResultTables['minutes']> | undefined;
  readonly lampOutput: LampOutput;
  /** Where vehicles and people on foot are; `people` as the GPU reads them. */
  readonly ways: Segments<ReplayWays & { readonly people: Float32Array }>;
  readonly signals: Segments<SignalChanges>;
}

/** Loads what a run needs at once; ways and signals follow as the clock comes near them. */
export async function loadRun(
  city: string, { name, manifest }: ListedResult, twin: ReadingTwin, places: Places, onChange: () => void, onFailure: (error: unknown) => void,
): Promise<CityRun> {
  const feed = makeResultFeed(city, name, twin.controllers.count);
  const [minutes, lamps] = await Promise.all([feed.minutes(), feed.lamps()]);
  return {
    name, manifest, minutes,
    lampOutput: lamps && lamps.lampSwitches.count > 0 ? recordedLampOutput(lamps, twin) : scheduledLampOutput(twin),
    ways: makeSegments(async (fromS) => {
      const segment = await feed.replay(fromS);
      return segment && { ...makeReplayWays(segment, places), people: peopleRows(twin, segment) };
    }, onChange, onFailure),
    signals: makeSegments((fromS) => feed.signals(fromS), onChange, onFailure),
  };
}

/** The row of `minutes` that holds `timeS`; -1 when none does. */
export function minuteRow(minutes: Reading<ResultTables['minutes']> | undefined, timeS: number): number {
  if (!minutes || minutes.count === 0 || timeS < minutes.timeS[0]!) return -1;
  let low = 0, high = minutes.count;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (minutes.timeS[middle]! <= timeS) low = middle;
    else high = middle;
  }
  return low;
}
