import { twinHash } from '../../engine/twin/bytes.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { indicators, type IndicatorName } from '../../scenarios/measure/indicators.ts';
import { questionNamed } from '../../scenarios/questions/library.ts';
import { SAVED_FORMAT, savedQuestion, type SavedComparison, type SavedRun } from '../../scenarios/saved/saved-comparison.ts';

/** A figure of each verdict: what it is with the first seed, what the scenario adds, and by how much that grows from seed to seed. */
const FIGURES: Partial<Record<IndicatorName, readonly [value: number, more: number, spread: number]>> = {
  'bus-mean-delay-s': [30, -6, 0.5], 'traffic-mean-travel-time-s': [200, 3, 0.4], 'bus-punctuality-percent': [80, 1, 8], 'bus-priority-extensions': [12, 4, 0.3], 'lighting-energy-year-kwh': [24_044, -1200, 0], rescues: [0, 0, 0],
};

/** A saved comparison of the small town, in round numbers: four seeds, a question of the library against the town as it is; four figures asked for, two looked at beside them. */
export function smallComparison(twin: Twin, id = '00000000000000a1'): SavedComparison {
  const { name, synthetic, date, energy, sources } = twin.facts;
  const run = (seed: number, isScenario: boolean): SavedRun => ({
    key: `key-${seed}-${isScenario}`, hash: 'f'.repeat(64), seed, burningH: 4292,
    values: Object.fromEntries(indicators.map((one) => {
      const [value, more, spread] = FIGURES[one.name] ?? [NaN, 0, 0];
      return [one.name, Number.isNaN(value) ? null : value + (isScenario ? more + spread * (seed - 2.5) : 0)];
    })) as SavedRun['values'],
    minutes: { timeS: [0, 300, 600], running: [10, 12 + seed, 11], lightingPowerW: [0, 0, 0] }, zones: [], busLines: [],
  });
  const asked = (Object.keys(FIGURES) as IndicatorName[]).slice(0, 4);
  const side = (question: string): SavedComparison['baseline'] => ({
    question: savedQuestion(questionNamed(question)!), twinHash: twinHash(twin), facts: { name, synthetic, date, energy, sources }, runs: [1, 2, 3, 4].map((seed) => run(seed, question !== 'baseline')),
  });
  // One of each that can come of it.
  const expected: SavedComparison['expected'] = [
    { indicator: 'bus-mean-delay-s', moves: 'falls', least: 3, most: 10, unit: 'own', why: { fr: 'Les bus passent aux feux sans attendre.', en: 'Buses pass signals without a wait.' } },
    { indicator: 'traffic-mean-travel-time-s', moves: 'stays', most: 1, unit: 'percent', why: { fr: 'Peu de cycles y laissent du vert.', en: 'Few cycles lose green by it.' } },
    { indicator: 'bus-punctuality-percent', moves: 'rises', least: 0.5, most: 5, unit: 'own', why: 'Buses that are late come back to their time.' },
  ];
  return {
    expected, format: SAVED_FORMAT, id, indicators: Object.keys(FIGURES) as IndicatorName[], asked, engine: 'test', node: process.versions.node,
    settings: { fromS: 7 * 3600, untilS: 8 * 3600, stepS: 0.5, untilAllArrived: false, busPriority: true, replay: false }, baseline: side('baseline'), scenario: side('tram-priority'),
  };
}
