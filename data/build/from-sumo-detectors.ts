import type { RowValues } from '../../engine/foundation/table.ts';
import { detectorKind, type detectorColumns } from '../../engine/twin/signals.ts';
import type { SumoDetector } from '../formats/sumo/demand-records.ts';
import { placeName, type ProblemList } from '../formats/problem-list.ts';
import type { SumoStreets } from './from-sumo-streets.ts';

export type DetectorRow = RowValues<typeof detectorColumns>;

/** A detector of an additional file as rows of `detectors`: one for each of its lanes. None, with its problem listed, where a lane is not in the net. */
export function detectorRows(detector: SumoDetector, streets: SumoStreets, problems: ProblemList): DetectorRow[] {
  const { id, kind, lanes, place } = detector;
  const where = placeName(place, `detector "${id}"`);
  const rows: DetectorRow[] = [];
  lanes.forEach((name, at) => {
    const lane = streets.laneRow.get(name);
    if (lane === undefined) {
      // Detectors may lie inside junctions too; a twin has no lanes there.
      if (streets.internalLanes.has(name)) problems.warning('sumo-detector-inside-junction', where, { lane: name });
      else problems.error('sumo-unknown-lane', where, { lane: name });
      return;
    }
    const stretch = stretchOn(detector, streets.lanes[lane]!.lengthM, at === 0, at === lanes.length - 1);
    if (stretch === undefined) { problems.error('sumo-detector-off-lane', where, { lane: name }); return; }
    rows.push({ name: lanes.length > 1 ? `${id} ${name}` : id, kind: detectorKind[kind], lane, ...stretch, intervalS: detector.intervalS });
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
