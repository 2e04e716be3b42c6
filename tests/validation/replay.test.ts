// Goal: the replay shows where vehicles were: within 1 m and on the right lane at 1,000 random (vehicle, second) pairs
// of a run whose every position was written down beside it. Reduced: 20 minutes of Bologna acosta. Proof: 60 minutes.
import { beforeAll, expect, test } from 'vitest';
import { importSumo } from '../../data/build/from-sumo.ts';
import { nodeFiles } from '../../data/formats/sumo/node-files.ts';
import { randomShare } from '../../engine/foundation/random.ts';
import { replayFromBytes, replayToBytes } from '../../engine/results/replay-bytes.ts';
import type { ReplaySegment } from '../../engine/results/tables.ts';
import { describeOnSharedData, sharedPath } from '../shared-data.ts';
import { recordRun, type RecordedRun } from './recorded-run.ts';

const minutes = process.env['JUMEAU_PROOF'] === '1' ? 60 : 20;

/** The last knot at or before the moment, and the line on from there. */
function positionAt({ fromS, knots }: ReplaySegment, departure: number, timeS: number): { place: number; positionM: number } | undefined {
  for (let knot = knots.count - 1; knot >= 0; knot--) {
    if (knots.departure[knot] !== departure || fromS + knots.timeS[knot]! > timeS + 1e-6) continue;
    const place = knots.place[knot]!, startM = knots.positionM[knot]!, next = knot + 1;
    if (next >= knots.count || knots.departure[next] !== departure || knots.place[next] !== place) return { place, positionM: startM };
    const share = (timeS - fromS - knots.timeS[knot]!) / Math.max(1e-9, knots.timeS[next]! - knots.timeS[knot]!);
    return { place, positionM: startM + (knots.positionM[next]! - startM) * share };
  }
  return undefined;
}

describeOnSharedData(`replay of ${minutes} minutes of Bologna acosta`, () => {
  let recorded: RecordedRun;
  beforeAll(async () => {
    const { value: twin, problems } = await importSumo({ config: sharedPath('11-sumo-scenarios/bologna-acosta/run.sumocfg') }, nodeFiles);
    if (!twin) throw new Error(JSON.stringify(problems));
    recorded = recordRun(twin, minutes * 60, 1);
    // As the viewer gets them: through bytes.
    recorded.segments = recorded.segments.map((segment) => replayFromBytes(replayToBytes(segment))!);
  }, 300_000);

  test('1,000 random vehicles at random seconds are within 1 m of where they were, on the right lane', () => {
    const samples = recorded.departure.length, wrong: string[] = [];
    let worstM = 0;
    for (let draw = 0; draw < 1000; draw++) {
      const sample = Math.floor(randomShare(7, 1, draw, 0) * samples);
      const departure = recorded.departure[sample]!, timeS = recorded.timeS[sample]!;
      const segment = recorded.segments.find(({ fromS, untilS }) => timeS >= fromS && timeS <= untilS)!;
      const shown = positionAt(segment, departure, timeS);
      if (!shown || shown.place !== recorded.place[sample]) { wrong.push(`vehicle ${departure} at ${timeS}: on ${shown?.place}, was on ${recorded.place[sample]}`); continue; }
      worstM = Math.max(worstM, Math.abs(shown.positionM - recorded.positionM[sample]!));
    }
    console.log(`${samples} positions, greatest distance ${worstM.toFixed(3)} m`);
    expect(wrong).toEqual([]);
    expect(worstM).toBeLessThanOrEqual(1);
  });

  test('far fewer knots than positions', () => {
    const knots = recorded.segments.reduce((sum, segment) => sum + segment.knots.count, 0);
    console.log(`${knots} knots for ${recorded.departure.length} positions`);
    expect(knots).toBeLessThan(0.5 * recorded.departure.length);
  });

  test('every segment stands alone: whoever is seen in it has a knot before and one after', () => {
    for (const { fromS, untilS, knots } of recorded.segments) {
      const first = new Map<number, number>(), last = new Map<number, number>();
      for (let knot = 0; knot < knots.count; knot++) {
        if (!first.has(knots.departure[knot]!)) first.set(knots.departure[knot]!, fromS + knots.timeS[knot]!);
        last.set(knots.departure[knot]!, fromS + knots.timeS[knot]!);
      }
      const bad = recorded.departure.filter((departure, sample) => {
        const timeS = recorded.timeS[sample]!;
        return timeS > fromS && timeS < untilS && !(first.get(departure)! <= timeS && last.get(departure)! >= timeS - 1e-3);
      });
      expect(bad.length).toBe(0);
    }
  });
});
