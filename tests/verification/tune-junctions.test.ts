// Goal: what each junction needs is found from runs that all junctions share, beside neighbours that matter and in spite of chance.
import { expect, test } from 'vitest';
import { randomNormal, randomShare } from '../../engine/foundation/random.ts';
import { combineJunctions, weighted } from '../../scenarios/tune/combine-junctions.ts';
import type { JunctionLoss } from '../../scenarios/tune/junction-losses.ts';
import { junctionRounds, type JunctionTrial } from '../../scenarios/tune/junction-rounds.ts';
import { settingKey, type JunctionSettings, type Setting } from '../../scenarios/tune/knob.ts';
import { spreadSettings } from '../../scenarios/tune/spread-settings.ts';

const JUNCTIONS = 20, CANDIDATES = 12, RUNS = 240, CITIES = [1, 2, 3, 4, 5];
const knobs = [{ name: 'x', least: 0, most: 30, step: 1 }, { name: 'y', least: 0, most: 1, step: 1 }];

/** What a junction wants, and loses by anything else; what its neighbour before it has costs it, too. */
function lossOf(city: number, settings: JunctionSettings, junction: number): number {
  const wantedX = Math.floor(31 * randomShare(city, 1, junction, 0)), wantedY = randomShare(city, 2, junction, 0) < 0.5 ? 0 : 1;
  const [x, y] = settings[junction] as [number, number], [beforeX] = settings[(junction + JUNCTIONS - 1) % JUNCTIONS] as [number, number];
  return 0.1 * Math.abs(x - wantedX) + Math.abs(y - wantedY) + 0.02 * beforeX;
}

const total = (city: number, settings: JunctionSettings): number => settings.reduce((sum, _, junction) => sum + lossOf(city, settings, junction), 0);

/** Chance of a run is that of its seed, and as much again of each junction and run as a setting can matter. */
const observed = (city: number, { settings, seed }: JunctionTrial, run: number): JunctionLoss[] => settings.map((_, junction) => {
  const lost = lossOf(city, settings, junction) + 3 * randomNormal(city, 3, seed, junction) + randomNormal(city, 4, run, junction);
  return { busPersonS: lost / 2, otherPersonS: lost / 2 };
});

const candidatesOf = (city: number): Setting[][] => Array.from({ length: JUNCTIONS }, () => [...new Map(spreadSettings(knobs, 2 * CANDIDATES, city).map((setting) => [settingKey(setting), setting])).values()].slice(0, CANDIDATES));

const search = (city: number, candidates: Setting[][], watch?: (trials: readonly JunctionTrial[]) => void) => {
  let run = 0;
  return junctionRounds({ candidates, mostRuns: RUNS, seed: city, firstRunSeed: 500, evaluate: async (trials) => { watch?.(trials); return trials.map((trial) => observed(city, trial, run++)); } }, weighted(1));
};

test('most of what can be gained over the best that is the same everywhere is gained, and more than by one junction after the other', async () => {
  const shares = await Promise.all(CITIES.map(async (city) => {
    const candidates = candidatesOf(city), everywhere = candidates[0]!.map((setting) => candidates.map(() => setting)), best = Math.min(...everywhere.map((settings) => total(city, settings)));
    // What neighbours do is the same for all settings of a junction on average: each is best off by itself but for what it costs the next.
    const ideal = candidates.map((all, junction) => all.reduce((one, other) => (ownLoss(city, other, junction) < ownLoss(city, one, junction) ? other : one)));
    const { tried, runs } = await search(city, candidates), found = combineJunctions(tried, everywhere[0]![0]!)[2]!;
    expect(runs).toBeLessThanOrEqual(RUNS);
    return { found: (best - total(city, found)) / (best - total(city, ideal)), alone: (best - total(city, oneAfterTheOther(city, candidates))) / (best - total(city, ideal)) };
  }));
  const mean = (name: 'found' | 'alone'): number => shares.reduce((sum, one) => sum + one[name], 0) / shares.length;
  console.log(`${JUNCTIONS} junctions, ${CANDIDATES} candidates each, ${RUNS} runs: ${mean('found').toFixed(2)} of the gain, one junction after the other ${mean('alone').toFixed(2)}`);
  expect(mean('found')).toBeGreaterThan(0.8);
  expect(mean('found') - mean('alone')).toBeGreaterThan(0.2);
});

const ownLoss = (city: number, setting: Setting, junction: number): number => lossOf(city, Array.from({ length: JUNCTIONS }, (_, at) => (at === junction ? setting : [0, 0])), junction);

/** As many runs, each of which tells of one junction: there is one for every candidate of every junction. */
function oneAfterTheOther(city: number, candidates: readonly (readonly Setting[])[]): JunctionSettings {
  const settings = candidates.map((all) => all[0]!);
  candidates.forEach((all, junction) => {
    const lost = all.map((setting, at) => observed(city, { settings: settings.with(junction, setting), seed: 1 }, 1000 + junction * CANDIDATES + at)[junction]!.busPersonS);
    settings[junction] = all[lost.indexOf(Math.min(...lost))]!;
  });
  return settings;
}

test('in every block each junction meets each of its candidates once, and who goes on is tried as often as the others who do', async () => {
  const asked: JunctionTrial[] = [], candidates = candidatesOf(1), { tried, runs } = await search(1, candidates, (trials) => asked.push(...trials));
  expect(asked.length).toBe(runs);
  const blocks = new Map<number, JunctionTrial[]>();
  for (const trial of asked) blocks.set(trial.seed, [...(blocks.get(trial.seed) ?? []), trial]);
  for (const block of blocks.values()) {
    for (let junction = 0; junction < JUNCTIONS; junction++) expect(new Set(block.map(({ settings }) => settingKey(settings[junction]!))).size).toBe(block.length);
  }
  for (const all of tried) {
    const counts = all.map(({ losses }) => losses.length).sort((one, other) => one - other);
    expect(counts.length).toBe(CANDIDATES);
    // 12, then 4, then 2 go on, for a third of the runs each.
    expect(counts).toEqual([...Array.from({ length: 8 }, () => 6), 27, 27, 69, 69]);
  }
});

test('people in buses who count for more get the setting that is better for them; nothing clearly better leaves what is best everywhere', () => {
  const loss = (busPersonS: number, otherPersonS: number, blocks = 8): JunctionLoss[] => Array.from({ length: blocks }, (_, block) => ({ busPersonS: busPersonS + block, otherPersonS: otherPersonS + block * block }));
  const forBus = { setting: [1], losses: loss(10, 60) }, forOthers = { setting: [2], losses: loss(40, 25) };
  const [quarter, half, same, twice, four, hardly, clearly] = combineJunctions([[forBus, forOthers]], [1]).map(([setting]) => setting![0]);
  // 10 w + 60 against 40 w + 25: equal at w = 7/6.
  expect([quarter, half, same, twice, four]).toEqual([2, 2, 2, 1, 1]);
  expect([hardly, clearly]).toEqual([2, 2]);
  const noisy = { setting: [2], losses: loss(10, 60).map((one, block) => ({ ...one, otherPersonS: one.otherPersonS + (block % 2 === 0 ? -30 : 25) })) };
  // Better by 2.5 on average, give or take 24 with 95 %.
  expect(combineJunctions([[forBus, noisy]], [1]).slice(-2).map(([setting]) => setting![0])).toEqual([1, 1]);
});
