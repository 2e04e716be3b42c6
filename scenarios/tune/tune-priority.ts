import { pairedInterval } from '../compare/compare-runs.ts';
import type { LostTime } from './lost-time.ts';
import { settingKey, type Setting } from './knob.ts';
import { knownSettings, priorityKnobs, type KnownSetting } from './priority-setting.ts';
import { searchFront, type SearchRound, type Tried } from './search-front.ts';

export interface TuneInput {
  /** Runs of settings with seeds; answers in the same order. */
  simulate: (trials: readonly { setting: Setting; seed: number }[]) => Promise<readonly LostTime[]>;
  mostRuns: number;
  /** Of the search, and those on which its settings are tested again. */
  searchSeeds: readonly number[];
  unseenSeeds: readonly number[];
  onRound?: (round: SearchRound) => void;
}

/** A setting, tested on seeds that the search has not seen. */
export interface Tested { setting: Setting; mean: LostTime; bySeed: readonly LostTime[] }

/** The chosen setting less a known one, seed by seed. */
export type Gains = Record<keyof LostTime, ReturnType<typeof pairedInterval>>;

export interface Tuned {
  tried: readonly Tried[];
  runs: number;
  /** Tested, by rising loss of buses. */
  front: readonly Tested[];
  known: Record<KnownSetting, Tested>;
  /** Of the front, where a person lost least in the search. */
  chosen: Tested;
  gains: Record<KnownSetting, Gains>;
}

/**
 * Settings of priority between which only a choice of whom to favour decides: what a bus loses against what others lose. The one where
 * a person loses least is chosen by the seeds of the search, and held against what is known on seeds that it has not seen: else chance
 * would flatter it.
 */
export async function tunePriority({ simulate, mostRuns, searchSeeds, unseenSeeds, onRound }: TuneInput): Promise<Tuned> {
  const personS = new Map<string, number[]>();
  const { front, tried, runs } = await searchFront({
    knobs: priorityKnobs, given: Object.values(knownSettings), mostRuns, seed: 1, runSeeds: searchSeeds, ...(onRound ? { onRound } : {}),
    async evaluate(trials) {
      const lost = await simulate(trials);
      trials.forEach(({ setting }, at) => personS.set(settingKey(setting), [...(personS.get(settingKey(setting)) ?? []), lost[at]!.personS]));
      return lost.map(({ busS, otherS }) => [busS, otherS]);
    },
  });
  const names = Object.keys(knownSettings) as KnownSetting[];
  const settings = [...new Map([...front.map(({ setting }) => setting), ...names.map((name): Setting => knownSettings[name])].map((setting) => [settingKey(setting), setting])).values()];
  const lost = await simulate(settings.flatMap((setting) => unseenSeeds.map((seed) => ({ setting, seed }))));
  const tested = new Map(settings.map((setting, at): [string, Tested] => {
    const bySeed = lost.slice(at * unseenSeeds.length, (at + 1) * unseenSeeds.length);
    return [settingKey(setting), { setting, bySeed, mean: meanOf(bySeed) }];
  }));
  const testedOf = (setting: Setting): Tested => tested.get(settingKey(setting))!;
  const inSearch = ({ setting }: Tried): number => personS.get(settingKey(setting))!.reduce((sum, lostS) => sum + lostS, 0);
  const chosen = testedOf(front.reduce((best, one) => (inSearch(one) < inSearch(best) ? one : best)).setting);
  const byName = <V>(value: (name: KnownSetting) => V): Record<KnownSetting, V> => Object.fromEntries(names.map((name) => [name, value(name)])) as Record<KnownSetting, V>;
  return {
    tried, runs, chosen,
    front: front.map(({ setting }) => testedOf(setting)).sort((one, other) => one.mean.busS - other.mean.busS),
    known: byName((name) => testedOf(knownSettings[name])),
    gains: byName((name) => gainsOf(chosen, testedOf(knownSettings[name]))),
  };
}

const KINDS = ['busS', 'otherS', 'personS'] as const satisfies readonly (keyof LostTime)[];

const meanOf = (all: readonly LostTime[]): LostTime => Object.fromEntries(KINDS.map((kind) => [kind, all.reduce((sum, one) => sum + one[kind], 0) / all.length])) as unknown as LostTime;

const gainsOf = (chosen: Tested, known: Tested): Gains =>
  Object.fromEntries(KINDS.map((kind) => [kind, pairedInterval(chosen.bySeed.map((one, at) => one[kind] - known.bySeed[at]![kind]))])) as Gains;
