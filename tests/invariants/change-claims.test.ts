// Goal: changes that contradict each other are told before anything runs; those that share nothing give the same city in either order, and none gives another city where it is said twice.
import { beforeAll, describe, expect, test } from 'vitest';
import { randomBits } from '../../engine/foundation/random.ts';
import { hasErrors } from '../../engine/foundation/problem.ts';
import { allRows, tableFrom } from '../../engine/foundation/table.ts';
import { twinHash } from '../../engine/twin/bytes.ts';
import { twinTables, type Twin } from '../../engine/twin/twin.ts';
import { applyChanges } from '../../scenarios/changes/apply-changes.ts';
import { changeKinds, type Change } from '../../scenarios/changes/change.ts';
import { claimsOf, keyOf } from '../../scenarios/changes/contradictions.ts';
import { inWords } from '../../scenarios/language/problems.ts';
import { busTown } from '../verification/bus-town.ts';

const why = 'to see what happens';
let twin: Twin, hash: string;
beforeAll(() => { twin = busTown(); hash = twinHash(twin); });

const codes = (...changes: Change[]) => applyChanges(twin, changes).problems.map(({ code, where, parameters }) => `${where} ${code} ${parameters['other'] ?? ''}`.trim());
const priority = (enabled: boolean, controllers: 'all' | string[]): Change => ({ change: 'bus-priority', why, enabled, controllers });
const span = (from: string, until: string) => ({ from, until });

describe('contradictions', () => {
  const name = (row: number) => twin.controllers.name[row]!, street = () => twin.streets.name[twin.links.street[0]!]!;
  const limit = (limitKmh: number, from: string, until: string, where: { street: string } | { links: string[] } = { street: street() }): Change => ({ change: 'limit-by-time', why, where, limitKmh, ...span(from, until) });

  test('one controller on and off, its control set twice: told with both changes; those of others, and an exception from all, are not', () => {
    expect(codes(priority(false, [name(0), name(1)]), priority(true, [name(1), name(2)]))).toContain('changes.1 change-contradicts 1');
    expect(codes(priority(false, [name(0)]), priority(true, [name(1)])).join()).not.toContain('contradicts');
    expect(codes(priority(false, 'all'), priority(true, [name(1)])).join()).not.toContain('contradicts');
    expect(codes(priority(true, [name(1)]), priority(false, 'all'))).toContain('changes.1 change-contradicts 1');
    const control = (kind: 'max-pressure' | 'longest-queue'): Change => ({ change: 'signal-control', why, controllers: [name(0)], control: kind, decisionEveryS: 10, leastStageS: 6 });
    expect(codes(control('max-pressure'), control('longest-queue'))).toContain('changes.1 change-contradicts 1');
    const rules = (field: object): Change => ({ change: 'priority-rules', why, controllers: [name(0)], ...field });
    expect(codes(rules({ earlyGreen: true }), rules({ earlyGreen: false }))).toContain('changes.1 change-contradicts 1');
    expect(codes(rules({ earlyGreen: true }), rules({ skip: false })).join()).not.toContain('contradicts');
  });

  test('two limits on one street at one time: told; at different times, or on a part of it, not', () => {
    expect(codes(limit(30, '22:00', '06:00'), limit(50, '05:00', '09:00'))).toEqual(['changes.1 change-contradicts 1']);
    expect(codes(limit(30, '22:00', '06:00'), limit(40, '06:00', '22:00'))).toEqual([]);
    expect(codes(limit(30, '22:00', '06:00'), limit(20, '23:00', '05:00', { links: [twin.links.name[0]!] }))).toEqual([]);
    expect(codes(limit(20, '23:00', '05:00', { links: [twin.links.name[0]!] }), limit(30, '22:00', '06:00'))).toEqual(['changes.1 change-contradicts 1']);
  });

  test('a detour through a street that another change closes, in either order; one that the excepted may use, or at another time, is not', () => {
    const via = [twin.links.name[3]!, twin.links.name[4]!], close = (from: string, until: string, except?: ['bus']): Change => ({ change: 'close-link', why, where: { links: [via[1]!] }, ...span(from, until), ...(except ? { except } : {}) });
    const detour: Change = { change: 'divert', why, around: twin.links.name[0]!, via, ...span('07:00', '12:00') };
    expect(codes(close('11:00', '14:00'), detour)).toEqual(['changes.1 change-contradicts 1']);
    expect(codes(detour, close('11:00', '14:00'))).toEqual(['changes.1 change-contradicts 1']);
    expect(codes(close('12:00', '14:00'), detour)).toEqual([]);
    expect(codes(close('11:00', '14:00', ['bus']), detour)).toEqual([]);
  });

  test('reads as a sentence with both changes and a way out, in both languages', () => {
    const [together] = applyChanges(twin, [priority(false, [name(0), name(1)]), priority(true, [name(0), name(1)])]).problems, [late] = applyChanges(twin, [priority(true, [name(1)]), priority(false, 'all')]).problems;
    expect(inWords(together!, 'en')).toBe(`change 1 (bus-priority) sets bus priority of "${name(0)}" and 1 more to something else. Keep one of the two, or let them be about different places or times.`);
    expect(inWords(together!, 'fr')).toMatch(/^le changement 1 \(bus-priority\) règle autrement la priorité aux bus de « .* » et de 1 autres\. Gardez/);
    expect(inWords(late!, 'en')).toMatch(/put it before that one, which then is an exception\.$/);
  });
});

/** Tables in which the order of rows says nothing but for rows about one thing at one time. */
const LISTS = ['events', 'lightingOverrides', 'communicationLosses', 'adaptiveRules', 'lightingLimits'] as const;

/** The fingerprint of a city, whatever the order of rows in such tables. */
function meaningHash(city: Twin): string {
  const copy = { ...city } as unknown as Record<string, unknown>;
  for (const table of LISTS) copy[table] = tableFrom(twinTables[table], allRows(twinTables[table], city[table] as never).map((row) => [JSON.stringify(row), row] as const).sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row) as never);
  return twinHash(copy as unknown as Twin);
}

/** Kinds on lines, demand and streets for good have towns of their own, in tests of theirs. */
const ELSEWHERE = new Set(['headway', 'timetable-shift', 'run-time', 'demand-growth', 'passenger-growth', 'event-crowd', 'bus-lane', 'bollard-hours', 'speed-limit']);

/** A change of any other kind that the city can take. */
function randomChange(seed: number): Change {
  let draws = 0;
  const draw = (below: number) => randomBits(seed, 3, 0, draws++) % below, pick = <T>(from: ArrayLike<T>): T => from[draw(from.length)]!, some = (names: ArrayLike<string>): string[] => [...new Set([pick(names), pick(names)])];
  const clock = () => `${String(draw(23)).padStart(2, '0')}:00`, times = () => { const from = draw(23); return span(`${String(from).padStart(2, '0')}:00`, `${String(from + 1).padStart(2, '0')}:00`); };
  const zone = () => pick(['all', ...Array.from(twin.lightingZones.name)]), controllers = (): 'all' | string[] => (draw(4) === 0 ? 'all' : some(twin.controllers.name)), cabinets = (): 'all' | string[] => (draw(3) === 0 || twin.cabinets.count === 0 ? 'all' : some(twin.cabinets.name));
  const share = () => draw(5) / 4, link = () => pick(twin.links.name), where = () => (draw(2) ? { street: twin.streets.name[twin.links.street[draw(twin.links.count)]!]! } : { links: [link(), link()] });
  const makers: Partial<Record<Change['change'], () => Change>> = {
    'dim-lamps': () => ({ change: 'dim-lamps', why, zone: zone(), ...times(), outputShare: share() }),
    'lighting-program': () => ({ change: 'lighting-program', why, zone: zone(), levels: [{ from: '12:00', outputShare: share(), rampS: 0 }, { from: clock(), outputShare: share(), rampS: 60 }], ...(draw(2) ? { nightsOf: [pick(['friday', 'sunday'] as const)] } : {}) }),
    'switching-rule': () => ({ change: 'switching-rule', why, zone: zone(), rule: { by: 'photocell', onLx: 10 + draw(9), offLx: 30 } }),
    'adaptive-lighting': () => ({ change: 'adaptive-lighting', why, zone: zone(), ...times(), fallS: draw(9), rule: { by: 'presence', quietShare: 0.2, busyShare: 1, holdS: 60 } }),
    'lighting-override': () => ({ change: 'lighting-override', why, where: draw(2) ? { zone: pick(twin.lightingZones.name) } : {}, ...times(), outputShare: share() }),
    'communication-loss': () => ({ change: 'communication-loss', why, cabinets: cabinets(), ...times(), fallback: pick(['program', 'full-output'] as const) }),
    'cabinet-control': () => ({ change: 'cabinet-control', why, cabinets: cabinets(), control: pick(['lamp', 'cabinet'] as const) }),
    'bus-priority': () => priority(draw(2) === 1, controllers()),
    'priority-rules': () => ({ change: 'priority-rules', why, controllers: controllers(), ...(draw(2) ? { longestExtensionS: 4 + draw(20) } : { earlyGreen: draw(2) === 1, lockoutCycles: draw(4) }) }),
    transponders: () => ({ change: 'transponders', why, carriedBy: pick(['buses', 'trams', 'buses-and-trams'] as const), ...(draw(2) ? { lossShare: share() } : { checkInM: 100 + draw(99) }) }),
    'bus-holding': () => ({ change: 'bus-holding', why, lines: 'all', hold: pick(['none', 'timetable'] as const), everyStops: 1, leastHeadwayShare: 0.8, longestStandS: 90 }),
    'signal-control': () => ({ change: 'signal-control', why, controllers: controllers(), control: pick(['plan', 'coordinated', 'max-pressure'] as const), decisionEveryS: 10, leastStageS: 6 }),
    'close-link': () => ({ change: 'close-link', why, where: where(), ...times(), ...(draw(2) ? { except: ['bus' as const] } : {}) }),
    'close-lane': () => ({ change: 'close-lane', why, where: where(), lane: 1, ...times() }),
    incident: () => ({ change: 'incident', why, link: link(), lane: 1, fromM: draw(9), lengthM: 5, ...times() }),
    'limit-by-time': () => ({ change: 'limit-by-time', why, where: where(), limitKmh: pick([30, 50]), ...times() }),
    divert: () => ({ change: 'divert', why, around: link(), via: [link(), link()], ...times() }),
    preemption: () => ({ change: 'preemption', why, controllers: controllers(), vehicles: pick(['bus', 'tram'] as const), level: pick(['none', 'hold', 'absolute'] as const), leastClearS: 2, recoveryCycles: 3 }),
    'lamp-replacement': () => ({ change: 'lamp-replacement', why, where: draw(3) ? { zone: pick(twin.lightingZones.name) } : {}, by: draw(2) ? { powerShare: 0.6 } : { fluxShare: 0.8 }, installed: 2026 }),
    'signal-plan': () => ({ change: 'signal-plan', why, controllers: controllers(), ...(draw(2) ? { offsetS: draw(30) } : { offsetShiftS: draw(9) }) }),
    'weather-night': () => ({ change: 'weather-night', why, weather: pick(['rain', 'snow', 'fog'] as const) }),
    'emergency-trip': () => ({ change: 'emergency-trip', why, from: where(), to: where(), at: [clock()] }),
  };
  return makers[pick(Object.keys(makers) as Change['change'][])]!();
}

const count = process.env['JUMEAU_PROOF'] ? 5_000 : 160;
const pairs = (): { seed: number; one: Change; other: Change }[] => Array.from({ length: count }, (_, seed) => ({ seed, one: randomChange(2 * seed), other: randomChange(2 * seed + 1) })).filter(({ one, other }) => [one, other].every((change) => !hasErrors(applyChanges(twin, [change]).problems)));

test(`two changes that share no claim give the same city in either order (${count} pairs)`, () => {
  const met = new Set<string>();
  let apart = 0;
  for (const { seed, one, other } of pairs()) {
    const own = new Set(claimsOf(one, twin)!.map(keyOf));
    if (claimsOf(other, twin)!.some((claim) => own.has(keyOf(claim)))) continue;
    const first = applyChanges(twin, [one, other]), second = applyChanges(twin, [other, one]);
    if (!first.value || !second.value) throw new Error(`pair ${seed}: ${JSON.stringify([one, other, first.problems, second.problems])}`);
    // Detours point at their links by row, which the order moves.
    if (one.change === 'divert' && other.change === 'divert') continue;
    expect([seed, JSON.stringify([one, other]), meaningHash(first.value)]).toEqual([seed, JSON.stringify([one, other]), meaningHash(second.value)]);
    apart++;
    for (const { change } of [one, other]) met.add(change);
  }
  expect(apart).toBeGreaterThan(count / 4);
  // The small town has no second lane and no emergency vehicle.
  expect(Object.keys(changeKinds).filter((kind) => !met.has(kind) && kind !== 'emergency-trip' && kind !== 'close-lane' && !ELSEWHERE.has(kind))).toEqual([]);
});

test('a change said twice is told, and gives the city that it gives once', () => {
  for (const { seed, one } of pairs().slice(0, count / 2)) {
    const { value, problems } = applyChanges(twin, [one, one]), once = applyChanges(twin, [one]).value!;
    expect([seed, one.change, problems.filter(({ code }) => code === 'change-said-twice').map(({ where }) => where)]).toEqual([seed, one.change, ['changes.1']]);
    expect([seed, JSON.stringify(one), twinHash(value!)]).toEqual([seed, JSON.stringify(one), twinHash(once)]);
  }
});

test('no problem and no change leaves a trace in the twin itself', () => {
  for (const { one, other } of pairs()) applyChanges(twin, [one, other, { ...one, why: 'said once more' } as Change]);
  for (let seed = 0; seed < count; seed++) applyChanges(twin, [randomChange(seed), { change: 'bus-priority', why, enabled: true, controllers: ['nowhere'] }]);
  expect(twinHash(twin)).toBe(hash);
});
