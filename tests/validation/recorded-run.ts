import { makeReplayRecorder } from '../../engine/results/replay-recorder.ts';
import { makeResultLog } from '../../engine/results/result-log.ts';
import type { ReplaySegment } from '../../engine/results/tables.ts';
import { prepareState } from '../../engine/state/city-state.ts';
import { step } from '../../engine/step.ts';
import { skipDepartures } from '../../engine/traffic/entry-queues.ts';
import { prepareTraffic } from '../../engine/traffic/prepare-traffic.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';

/** Where every vehicle truly was at the end of every step, beside the replay of the same run. */
export interface RecordedRun {
  segments: ReplaySegment[];
  departure: number[];
  timeS: number[];
  place: number[];
  positionM: number[];
}

/** Steps through a run and writes down every position, without any help of the replay recorder. */
export function recordRun(twin: ReadingTwin, untilS: number, seed: number): RecordedRun {
  const { defaultFromS: fromS, stepS } = twin.facts;
  const settings = { seed, fromS, untilS, stepS, untilAllArrived: false, busPriority: true, replay: true };
  const recorded: RecordedRun = { segments: [], departure: [], timeS: [], place: [], positionM: [] };
  const recorder = makeReplayRecorder(fromS, (segment) => recorded.segments.push(segment));
  const state = prepareState(twin, fromS), traffic = prepareTraffic(twin, state, settings), log = makeResultLog(twin, fromS, recorder);
  skipDepartures(traffic, state, fromS);
  while (state.timeS < untilS) {
    step(traffic, state, log, settings);
    const { vehicles } = state;
    for (let slot = 0; slot < vehicles.count; slot++) {
      if (vehicles.departure[slot]! < 0) continue;
      recorded.departure.push(vehicles.departure[slot]!);
      recorded.timeS.push(state.timeS);
      recorded.place.push(vehicles.place[slot]!);
      recorded.positionM.push(vehicles.positionM[slot]!);
    }
  }
  recorder.finish(untilS);
  return recorded;
}
