// Goal: a sweep asks what its file says: each design has the points that its theory promises, and whatever is wrong with a file is said at once, with its line.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { BadInput } from '../../cli/bad-input.ts';
import { openSweep } from '../../cli/sweep-file.ts';
import { randomNormal } from '../../engine/foundation/random.ts';
import { readEachChange } from '../../scenarios/changes/read-changes.ts';
import { compareAll } from '../../scenarios/compare/compare-all.ts';
import type { Comparison, MeasuredRun } from '../../scenarios/compare/compare-runs.ts';
import { inWords } from '../../scenarios/language/problems.ts';
import { questionNamed } from '../../scenarios/questions/library.ts';
import { fillIn } from '../../scenarios/sweep/fill-in.ts';
import { judgedSweep, judgeSweep } from '../../scenarios/sweep/judged-sweep.ts';
import { latinHypercube } from '../../scenarios/sweep/latin-hypercube.ts';
import { makePointFaults } from '../../scenarios/sweep/point-faults.ts';
import { levelsOf, pointsOf, type Parameter } from '../../scenarios/sweep/points.ts';
import { saidDifference, saidPoint } from '../../scenarios/sweep/said-point.ts';
import { mainEffects, pointFigures, ranked, type JudgedPoint } from '../../scenarios/sweep/sweep-figures.ts';
import { changeWords } from '../../scenarios/sweep/amount-words.ts';
import { sweepSentence } from '../../scenarios/sweep/sweep-sentence.ts';
import { smallSweep } from '../browser/small-sweep.ts';
import { busTown } from './bus-town.ts';

const folder = mkdtempSync(join(tmpdir(), 'jumeau-sweep-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const plainSpaces = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('points', () => {
  test.each([[1, 1, 1], [3, 7, 2], [20, 64, 9]])('%i parameters, %i samples: every stratum of each holds one point, and a seed gives the same again', (dimensions, count, seed) => {
    const points = latinHypercube(dimensions, count, seed);
    for (let column = 0; column < dimensions; column++) expect(points.map((point) => Math.floor(point[column]! * count)).sort((one, other) => one - other)).toEqual(Array.from({ length: count }, (_, stratum) => stratum));
    expect(latinHypercube(dimensions, count, seed)).toEqual(points);
    if (count > 1) expect(latinHypercube(dimensions, count, seed + 1)).not.toEqual(points);
  });

  const parameters: Parameter[] = [{ name: 'a', levels: [1, 2, 3] }, { name: 'b', levels: ['x', 'y'] }, { name: 'c', levels: [true, false] }];

  test('a grid has every value with every other, the last parameter turning fastest', () => {
    const points = pointsOf({ by: 'grid' }, parameters);
    expect(points).toHaveLength(12);
    expect(points.slice(0, 5)).toEqual([[1, 'x', true], [1, 'x', false], [1, 'y', true], [1, 'y', false], [2, 'x', true]]);
    expect(new Set(points.map((point) => JSON.stringify(point))).size).toBe(12);
  });

  test('values of a Latin hypercube share its samples evenly; points that fall together stand once', () => {
    const many = pointsOf({ by: 'latin-hypercube', samples: 60, seed: 1 }, [{ name: 'a', levels: Array.from({ length: 60 }, (_, at) => at) }, { name: 'b', levels: [0, 1, 2, 3, 4] }]);
    expect(many).toHaveLength(60);
    for (const level of [0, 1, 2, 3, 4]) expect(many.filter(([, b]) => b === level)).toHaveLength(12);
    const few = pointsOf({ by: 'latin-hypercube', samples: 60, seed: 1 }, parameters);
    expect(few).toHaveLength(12);
  });

  test('a list is taken as given, whatever the order of its names', () => {
    expect(pointsOf({ by: 'list', points: [{ b: 'y', a: 3 }, { a: 1, b: 'x' }] }, parameters.slice(0, 2))).toEqual([[3, 'y'], [1, 'x']]);
  });

  test.each([
    [{ from: 0, until: 0.3, step: 0.1 }, [0, 0.1, 0.2, 0.3]], [{ from: 0, until: 10, step: 4 }, [0, 4, 8]], [{ from: -60, until: 60, step: 60 }, [-60, 0, 60]], [{ from: 5, until: 5, step: 1 }, [5]], [{ values: ['22:00', '23:00'] }, ['22:00', '23:00']],
  ])('%j gives %j', (given, levels) => expect(levelsOf(given)).toEqual(levels));

  test('a parameter is filled in wherever it stands, with the type of its value', () => {
    const written = { a: { parameter: 'x' }, list: [{ parameter: 'y' }, { deep: [{ parameter: 'x' }] }], parameter: 'x', beside: 1 };
    expect(fillIn(written, new Map<string, number | boolean>([['x', 0.5], ['y', true]]))).toEqual({ a: 0.5, list: [true, { deep: [0.5] }], parameter: 'x', beside: 1 });
  });
});

describe('main effects and ranks', () => {
  const judged = (differences: readonly (readonly [a: number, b: number, difference: number])[], better: 'higher' | 'lower' | 'neither' = 'lower'): JudgedPoint[] =>
    differences.map(([a, b, differenceMean], at) => ({ at, point: [a, b], comparisons: [], missingRuns: 0, unjudged: 0, first: { differenceMean, indicator: { name: 'bus-mean-delay-s', better } } as Comparison }));

  test('the effect of a value is the mean over the points that have it', () => {
    // Difference = 2 a + 10 b over a whole grid: b has mean 0.5, a has mean 1.
    const grid = [0, 1, 2].flatMap((a) => [0, 1].map((b) => [a, b, 2 * a + 10 * b] as const));
    const [a, b] = mainEffects(judged(grid), [{ name: 'a', levels: [0, 1, 2] }, { name: 'b', levels: [0, 1] }]);
    expect(a!.rows.map(({ differenceMean }) => differenceMean)).toEqual([5, 7, 9]);
    expect(b!.rows.map(({ differenceMean }) => differenceMean)).toEqual([2, 12]);
  });

  test('many numbers are taken together, each once', () => {
    const levels = Array.from({ length: 20 }, (_, at) => 19 - at), [{ rows }] = mainEffects(judged(levels.map((a) => [a, 0, a] as const)), [{ name: 'a', levels }]) as [ReturnType<typeof mainEffects>[number]];
    expect(rows).toHaveLength(6);
    expect(rows.reduce((sum, { points }) => sum + points, 0)).toBe(20);
    expect(rows.map(({ from, until }) => [from, until])).toEqual([[0, 2], [3, 5], [6, 9], [10, 12], [13, 15], [16, 19]]);
  });

  test('best first, in the direction of the indicator', () => {
    const figures = [3, -1, 2].map((differenceMean, at) => ({ at, point: [at], missingRuns: 0, unjudged: 0, comparisons: [{ differenceMean, indicator: { name: 'bus-mean-delay-s' } } as Comparison] }));
    expect(ranked(figures, 'bus-mean-delay-s').map(({ at }) => at)).toEqual([1, 2, 0]);
    const punctual = figures.map((one) => ({ ...one, comparisons: one.comparisons.map((each) => ({ ...each, indicator: { ...each.indicator, name: 'bus-punctuality-percent' as const } })) }));
    expect(ranked(punctual, 'bus-punctuality-percent').map(({ at }) => at)).toEqual([0, 2, 1]);
  });
});

describe('points judged together', () => {
  const draw = (point: number, seed: number): number => randomNormal(7, 9301, point, seed);
  const runsOf = (trial: number, point: number, shift: number): MeasuredRun[] => Array.from({ length: 4 }, (_, seed) => ({ seed, values: { 'bus-mean-delay-s': shift + draw(trial * 64 + point, seed), 'traffic-mean-time-loss-s': shift + draw(trial * 64 + point + 32, seed) } }));
  const baseline = Array.from({ length: 4 }, (_, seed) => ({ seed, values: { 'bus-mean-delay-s': 0, 'traffic-mean-time-loss-s': 0 } })), names = ['bus-mean-delay-s', 'traffic-mean-time-loss-s'] as const, points = Array.from({ length: 20 }, (_, at) => [at]);
  const clear = ({ verdict }: Comparison): boolean => verdict === 'better' || verdict === 'worse';

  const asPoints = (runs: (point: number) => MeasuredRun[]) => points.map((point, at) => ({ point, runs: runs(at) }));

  test('of twenty that do nothing hardly one sweep in twenty has any that is clear by any figure', () => {
    const trials = 400;
    let any = 0, alone = 0;
    for (let trial = 0; trial < trials; trial++) {
      const figures = pointFigures(names, baseline, asPoints((point) => runsOf(trial, point, 0))), compared = figures.flatMap(({ comparisons }) => comparisons);
      if (compared.some(clear)) any++;
      if (compared.some(({ interval95 }) => interval95!.low > 0 || interval95!.high < 0)) alone++;
    }
    // 5 % at most; each difference by itself in 1 - 0.95^40 = 87 %. Three standard errors of 400 trials.
    expect(any / trials).toBeLessThan(0.05 + 3 * Math.sqrt(0.05 * 0.95 / trials));
    expect(any).toBeGreaterThan(0);
    expect(Math.abs(alone / trials - (1 - 0.95 ** 40))).toBeLessThan(3 * Math.sqrt(0.87 * 0.13 / trials));
  });

  test('a sweep is judged once, in turns or at a stretch alike', async () => {
    const saved = smallSweep(busTown()), turns: number[] = [];
    await judgeSweep(saved, async function* (all) { for (const [at, point] of all.entries()) { turns.push(at); yield point; } });
    const judged = judgedSweep(saved);
    expect(turns).toEqual([0, 1]);
    expect(judged.figures.map(({ comparisons }) => comparisons.map(({ verdict }) => verdict))).toEqual([['better'], ['better']]);
    expect(judgedSweep(saved)).toBe(judged);
    expect(judgedSweep({ ...saved })).toEqual(judged);
  });

  test('what is far from nothing stays clear, and the family is all figures of all points', () => {
    const figures = pointFigures(names, baseline, asPoints((point) => runsOf(0, point, point === 3 ? 1000 : 0))), both = figures[3]!.comparisons;
    for (const one of both) expect(one).toMatchObject({ verdict: 'worse', familySize: 40 });
    // Holm: the smaller times 40, the other times 39 and no smaller than the first.
    const [small, large] = both.map(({ pValue }) => pValue!).sort((one, other) => one - other), adjusted = both.map(({ adjustedPValue }) => adjustedPValue!).sort((one, other) => one - other);
    expect(adjusted[0]).toBeCloseTo(40 * small!, 12);
    expect(adjusted[1]).toBeCloseTo(Math.max(40 * small!, 39 * large!), 12);
  });

  test('a sweep of one point says what a comparison says', () => {
    const runs = runsOf(1, 0, 3);
    for (const asked of [undefined, names, names.slice(0, 1), []]) expect(pointFigures(names, baseline, [{ point: [0], runs, asked }])[0]!.comparisons).toEqual(compareAll(names, baseline, runs, { asked }));
    // What was asked for is a family over all points, what is looked at beside it another.
    const several = pointFigures(names, baseline, asPoints(() => runs).map((one) => ({ ...one, asked: names.slice(0, 1) })));
    expect(several.flatMap(({ comparisons }) => comparisons.map(({ asked, familySize }) => [asked, familySize]))).toEqual(points.flatMap(() => [[true, 20], [false, 20]]));
  });

  test('a point some of whose runs came to no result has no verdict, and is behind all others', () => {
    const figures = pointFigures(names, baseline, asPoints((point) => runsOf(0, point, point === 3 ? -1000 : point === 4 ? -500 : 0).slice(point === 3 ? 1 : 0)));
    expect(figures.map(({ missingRuns }) => missingRuns)).toEqual(points.map((_, at) => (at === 3 ? 1 : 0)));
    expect(figures[3]!.comparisons.map(({ verdict }) => verdict)).toEqual(['few', 'few']);
    const judged = ranked(figures, names[0]);
    expect([judged[0]!.at, judged.at(-1)!.at]).toEqual([4, 3]);
    const said = sweepSentence(judged, points.length, names, [{ name: 'x', levels: points.map(([x]) => x!) }], 'en');
    expect(said).toContain('for 1 some runs came to no result');
    expect(plainSpaces(said)).toContain('The best: x = 4');
    // Without the run of a seed in the baseline every point lacks that pair.
    expect(pointFigures(names, baseline.slice(1), asPoints((point) => runsOf(0, point, -1000))).every(({ missingRuns, comparisons }) => missingRuns === 1 && comparisons.every(({ verdict }) => verdict === 'few'))).toBe(true);
  });
});

describe('the answer in words', () => {
  const names = ['bus-mean-delay-s', 'lighting-cost-year-eur', 'lighting-below-class-km'] as const, parameters: Parameter[] = [{ name: 'share', levels: [0, 0.5, 1], title: { fr: 'Part du flux', en: 'Share of output' }, unit: { fr: 'lumens', en: 'lumen' } }];
  /** Points by what each does to lateness (five seeds, a little spread), to a cost and to kilometres, both exact. */
  const judgedOf = (effects: readonly (readonly [delayS: number, costEur: number, belowKm: number])[]): JudgedPoint[] => {
    const runsOf = ([delayS, costEur, belowKm]: readonly [number, number, number], isPoint: boolean): MeasuredRun[] => [1, 2, 3, 4, 5].map((seed) => ({ seed, values: { [names[0]]: 100 + delayS + (isPoint && delayS !== 0 ? (seed - 3) / 5 : 0), [names[1]]: 2_000_000 + costEur, [names[2]]: 80 + belowKm } }));
    return ranked(pointFigures(names, runsOf([0, 0, 0], false), effects.map((effect, at) => ({ point: [at / 2], runs: runsOf(effect, true) }))), names[0]);
  };
  const said = (effects: Parameters<typeof judgedOf>[0], language: 'fr' | 'en' = 'en', indicators: readonly (typeof names)[number][] = names): string => plainSpaces(sweepSentence(judgedOf(effects), effects.length, indicators, parameters, language));
  /** The sentence in which these words stand: what a person quotes. */
  const sentenceOf = (text: string, words: RegExp): string => text.split(/(?<=\.) (?=[A-ZÀ-Þ])/).find((one) => words.test(one)) ?? '';

  test('none is called the best where it clearly worsens something, and the sentence that names it names the price; where all do, so does the first', () => {
    for (const [language, gain, best, price] of [['en', /largest gain/, /best/i, 'the length of streets below their lighting class'], ['fr', /plus fort gain/, /meilleure/i, 'la longueur de rues sous leur classe']] as const) {
      const all = said([[-40, 0, 592.2], [-20, 0, 25]], language);
      expect(all).not.toMatch(best);
      for (const one of [sentenceOf(all, gain), sentenceOf(all, language === 'en' ? /do better than/ : /font mieux que/)]) expect(one).toContain(price);
      expect(sentenceOf(all, gain)).toMatch(/592[.,]2 km/);
      expect(sentenceOf(all, language === 'en' ? /all that do better/ : /toutes celles qui font mieux/)).toMatch(/\+25[.,]0 (to|à) \+592[.,]2 km/);
    }
  });

  test('a figure that only some of those worsen is not said of all of them: each says how many worsen it', () => {
    const [en, fr] = (['en', 'fr'] as const).map((language) => sentenceOf(said([[-40, 200_000, 0], [-20, 0, 25], [-10, 0, 50]], language), /Of 3|Sur 3/));
    expect(en).toMatch(/all that do better clearly worsen at least one other figure: the length of streets below [^(]*\(2 variants: \+25\.0 to \+50\.0 km[^)]*\) and the yearly cost[^(]*\(1 variant: \+10\.0%, \+200,000 €[^)]*\)\.$/);
    expect(fr).toMatch(/toutes celles qui font mieux dégradent nettement au moins un autre chiffre : la longueur de rues sous leur classe[^(]*\(2 variantes : \+25,0 à \+50,0 km[^)]*\) et le coût[^(]*\(1 variante : \+10,0 %, \+200 000 €[^)]*\)\.$/);
  });

  test('beside it stands the best that clearly worsens nothing, which has a sentence without a price', () => {
    const text = said([[-40, 0, 592], [-20, 0, 0]]);
    expect(sentenceOf(text, /one of those that do better clearly worsens/)).toContain('592.0 km');
    expect(sentenceOf(text, /best/)).toBe('The best that clearly worsens nothing else: Share of output = 0.5 lumen, with −20.0 s.');
    expect(sentenceOf(said([[-40, 0, 0], [-20, 0, 90]]), /The best/)).toBe('The best: Share of output = 0 lumen, with −40.0 s.');
  });

  test('with one or two seeds nothing is called the best, and that no price can be told is said, however large it looks', () => {
    const pairs = ['bus-mean-delay-s', 'traffic-mean-time-loss-s'] as const, runsOf = (seeds: readonly number[], delayS: number, lossS: number): MeasuredRun[] => seeds.map((seed) => ({ seed, values: { [pairs[0]]: 50 + delayS * (1 + seed / 100), [pairs[1]]: 100 + lossS * (1 + seed / 100) } }));
    for (const seeds of [[1], [1, 2]]) {
      const figures = ranked(pointFigures(pairs, runsOf(seeds, 0, 0), [{ point: [1], runs: runsOf(seeds, -1, 300) }, { point: [2], runs: runsOf(seeds, -0.5, 0) }]), pairs[0]);
      const [en, fr] = (['en', 'fr'] as const).map((language) => plainSpaces(sweepSentence(figures, 2, pairs, parameters, language)));
      expect(en).toMatch(/The largest gain in these runs: .* = 1 lumen, with −1\.0 s.*That difference itself may be chance\. There are too few runs to tell what else it worsens\.$/);
      expect(fr).toMatch(/Le plus fort gain dans ces simulations : .*trop peu de simulations pour savoir ce que cela dégrade/);
      expect(`${en}${fr}`).not.toMatch(/best|meilleure/i);
    }
    // A figure that owes nothing to chance is judged by one seed; beside it one that does still cannot be told.
    const exact = ['lighting-cost-year-eur', 'traffic-mean-time-loss-s'] as const, ofCost = (costEur: number, lossS: number): MeasuredRun[] => [{ seed: 1, values: { [exact[0]]: costEur, [exact[1]]: lossS } }];
    expect(plainSpaces(sweepSentence(ranked(pointFigures(exact, ofCost(100, 100), [{ point: [1], runs: ofCost(50, 400) }]), exact[0]), 1, exact, parameters, 'en'))).toMatch(/The largest gain in these runs: .*−50.*There are too few runs to tell what else it worsens\.$/);
  });

  test('where none does better, that is said, and what does nothing or least harm is not called the best', () => {
    expect(said([[5, 0, 0], [9, 0, 0]])).toMatch(/: 2 do worse\. None does better; the least bad: Share of output = 0 lumen, with \+5\.0 s\.$/);
    expect(said([[0, 0, 0], [9, 0, 0]])).toMatch(/1 does worse; 1 makes no difference\. None does better\.$/);
    expect(said([[0, 0, 0], [0, 0, 0]])).toMatch(/: 2 make no difference\.$/);
  });

  test('a difference that is not 0 never reads as 0: in the answer, in per cent, in table and page', () => {
    const small = judgedOf([[-0.004, 0, 0.002]]), { first, comparisons } = small[0]!;
    const alike = { ...first, interval95: null, differenceMean: -0.004, differencePercent: -0.004 };
    expect(plainSpaces(changeWords(alike, 'en'))).toBe('−0.004 s (−0.004%)');
    expect(plainSpaces(sweepSentence(small, 1, names, parameters, 'en'))).not.toMatch(/[+−]0\.0+( |%)/);
    expect(saidPoint({ ...small[0]!, first: alike }, 'en')).toMatchObject({ difference: '−0.004', percent: '−0.004%' });
    expect(saidDifference(comparisons.find(({ indicator }) => indicator.name === names[2])!, 'fr')).toBe('+0,002');
  });

  test('large figures are rounded as a comparison rounds them; of one figure alone it is said that no other was looked at', () => {
    const dear = ranked(pointFigures([names[1]], [{ seed: 0, values: { [names[1]]: 5_509_130 } }], [{ point: [0], runs: [{ seed: 0, values: { [names[1]]: 5_509_130 - 2_828_591 } }] }]), names[1]);
    const text = plainSpaces(sweepSentence(dear, 1, [names[1]], parameters, 'fr'));
    expect(text).toContain('−2 830 000 €/an (−51,3 %)');
    expect(text).toMatch(/Aucun autre chiffre n’a été regardé/);
    expect(said([[-40, 0, 0]])).not.toMatch(/looked at/);
  });
});

const changes = 'changes:\n  - { change: priority-rules, why: Meeting of 12 March, controllers: all, longestExtensionS: { parameter: x } }\n';

/** What is wrong with a sweep: codes by line, '3: sweep-wrong-field'. */
async function faultsOf(text: string, wishes: Parameters<typeof openSweep>[1] = {}): Promise<string[]> {
  const path = join(folder, 'given.yaml');
  writeFileSync(path, text);
  try {
    await openSweep(path, wishes);
    return [];
  } catch (fault) {
    if (!(fault instanceof BadInput)) throw fault;
    for (const problem of fault.problems) for (const language of ['en', 'fr'] as const) expect(inWords(problem, language)).toMatch(/^[^{}]{20,}|parameter:/);
    return fault.problems.map(({ code, where, parameters: { near } }) => `${/line (\d+)/.exec(where)?.[1] ?? '-'}: ${code}${near ? ` (${near})` : ''}`);
  }
}

describe('a file', () => {
  test.each<[string, string, string[]]>([
    ['that is right', `${changes}parameters:\n  x: { from: 0, until: 10, step: 5 }\n`, []],
    ['with a field of another name', `${changes}parameters:\n  x: { from: 0, until: 10, step: 5 }\nindicator: []\n`, ['5: sweep-unknown-field (indicators)']],
    ['with titles and units in one language or both', `title: { fr: Essai, en: Trial }\n${changes}parameters:\n  x: { from: 0, until: 10, step: 5, title: { fr: Durée, en: Time }, unit: s }\n`, []],
    ['with a title that lacks a language', `title: { fr: Essai }\n${changes}parameters:\n  x: { values: [1] }\n`, ['1: sweep-wrong-field']],
    ['with a list whose parameters have titles', `${changes}parameters:\n  x: { title: Time, unit: s }\ndesign: { by: list, points: [{ x: 1 }] }\n`, []],
    ['with a title for nothing', `${changes}parameters:\n  xx: { title: Time }\ndesign: { by: list, points: [{ x: 1 }] }\n`, ['4: sweep-unused-parameter (x)']],
    ['with a range that lacks its end', `${changes}parameters:\n  x: { from: 0, step: 5 }\n`, ['4: sweep-range-or-values']],
    ['with range and values', `${changes}parameters:\n  x: { from: 0, until: 1, step: 5, values: [1] }\n`, ['4: sweep-range-or-values']],
    ['with a range backwards', `${changes}parameters:\n  x: { from: 9, until: 1, step: 5 }\n`, ['4: sweep-range-backwards']],
    ['with a step of nothing', `${changes}parameters:\n  x: { from: 0, until: 1, step: 0 }\n`, ['4: sweep-wrong-field']],
    ['with a value twice', `${changes}parameters:\n  x: { values: [1, 2, 1] }\n`, ['4: sweep-value-twice']],
    ['with a misspelt parameter', `${changes}parameters:\n  xx1: { values: [1] }\n  x: { values: [1] }\n`, ['4: sweep-unused-parameter']],
    ['with a parameter that is not declared', `${changes.replace('parameter: x', 'parameter: extensionsS')}parameters:\n  extensionS: { values: [1] }\n`, ['2: sweep-undeclared-parameter (extensionS)', '4: sweep-unused-parameter (extensionsS)']],
    ['with a design of another name', `${changes}parameters:\n  x: { values: [1] }\ndesign: grids\n`, ['5: sweep-unknown-design (grid)']],
    ['without samples', `${changes}parameters:\n  x: { values: [1] }\ndesign: latin-hypercube\n`, ['5: sweep-no-samples']],
    ['with a list and parameters', `${changes}parameters:\n  x: { values: [1] }\ndesign: { by: list, points: [{ x: 1 }] }\n`, ['4: sweep-list-and-parameters']],
    ['with rows that differ', `${changes}design:\n  by: list\n  points:\n    - { x: 1 }\n    - { y: 1 }\n`, ['7: sweep-point-without', '7: sweep-undeclared-parameter (x)']],
    ['with a row twice', `${changes}design:\n  by: list\n  points:\n    - { x: 1 }\n    - { x: 1 }\n`, ['7: sweep-point-twice']],
    ['with an indicator of another name', `${changes}parameters:\n  x: { values: [1] }\nindicators:\n  - bus-punctuality-percents\n`, ['6: sweep-unknown-indicator (bus-punctuality-percent)']],
    ['without a question', 'parameters:\n  x: { values: [1] }\n', ['1: sweep-question-or-changes']],
    ['with two', `${changes}question: baseline\nparameters:\n  x: { values: [1] }\n`, ['3: sweep-question-or-changes']],
    ['without parameters', changes, ['1: sweep-missing-field']],
    ['with a name that is none', `${changes.replace('parameter: x', 'parameter: 2x')}parameters:\n  2x: { values: [1] }\n`, ['4: sweep-parameter-name']],
    ['with more runs than there may be', `${changes}parameters:\n  x: { from: 0, until: 100000, step: 1 }\n`, ['4: sweep-too-many-runs']],
    ['with more points than there may be', `${changes}parameters:\n  x: { from: 0, until: 50, step: 0.001 }\nseeds: 5\n`, ['4: sweep-too-many-runs']],
    ['that is a list', '- 1\n', ['1: sweep-not-fields']],
    ['that is no YAML', `${changes}parameters: {\n`, ['4: sweep-not-yaml']],
    ['with all of it wrong', `titles: 5\n${changes}parameters:\n  x: { values: [] }\n  y: { values: [1] }\nseeds: 0\nfrom: 7h\nhours: 1000\n`, ['1: sweep-unknown-field (title)', '5: sweep-wrong-field', '7: sweep-wrong-field', '8: sweep-wrong-field', '9: sweep-wrong-field', '6: sweep-unused-parameter (x)']],
  ])('%s', async (_, text, faults) => expect((await faultsOf(text)).sort()).toEqual([...faults].sort()));

  test('21 parameters are one too many', async () => {
    const names = Array.from({ length: 21 }, (_, at) => `x${at}`), uses = names.map((name) => `{ parameter: ${name} }`).join(', ');
    expect(await faultsOf(`changes: [{ change: dim-lamps, zone: [${uses}] }]\nparameters:\n${names.map((name) => `  ${name}: { values: [1] }\n`).join('')}`)).toContain('3: sweep-parameter-count');
  });

  test('a megabyte is too large, and a file that is not there is said', async () => {
    expect(await faultsOf(`# ${'x'.repeat(1_000_001)}\n`)).toEqual(['-: sweep-too-large']);
    await expect(openSweep(join(folder, 'nowhere.yaml'), {})).rejects.toThrow('cli-no-such-file');
  });

  test('the command line goes before the file: seeds, samples', async () => {
    const path = join(folder, 'asked.yaml');
    writeFileSync(path, `${changes}parameters:\n  x: { from: 0, until: 60, step: 1 }\ndesign: { by: latin-hypercube, samples: 4 }\n`);
    expect(await openSweep(path, {})).toMatchObject({ points: { length: 4 }, file: { seeds: 5 } });
    expect(await openSweep(path, { samples: 9, seeds: 2 })).toMatchObject({ points: { length: 9 }, file: { seeds: 2 } });
    expect(await faultsOf(`${changes}parameters:\n  x: { values: [1] }\n`, { samples: 3 })).toEqual(['1: sweep-samples-of-other-design']);
  });
});

test('a fault at some points is told once, with how many it hits; one at every point as it is', () => {
  const fault = (code: string) => ({ problem: { severity: 'error' as const, code, where: 'here', parameters: {} }, among: 'written' }), faults = makePointFaults([{ name: 'x', levels: [1, 2, 3] }]);
  for (const x of [1, 2, 3]) faults.add([x], [fault('change-no-lamp-there'), ...(x > 1 ? [fault('changes-not-a-list')] : [])], ['written']);
  expect(faults.all(3)).toMatchObject([{ code: 'change-no-lamp-there' }, { code: 'sweep-at-points', parameters: { points: 2, of: 3, first: 'x = 2', causeCode: 'changes-not-a-list' } }]);
});

test('the sweeps of docs/models/sweep.md are read, and what they change is written as changes are', async () => {
  const shown = [...readFileSync(new URL('../../docs/models/sweep.md', import.meta.url), 'utf8').matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => text!);
  expect(shown).toHaveLength(3);
  for (const [at, text] of shown.entries()) {
    const path = join(folder, `shown-${at}.yaml`);
    writeFileSync(path, text);
    const { file, parameters, points } = await openSweep(path, {});
    for (const point of points) {
      const levels = new Map(parameters.map(({ name }, column) => [name, point[column]!]));
      if (file.changes) expect(readEachChange(fillIn(file.changes, levels)).problems).toEqual([]);
      else expect(questionNamed(String(fillIn(file.question, levels)))).toBeDefined();
    }
  }
});
