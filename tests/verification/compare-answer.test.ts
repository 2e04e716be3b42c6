// Goal: whoever knows no statistics reads what moved, by how much, how sure that is, what may be chance and what did not move, in both languages and without a word of statistics.
import { describe, expect, test } from 'vitest';
import { answerSentence } from '../../scenarios/compare/answer.ts';
import { compareAll } from '../../scenarios/compare/compare-all.ts';
import type { MeasuredRun } from '../../scenarios/compare/compare-runs.ts';
import { answerWords } from '../../scenarios/language/answer.ts';
import type { IndicatorName } from '../../scenarios/measure/indicators.ts';

type Values = Readonly<Partial<Record<IndicatorName, readonly number[]>>>;

const side = (values: Values): MeasuredRun[] =>
  Array.from({ length: Math.max(...Object.values(values).map((each) => each.length)) }, (_, row) => ({ seed: row + 1, values: Object.fromEntries(Object.entries(values).map(([name, each]) => [name, each[row] ?? null])) }));

/** Both sides, indicator by indicator in the order given; spaces of typography as plain ones. */
const answer = (language: 'fr' | 'en', sides: Readonly<Partial<Record<IndicatorName, readonly [readonly number[], readonly number[]]>>>): string => {
  const of = (at: 0 | 1): MeasuredRun[] => side(Object.fromEntries(Object.entries(sides).map(([name, both]) => [name, both[at]])));
  return answerSentence(compareAll(Object.keys(sides) as IndicatorName[], of(0), of(1)), language).replace(/[\u00a0\u202f]/g, ' ');
};

describe('four figures of five seeds', () => {
  const sides = {
    // −9, −10, −11, −10, −10: mean −10, deviation √0.5, t(4) 2.776: 0.878 to either side, −10.9 to −9.1.
    'bus-mean-delay-s': [[60, 60, 60, 60, 60], [51, 50, 49, 50, 50]],
    'traffic-mean-time-loss-s': [[100, 100, 100, 100, 100], [103, 98, 101, 97, 101]],
    'bus-punctuality-percent': [[90, 90, 90, 90, 90], [94, 95, 96, 95, 95]],
    'vehicle-kilometres': [[1200, 1210, 1190, 1200, 1200], [1200, 1210, 1190, 1200, 1200]],
  } as const;

  test.each([
    ['en', 'The mean lateness of buses falls by 10.0 s (between 9.1 and 10.9 s, 19 times out of 20) and bus punctuality rises by 5.0 percentage points (between 4.1 and 5.9 percentage points). '
      + 'There is no clear difference in the mean time loss of other traffic (between −3.0 and +3.0 s). The distance driven does not change.'],
    ['fr', 'Le retard moyen des bus baisse de 10,0 s (entre 9,1 et 10,9 s, 19 fois sur 20) et la ponctualité des bus augmente de 5,0 points (entre 4,1 et 5,9 points). '
      + 'Aucune différence nette pour le temps perdu moyen des autres véhicules (entre −3,0 et +3,0 s). La distance parcourue ne change pas.'],
  ] as const)('what moved, how sure, what may be chance, what did not (%s)', (language, said) => expect(answer(language, sides)).toBe(said));

  test('a per cent stands before the bounds; where no chance is involved there are no bounds', () => {
    expect(answer('en', { 'lighting-energy-kwh': [[80, 80], [60, 60]], 'traffic-mean-time-loss-s': [[100, 101, 99, 100, 100], [89, 91, 90, 90, 90]] })).toBe(
      'Lighting energy during the run falls by 20 kWh (25.0%) and the mean time loss of other traffic falls by 10.0 s (10.0%; between 9.1 and 10.9 s, 19 times out of 20).');
  });
});

// −10, +11, −1: mean 0, deviation √111, t(2) 4.303: 26.2 to either side.
test('the caution stands with what it is about, and with nothing else', () => {
  const sides = { 'stops-left-out': [[0, 0, 0], [13, 13, 13]], 'bus-mean-delay-s': [[60, 50, 70], [50, 61, 69]] } as const;
  expect(answer('en', sides)).toMatch(/^The number of stops left out rises by 13 calls \(too few runs to tell\)\. There is no clear difference in the mean lateness of buses \(between −26\.2 and \+26\.2 s, 19 times out of 20\)\.$/);
  expect(answer('fr', sides)).toMatch(/13 passages \(trop peu de simulations pour conclure\)\. Aucune différence nette pour le retard moyen des bus \(entre −26,2 et \+26,2 s, 19 fois sur 20\)\.$/);
  expect(answer('en', { 'bus-mean-delay-s': [[60], [50]] })).toBe('The mean lateness of buses falls by 10.0 s (one run of each side only: chance is not ruled out).');
});

test('clear alone and not among many: the answer says among how many; further figures that are clear are counted', () => {
  const noise = [-1, 0.4, 0.3, -0.2, 0.5], still = [50, 50, 50, 50, 50], moved = (by: number) => noise.map((one) => 50 + by + one);
  const sides = { 'bus-mean-delay-s': [still, moved(0.9)], 'tram-time-loss-s-per-km': [still, moved(0)], 'passenger-mean-wait-s': [still, moved(0)], 'pedestrian-mean-wait-s': [still, moved(0)], 'traffic-co2-kg': [still, moved(30)], rescues: [still, moved(0)] } as const;
  expect(answer('en', sides)).toMatch(/^The mean lateness of buses rises by 0\.9 s \(between 0\.1 and 1\.7 s, 19 times out of 20\), but among 6 figures chance alone can move one that far\. There is no .* Of 2 further figures, 1 differs clearly\.$/);
  expect(answer('fr', sides)).toMatch(/, mais parmi 6 chiffres, le hasard seul peut en faire bouger un d’autant\. .* Sur 2 autres chiffres, 1 diffère nettement\.$/);
});

test('what was not asked for is named where it moved clearly, and only there; the rest of what was asked is counted apart', () => {
  const noise = [-1, 0.4, 0.3, -0.2, 0.5], before = side({ 'bus-mean-delay-s': noise, 'traffic-co2-kg': noise, rescues: noise, 'vehicle-kilometres': noise });
  const moved = (by: Readonly<Partial<Record<IndicatorName, number>>>): MeasuredRun[] => before.map(({ seed, values }) => ({ seed, values: Object.fromEntries(Object.entries(values).map(([name, value], at) => [name, value! + (by[name as IndicatorName] ?? 0) + noise[(seed + at) % 5]!])) }));
  const said = (language: 'fr' | 'en', by: Readonly<Partial<Record<IndicatorName, number>>>): string =>
    answerSentence(compareAll(['bus-mean-delay-s', 'traffic-co2-kg', 'rescues', 'vehicle-kilometres'], before, moved(by), { asked: ['bus-mean-delay-s'] }), language).replace(/[\u00a0\u202f]/g, ' ');
  expect(said('en', { 'bus-mean-delay-s': -20, 'traffic-co2-kg': 30 })).toBe(
    'The mean lateness of buses falls by 20.0 s (between 19.2 and 20.8 s, 19 times out of 20). Beside what was asked, the CO₂ of vehicles rises by 30 kg CO₂ (between 29 and 31 kg CO₂).');
  expect(said('fr', { 'bus-mean-delay-s': -20, 'traffic-co2-kg': 30 })).toMatch(/\. En plus de ce qui était demandé, [^.]*CO₂[^.]* augmente de 30 kg .*\.$/);
  expect(said('en', { 'bus-mean-delay-s': -20 })).not.toMatch(/[Bb]eside|further/);
});

test('less than two points are one in French, one alone in English', () => {
  const answered = (language: 'fr' | 'en', by: number): string => answer(language, { 'lighting-saving-since-led-percent': [[50], [50 + by]] });
  expect([answered('fr', 0.3), answered('fr', 3)].map((said) => / (0,3 point|3,0 points)\./.exec(said)?.[1])).toEqual(['0,3 point', '3,0 points']);
  expect([answered('en', 0.3), answered('en', 1)].map((said) => / (0\.3 percentage points|1\.0 percentage point)\./.exec(said)?.[1])).toEqual(['0.3 percentage points', '1.0 percentage point']);
});

test('bounds never read alike, nor as 0 where they are not', () => {
  expect(answer('en', { 'bus-mean-delay-s': [[60, 60, 60], [60.2, 60.21, 60.19]] })).toContain('rises by 0.20 s (between 0.18 and 0.22 s');
});

test('nothing measured is said', () => expect(answer('fr', {})).toBe('Ces simulations ne donnent rien à mesurer pour cette question.'));

test.each([
  ['en', 'Trams cannot be measured here (it takes a tram).', 'These runs hold nothing to measure for this question. '], ['fr', 'Trams ne se mesure pas ici (it takes a tram).', 'Ces simulations ne donnent rien à mesurer pour cette question. '],
] as const)('of the first asked for what was not measured is named, and why (%s)', (language, said, nothing) => {
  const missing = { subject: 'trams', why: 'it takes a tram', place: 3 }, one = compareAll(['rescues'], side({ rescues: [0, 0] }), side({ rescues: [0, 0] }));
  expect(answerSentence(one, language, [missing, { ...missing, place: 4 }]).endsWith(`. ${said}`)).toBe(true);
  expect(answerSentence([], language, [missing])).toBe(nothing + said);
});

test('where only figures beside what was asked were measured, and none is clear, that is said, and not that nothing was measured', () => {
  const sides = [[60, 61, 62], [62, 60, 61.5]].map((delays) => side({ 'bus-mean-delay-s': delays, rescues: delays.map(() => 0) })) as [MeasuredRun[], MeasuredRun[]];
  const said = (language: 'fr' | 'en'): string => answerSentence(compareAll(['lighting-cost-year-eur', 'bus-mean-delay-s', 'rescues'], ...sides, { asked: ['lighting-cost-year-eur'] }), language).replace(/[\u00a0\u202f]/g, ' ');
  expect(said('en')).toBe('Nothing of what was asked can be measured here; none of the 2 other figures differs clearly.');
  expect(said('fr')).toBe('Rien de ce qui était demandé ne se mesure ici ; aucun des 2 autres chiffres ne diffère nettement.');
});

test('no word of statistics', () => {
  const jargon = /interval|confidence|signific|hypothes|p-value|standard|deviation|variance|seed|sample|\bmean difference|intervalle|confiance|hypothèse|écart.type|graine|échantillon/i;
  for (const { fr, en } of Object.values(answerWords)) for (const phrase of [fr, en]) expect(String(phrase)).not.toMatch(jargon);
});
