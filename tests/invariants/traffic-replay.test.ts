// Goal: a replay segment says the same after it went through bytes, and a way between knots keeps within the tolerance.
import { describe, expect, test } from 'vitest';
import { randomShare } from '../../engine/foundation/random.ts';
import { replayFromBytes, replayToBytes } from '../../engine/results/replay-bytes.ts';
import { makeReplayRecorder } from '../../engine/results/replay-recorder.ts';
import { REPLAY_SEGMENT_S, REPLAY_TOLERANCE_M, type ReplaySegment } from '../../engine/results/tables.ts';

/** One vehicle that speeds up and slows down at random for `untilS` seconds on place 7, entering at second 10. */
function record(untilS: number): { segments: ReplaySegment[]; positionM: number[] } {
  const segments: ReplaySegment[] = [], positionM: number[] = [];
  const recorder = makeReplayRecorder(0, (segment) => segments.push(segment));
  let atM = 0, mps = 10;
  for (let timeS = 10; timeS <= untilS; timeS++) {
    if (timeS === 10) recorder.begin(0, 3, timeS, 7, atM);
    else recorder.see(0, 3, timeS, 7, atM);
    positionM[timeS] = atM;
    recorder.endStep(timeS);
    mps = Math.min(Math.max(mps + 4 * randomShare(1, 1, timeS, 0) - 2, 0), 14);
    atM += mps;
  }
  recorder.finish(untilS);
  return { segments, positionM };
}

describe('replay segments', () => {
  test('each stands alone: a knot at its start, one at its end', () => {
    const { segments } = record(700);
    expect(segments.map(({ fromS, untilS }) => [fromS, untilS])).toEqual([[0, 300], [300, 600], [600, 700]]);
    expect(Array.from(segments[1]!.knots.timeS).at(0)).toBe(0);
    expect(Array.from(segments[1]!.knots.timeS).at(-1)).toBe(REPLAY_SEGMENT_S);
  });

  test('a straight line between knots stays within the tolerance of every second', () => {
    const { segments, positionM } = record(600);
    for (const { fromS, knots } of segments) {
      expect(knots.count).toBeLessThan(200);
      for (let knot = 0; knot + 1 < knots.count; knot++) {
        const startS = knots.timeS[knot]!, lastsS = knots.timeS[knot + 1]! - startS;
        for (let s = Math.ceil(startS); s <= startS + lastsS && lastsS > 0; s++) {
          const lineM = knots.positionM[knot]! + ((knots.positionM[knot + 1]! - knots.positionM[knot]!) * (s - startS)) / lastsS;
          expect(Math.abs(lineM - positionM[fromS + s]!)).toBeLessThanOrEqual(REPLAY_TOLERANCE_M);
        }
      }
    }
  });

  test('bytes and back', () => {
    const [segment] = record(250).segments;
    expect(replayFromBytes(replayToBytes(segment!))).toEqual(segment);
    expect(replayFromBytes(replayToBytes(segment!).slice(0, -8))).toBeUndefined();
    expect(replayFromBytes(new Uint8Array(40))).toBeUndefined();
  });
});
