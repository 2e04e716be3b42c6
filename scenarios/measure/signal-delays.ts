import type { Operated } from './line-operation.ts';
import { peopleAboard } from './people-aboard.ts';

/** What buses and trams of lines lost at one signal controller; see the indicator 'bus-stop-line-delay-s' for how it is measured. Spread: standard deviation. */
export interface SignalDelay { controller: string; passages: number; meanLostS: number; lostSpreadS: number | null; longestLostS: number; sumLostS: number; /** What those aboard lost, hours of a person. */ peopleLostH: number }

/** Controllers at which most was lost first. */
export function signalDelays(over: { twin: Operated['twin']; tables: Pick<Operated['tables'], 'signalPassages' | 'boardings'> }): SignalDelay[] {
  const { twin: { movements, junctions, controllers }, tables: { signalPassages } } = over, aboard = peopleAboard(over);
  const at = new Map<number, { lostS: number[]; peopleLostS: number }>();
  for (let row = 0; row < signalPassages.count; row++) {
    const controller = junctions.controller[movements.junction[signalPassages.movement[row]!]!]!, lostS = signalPassages.lostS[row]!;
    const sums = at.get(controller) ?? { lostS: [], peopleLostS: 0 };
    at.set(controller, sums);
    sums.lostS.push(lostS);
    sums.peopleLostS += lostS * aboard(signalPassages.departure[row]!, signalPassages.passedS[row]!);
  }
  return [...at].map(([controller, { lostS, peopleLostS }]) => {
    const passages = lostS.length, sumLostS = lostS.reduce((sum, one) => sum + one, 0), meanLostS = sumLostS / passages, squares = lostS.reduce((sum, one) => sum + (one - meanLostS) * (one - meanLostS), 0);
    return { row: controller, controller: controllers.name[controller]!, passages, meanLostS, lostSpreadS: passages > 1 ? Math.sqrt(squares / (passages - 1)) : null, longestLostS: Math.max(0, ...lostS), sumLostS, peopleLostH: peopleLostS / 3600 };
  }).sort((one, other) => other.sumLostS - one.sumLostS || one.row - other.row).map(({ row: _, ...rest }) => rest);
}
