import { aspect } from './signals.ts';

/** A part of a clearing, with what every signal group sees. */
export interface ClearingStep { durationS: number; shown: number[] }

/** From the end of one stage to the start of the next: who stops shows amber, then red; who goes on keeps its green. France shows no red and amber before green. */
export function clearingSteps(ambersS: readonly number[], before: readonly number[], after: readonly number[], lengthS: number): ClearingStep[] {
  const stops = before.map((shown, group) => shown !== aspect.red && after[group] === aspect.red);
  const cutsS = new Set([lengthS, ...ambersS.filter((_, group) => stops[group])]), steps: ClearingStep[] = [];
  let fromS = 0;
  for (const untilS of [...cutsS].sort((one, other) => one - other)) {
    if (untilS <= fromS) continue;
    const shown = before.map((shownBefore, group) => {
      if (stops[group]) return fromS < ambersS[group]! ? aspect.amber : aspect.red;
      // Until the next stage runs, nobody has more right than in either.
      return shownBefore !== aspect.red && after[group] === aspect.greenPermissive ? aspect.greenPermissive : shownBefore;
    });
    steps.push({ durationS: untilS - fromS, shown });
    fromS = untilS;
  }
  return steps;
}
