import { bestFirst, ranks, type Costs } from './dominance.ts';
import { breed } from './breed.ts';
import { settingKey, type Knob, type Setting } from './knob.ts';
import { spreadSettings } from './spread-settings.ts';

/** One run of one setting. */
export interface Trial { setting: Setting; seed: number }

export interface SearchInput {
  knobs: readonly Knob[];
  /** Tried before all others: what engineers would set by hand. */
  given: readonly Setting[];
  /** What each trial cost, in their order; every setting is asked for once a seed. */
  evaluate: (trials: readonly Trial[]) => Promise<readonly Costs[]>;
  /** No more runs than this. */
  mostRuns: number;
  /** For the draws of the search itself; the runs' seeds are `runSeeds`. */
  seed: number;
  /** Every setting meets the same chance: the first of these first. */
  runSeeds: readonly number[];
  onRound?: (round: SearchRound) => void;
}

export interface SearchRound { name: 'spread' | 'again' | 'bred'; runs: number; settings: number; front: number }

export interface Tried { setting: Setting; costs: Costs[]; mean: Costs }
/** `front`: settings tried with all seeds that none of these dominates, by rising first cost. */
export interface Front { front: Tried[]; tried: Tried[]; runs: number }

/** Of all runs this share goes to settings spread over the whole range, and to those of them that are tried again. */
const SPREAD_SHARE = 0.15;
/** Of those a third goes on with twice the seeds. */
const KEPT_SHARE = 1 / 3;
/** So many generations the rest is to last for. */
const GENERATIONS = 16;
const LEAST_POPULATION = 6, MOST_POPULATION = 24;

/**
 * A Pareto front within a number of runs: settings spread by a Latin hypercube run with one seed, the better third of them
 * with twice as many (successive halving; Jamieson and Talwalkar 2016), and what is left breeds (NSGA-II; Deb and others 2002) with
 * every seed. All meet the same seeds (common random numbers), so that differences between them are not chance. Nothing in it hangs on
 * the order in which runs end, or on the clock.
 */
export async function searchFront({ knobs, given, evaluate, mostRuns, seed, runSeeds, onRound }: SearchInput): Promise<Front> {
  const tried = new Map<string, Tried>();
  let runs = 0;
  const runWith = async (settings: readonly Setting[], seedCount: number): Promise<void> => {
    const trials: Trial[] = [];
    for (const setting of settings) {
      const known = tried.get(settingKey(setting));
      for (let at = known?.costs.length ?? 0; at < seedCount; at++) trials.push({ setting, seed: runSeeds[at]! });
    }
    const costs = await evaluate(trials);
    trials.forEach(({ setting }, at) => note(tried, setting, costs[at]!));
    runs += trials.length;
  };
  const tell = (name: SearchRound['name'], settings: number): void => onRound?.({ name, runs, settings, front: frontOf(tried, runSeeds.length).length });

  let population = distinct([...given, ...spreadSettings(knobs, spreadCount(mostRuns, runSeeds.length), seed)]);
  for (let seedCount = 1; ; seedCount = Math.min(runSeeds.length, 2 * seedCount)) {
    await runWith(population, seedCount);
    tell(seedCount === 1 ? 'spread' : 'again', population.length);
    if (seedCount === runSeeds.length) break;
    population = keepBest(tried, population, Math.max(populationSize(mostRuns, runSeeds.length), Math.ceil(population.length * KEPT_SHARE)));
  }
  const size = population.length;
  for (let generation = 0; ; generation++) {
    const room = Math.floor((mostRuns - runs) / runSeeds.length);
    const children = distinct(breed(knobs, population, Math.min(size, room), seed, generation)).filter((child) => !tried.has(settingKey(child)));
    // A population that has nothing new to offer has found what it can.
    if (children.length === 0) break;
    await runWith(children, runSeeds.length);
    population = keepBest(tried, [...population, ...children], size);
    tell('bred', children.length);
  }
  return { front: frontOf(tried, runSeeds.length), tried: [...tried.values()], runs };
}

const populationSize = (mostRuns: number, seeds: number): number =>
  Math.max(LEAST_POPULATION, Math.min(MOST_POPULATION, Math.floor((mostRuns * (1 - SPREAD_SHARE)) / (seeds * GENERATIONS))));

/** So many that they and those of them that are tried again take their share of the runs. */
function spreadCount(mostRuns: number, seeds: number): number {
  let runsEach = 1;
  for (let seedCount = 1, share = KEPT_SHARE; seedCount < seeds; share *= KEPT_SHARE) {
    const more = Math.min(seeds, 2 * seedCount);
    runsEach += share * (more - seedCount);
    seedCount = more;
  }
  return Math.max(LEAST_POPULATION, Math.floor((mostRuns * SPREAD_SHARE) / runsEach));
}

function note(tried: Map<string, Tried>, setting: Setting, cost: Costs): void {
  const known = tried.get(settingKey(setting)), costs = [...(known?.costs ?? []), cost];
  tried.set(settingKey(setting), { setting, costs, mean: cost.map((_, at) => costs.reduce((sum, one) => sum + one[at]!, 0) / costs.length) });
}

const distinct = (settings: readonly Setting[]): Setting[] => [...new Map(settings.map((setting) => [settingKey(setting), setting])).values()];

function keepBest(tried: ReadonlyMap<string, Tried>, settings: readonly Setting[], count: number): Setting[] {
  return bestFirst(settings.map((setting) => tried.get(settingKey(setting))!.mean)).slice(0, count).map((at) => settings[at]!);
}

function frontOf(tried: ReadonlyMap<string, Tried>, seeds: number): Tried[] {
  const whole = [...tried.values()].filter(({ costs }) => costs.length === seeds), rank = ranks(whole.map(({ mean }) => mean));
  return whole.filter((_, at) => rank[at] === 0).sort((one, other) => one.mean[0]! - other.mean[0]! || one.mean[1]! - other.mean[1]!);
}
