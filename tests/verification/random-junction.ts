// Signalised junctions drawn by chance, for invariants.
import { randomShare } from '../../engine/foundation/random.ts';
import type { Arm } from './drawn-junction.ts';

const CLASSES = ['primary', 'secondary', 'tertiary', 'residential'] as const;

/** Three to six arms at least 35 degrees apart; some one-way, some wide, some fast, some with a bus lane or turn lanes. */
export function randomArms(seed: number): Arm[] {
  const draw = (purpose: number, row = 0): number => randomShare(seed, purpose, row, 7);
  const count = 3 + Math.floor(draw(1) * 4), spare = 360 - count * 35;
  const shares = Array.from({ length: count }, (_, arm) => draw(2, arm)), sum = shares.reduce((all, share) => all + share, 0);
  let bearingDeg = draw(3) * 360;
  return shares.map((share, arm) => {
    bearingDeg += 35 + (spare * share) / sum;
    const wide = draw(4, arm), lanesIn = wide > 0.85 ? 3 : wide > 0.5 ? 2 : 1, oneWay = draw(5, arm);
    // The first two arms run both ways, so that there is always a way in and a way out.
    const isIn = arm < 2 || oneWay > 0.1, isOut = arm < 2 || oneWay < 0.9;
    return {
      bearingDeg: Math.round(bearingDeg % 360), class: CLASSES[Math.floor(draw(6, arm) * 4)]!, lanesIn: isIn ? lanesIn : 0, lanesOut: isOut ? 1 + Math.floor(draw(7, arm) * 2) : 0,
      speedLimitMps: [30, 50, 50, 70][Math.floor(draw(8, arm) * 4)]! / 3.6, busLaneIn: isIn && draw(9, arm) > 0.8,
    };
  });
}
