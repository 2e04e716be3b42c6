import type { Operated } from './line-operation.ts';

/** What buses and trams of lines lost at one signal controller; see the indicator 'bus-stop-line-delay-s' for how it is measured. */
export interface SignalDelay { controller: string; passages: number; meanLostS: number; longestLostS: number; sumLostS: number }

/** Controllers at which most was lost first. */
export function signalDelays({ twin: { movements, junctions, controllers }, tables: { signalPassages } }: { twin: Operated['twin']; tables: Pick<Operated['tables'], 'signalPassages'> }): SignalDelay[] {
  const at = new Map<number, { passages: number; sumLostS: number; longestLostS: number }>();
  for (let row = 0; row < signalPassages.count; row++) {
    const controller = junctions.controller[movements.junction[signalPassages.movement[row]!]!]!, lostS = signalPassages.lostS[row]!;
    const sums = at.get(controller) ?? { passages: 0, sumLostS: 0, longestLostS: 0 };
    at.set(controller, sums);
    sums.passages++;
    sums.sumLostS += lostS;
    sums.longestLostS = Math.max(sums.longestLostS, lostS);
  }
  return [...at].sort((one, other) => other[1].sumLostS - one[1].sumLostS || one[0] - other[0])
    .map(([controller, { passages, sumLostS, longestLostS }]) => ({ controller: controllers.name[controller]!, passages, meanLostS: sumLostS / passages, longestLostS, sumLostS }));
}
