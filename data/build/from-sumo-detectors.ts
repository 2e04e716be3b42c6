import type { RowValues } from '../../engine/foundation/table.ts';
import { detectorKind, type detectorColumns } from '../../engine/twin/signals.ts';
import type { SumoDetector } from '../formats/sumo/demand-records.ts';
import { placeName, type ProblemList } from '../formats/problem-list.ts';
import type { SumoMovement } from './from-sumo-movements.ts';
import type { SumoStreets } from './from-sumo-streets.ts';

export type DetectorRow = RowValues<typeof detectorColumns>;

/** A lane inside a junction: the movement it is part of, and where on it it starts. */
export interface InsideLane { movement: number; fromLane: number; startM: number; lengthM: number }

export function lanesInside(movements: readonly SumoMovement[], streets: SumoStreets): Map<string, InsideLane> {
  const inside = new Map<string, InsideLane>();
  movements.forEach(({ row, chain }, movement) => {
    let startM = 0;
    for (const id of chain) {
      const { lengthM } = streets.internalLanes.get(id)!;
      inside.set(id, { movement, fromLane: row.fromLane, startM, lengthM });
      startM += lengthM;
    }
  });
  return inside;
}

/** A detector of an additional file as rows of `detectors`: one for each of its lanes. None, with its problem listed, where a lane is not in the net. */
export function detectorRows(detector: SumoDetector, streets: SumoStreets, insideLanes: ReadonlyMap<string, InsideLane>, problems: ProblemList): DetectorRow[] {
  const { id, kind, lanes, place } = detector;
  const where = placeName(place, `detector "${id}"`);
  const rows: DetectorRow[] = [];
  lanes.forEach((name, at) => {
    const lane = streets.laneRow.get(name);
    const inside = insideLanes.get(name);
    if (lane === undefined && inside === undefined) { problems.error('sumo-unknown-lane', where, { lane: name }); return; }
    if (lane === undefined && kind === 'laneArea') { problems.warning('sumo-area-inside-junction', where, { lane: name }); return; }
    const stretch = stretchOn(detector, lane === undefined ? inside!.lengthM : streets.lanes[lane]!.lengthM, at === 0, at === lanes.length - 1);
    if (stretch === undefined) { problems.error('sumo-detector-off-lane', where, { lane: name }); return; }
    const place = lane === undefined ? { lane: inside!.fromLane, movement: inside!.movement, positionM: inside!.startM + stretch.positionM, lengthM: 0 } : { lane, movement: -1, ...stretch };
    rows.push({ name: lanes.length > 1 ? `${id} ${name}` : id, kind: detectorKind[kind], ...place, intervalS: detector.intervalS });
  });
  return rows;
}

/** Where on a lane a detector lies. One over several lanes starts on the first of them and ends on the last. */
function stretchOn({ kind, positionM, endM, lengthM, friendly }: SumoDetector, laneM: number, isFirst: boolean, isLast: boolean): { positionM: number; lengthM: number } | undefined {
  const fromStart = (alongM: number): number => (alongM < 0 ? laneM + alongM : alongM);
  const within = (alongM: number): number => Math.max(0, Math.min(laneM, alongM));
  const startM = isFirst ? fromStart(positionM) : 0;
  if (!friendly && (startM < 0 || startM > laneM)) return undefined;
  if (kind === 'loop') return { positionM: within(startM), lengthM: 0 };
  const untilM = !isLast ? laneM : endM !== undefined ? fromStart(endM) : lengthM !== undefined && isFirst ? startM + lengthM : laneM;
  const from = within(startM), until = within(untilM);
  return until > from ? { positionM: from, lengthM: until - from } : undefined;
}
