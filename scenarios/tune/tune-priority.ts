import { combineJunctions, weighted } from './combine-junctions.ts';
import { ranks } from './dominance.ts';
import { junctionCandidates } from './junction-candidates.ts';
import { junctionRounds, type JunctionTried } from './junction-rounds.ts';
import { settingKey, settingsKey, type JunctionSettings, type Setting } from './knob.ts';
import { meanLost, type LostTime } from './lost-time.ts';
import { knownSettings, priorityKnobs } from './priority-setting.ts';
import { rememberRuns, type RememberedRuns, type Simulate } from './remembered-runs.ts';
import { searchFront, type SearchRound } from './search-front.ts';
import { testFront, type Peer, type TestedFront } from './test-front.ts';

export interface TuneInput {
  simulate: Simulate;
  junctionCount: number;
  mostRuns: number;
  /** Of the search, and those on which its settings are tested again. */
  searchSeeds: readonly number[];
  unseenSeeds: readonly number[];
  onRound?: (round: TuneRound) => void;
}

/** How far a search is: `runs` in all, those of the test apart. */
export interface TuneRound { name: SearchRound['name'] | 'junctions' | 'combined' | 'finalists' | 'tested'; runs: number; settings: number }

/** Settings tried on the whole corridor: losses by seed of the search. */
export interface Tried { settings: JunctionSettings; mean: LostTime; bySeed: readonly LostTime[] }

export interface Tuned extends TestedFront {
  tried: readonly Tried[];
  /** By junction, what was tried there alone. */
  byJunction: readonly (readonly JunctionTried[])[];
  runs: number;
  /** What was tried with fewer seeds than these stands by luck. */
  searchSeedCount: number;
}

/** Of all runs this share searches one setting for all junctions; the rest, junction by junction. */
const CORRIDOR_SHARE = 0.4;
/** With fewer runs for each seed of the search there is no search. */
export const LEAST_RUNS_A_SEED = 10;
/** Most candidates at a junction, and the runs that each of them is worth. */
const MOST_CANDIDATES = 16, RUNS_A_CANDIDATE = 9;
/** Combinations that are tried as a whole; of all that was tried so many are judged with twice as many seeds more. */
const COMBINATIONS = 7, FINALISTS = 4, FINAL_TIMES = 2;
/** No run of the search but those of junction by junction has a seed from here on. */
const FIRST_JUNCTION_SEED = 10_001, FIRST_FINAL_SEED = 900_001;
/** More of the front than this is not tested: those with the least loss of a person, and both its ends. */
const MOST_TESTED = 8;

/**
 * Settings of priority between which only a choice of whom to favour decides: what a bus loses against what others lose. First one
 * setting for all junctions, then for each junction its own; combinations are tried as a whole, with seeds that had no part in choosing them. Where
 * a person loses least is chosen by the seeds of the search, and held against what is known on seeds that it has not seen: else chance would flatter it.
 */
export async function tunePriority({ simulate, junctionCount, mostRuns, searchSeeds, unseenSeeds, onRound }: TuneInput): Promise<Tuned> {
  const search = rememberRuns(simulate), everywhere = everywhereIn(junctionCount);
  const tell = (name: TuneRound['name'], settings: number): void => onRound?.({ name, settings, runs: search.count() });
  const known: readonly Setting[] = Object.values(knownSettings), forKnown = known.length * (searchSeeds.length - 1);
  const corridor = await searchFront({
    knobs: priorityKnobs, given: known, seed: 1, runSeeds: searchSeeds,
    mostRuns: Math.max(LEAST_RUNS_A_SEED * searchSeeds.length, Math.floor(mostRuns * CORRIDOR_SHARE)) - forKnown,
    onRound: ({ name, settings }) => tell(name, settings),
    async evaluate(trials) {
      const outcomes = await search.simulate(trials.map(({ setting, seed }) => ({ settings: everywhere(setting), seed })));
      return outcomes.map(({ lost: { busS, otherS } }) => [busS, otherS]);
    },
  });
  const uniform = corridor.tried.map(({ setting }) => setting);
  await runWhole(search, known.map(everywhere), searchSeeds);
  const bestEverywhere = sameAtAll(bestFirst(triedWhole(search, uniform.map(everywhere), searchSeeds))[0]!.settings);
  const byJunction = await tryByJunction(search, { uniform, bestEverywhere, junctionCount, searchSeeds, mostRuns }, (candidates) => tell('junctions', candidates));
  const combined = byJunction.length > 0 ? combineJunctions(byJunction, bestEverywhere) : [];
  if (combined.length > 0) {
    await runWhole(search, combined, searchSeeds);
    tell('combined', combined.length);
  }
  const whole = triedWhole(search, distinct([...uniform.map(everywhere), ...combined]), searchSeeds);
  const chosen = await chooseFinally(search, whole, searchSeeds, combined.length > 0, (count) => tell('finalists', count));
  const tried = distinct([...uniform.map(everywhere), ...combined]).flatMap((settings) => triedWith(search, settings, [...searchSeeds, ...finalSeedsOf(searchSeeds)]));
  const peers: Record<Peer, JunctionSettings> = {
    none: everywhere(knownSettings.none), absolute: everywhere(knownSettings.absolute), usual: everywhere(knownSettings.usual), everywhere: everywhere(bestEverywhere),
  };
  const tested = await testFront(simulate, { front: frontOf(whole, chosen), chosen: chosen.settings, peers, seeds: unseenSeeds });
  tell('tested', distinct([...tested.front, ...Object.values(tested.peers)].map(({ settings }) => settings)).length);
  return { tried, byJunction, runs: search.count(), searchSeedCount: searchSeeds.length, ...tested };
}

const everywhereIn = (junctionCount: number) => (setting: Setting): JunctionSettings => Array.from({ length: junctionCount }, () => setting);

const sameAtAll = (settings: JunctionSettings): Setting => settings[0]!;

const distinct = (all: readonly JunctionSettings[]): JunctionSettings[] => [...new Map(all.map((settings) => [settingsKey(settings), settings])).values()];

const finalSeedsOf = (searchSeeds: readonly number[]): number[] => Array.from({ length: FINAL_TIMES * searchSeeds.length }, (_, at) => FIRST_FINAL_SEED + at);

const runWhole = (search: RememberedRuns, all: readonly JunctionSettings[], seeds: readonly number[]): Promise<unknown> =>
  search.simulate(all.flatMap((settings) => seeds.map((seed) => ({ settings, seed }))));

/** What these gave with those of the seeds that they were run with. */
function triedWith({ outcomeOf }: RememberedRuns, settings: JunctionSettings, seeds: readonly number[]): Tried[] {
  const bySeed = seeds.flatMap((seed) => outcomeOf(settings, seed)?.lost ?? []);
  return bySeed.length > 0 ? [{ settings, bySeed, mean: meanLost(bySeed) }] : [];
}

/** Those that were run with every seed. */
const triedWhole = (search: RememberedRuns, all: readonly JunctionSettings[], seeds: readonly number[]): Tried[] =>
  all.flatMap((settings) => triedWith(search, settings, seeds)).filter(({ bySeed }) => bySeed.length === seeds.length);

const bestFirst = (tried: readonly Tried[]): Tried[] => [...tried].sort((one, other) => one.mean.personS - other.mean.personS);

interface JunctionPlan { uniform: readonly Setting[]; bestEverywhere: Setting; junctionCount: number; searchSeeds: readonly number[]; mostRuns: number }

/** Junction by junction, with the runs that are left but for those that judge what comes of it; nothing where they are too few. */
async function tryByJunction(search: RememberedRuns, { uniform, bestEverywhere, junctionCount, searchSeeds, mostRuns }: JunctionPlan, onRound: (candidates: number) => void): Promise<JunctionTried[][]> {
  const judged = (COMBINATIONS + FINAL_TIMES * FINALISTS) * searchSeeds.length, room = mostRuns - search.count() - judged;
  const given = [...new Map([knownSettings.absolute, bestEverywhere, knownSettings.none, knownSettings.usual].map((setting): [string, Setting] => [settingKey(setting), setting])).values()];
  const count = Math.min(MOST_CANDIDATES, Math.floor(room / RUNS_A_CANDIDATE));
  if (count <= given.length || junctionCount < 2) return [];
  const candidates = junctionCandidates({ junctionCount, knobs: priorityKnobs, given, tried: uniform, seeds: searchSeeds, outcomeOf: search.outcomeOf, count, seed: 1 });
  const { tried } = await junctionRounds({
    candidates, mostRuns: room, seed: 1, firstRunSeed: FIRST_JUNCTION_SEED, onRound: ({ candidates: tried }) => onRound(tried),
    evaluate: async (trials) => (await search.simulate(trials)).map(({ byJunction }) => byJunction),
  }, weighted(1));
  return tried;
}

/** Where a person loses least: the best few are run with more seeds, so that the luckiest of many is not taken for the best. */
async function chooseFinally(search: RememberedRuns, whole: readonly Tried[], searchSeeds: readonly number[], hasRoom: boolean, onRound: (count: number) => void): Promise<Tried> {
  const best = bestFirst(whole);
  if (!hasRoom) return best[0]!;
  const finalists = best.slice(0, FINALISTS).map(({ settings }) => settings), seeds = [...searchSeeds, ...finalSeedsOf(searchSeeds)];
  await runWhole(search, finalists, seeds);
  onRound(finalists.length);
  const chosen = bestFirst(triedWhole(search, finalists, seeds))[0]!;
  return whole.find(({ settings }) => settings === chosen.settings)!;
}

/** What nobody dominates by the seeds of the search, and what was chosen; where that is much, the ends and those where a person loses least. */
function frontOf(whole: readonly Tried[], chosen: Tried): JunctionSettings[] {
  const rank = ranks(whole.map(({ mean: { busS, otherS } }) => [busS, otherS]));
  const front = whole.filter((one, at) => rank[at] === 0 && one !== chosen).sort((one, other) => one.mean.busS - other.mean.busS);
  const kept = new Set<Tried>([chosen, ...front.slice(0, 1), ...front.slice(-1), ...bestFirst(front)].slice(0, MOST_TESTED));
  return [...kept].map(({ settings }) => settings);
}
