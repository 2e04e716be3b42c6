// Goal: changes that contradict each other are told before anything runs; those that share nothing give the same city in either order, and none gives another city where it is said twice.
import { beforeAll, describe, expect, test } from 'vitest';
import { randomBits } from '../../engine/foundation/random.ts';
import { hasErrors } from '../../engine/foundation/problem.ts';
import { allRows, tableFrom } from '../../engine/foundation/table.ts';
import { twinHash } from '../../engine/twin/bytes.ts';
import { twinTables, type Twin } from '../../engine/twin/twin.ts';
import { applyChanges } from '../../scenarios/changes/apply-changes.ts';
import { NEVER_S } from '../../engine/twin/demand.ts';
import { changeKinds, type Change } from '../../scenarios/changes/change.ts';
import { ALTERS_TRIPS } from '../../scenarios/sql/city-tables.ts';
import { claimsOf, keyOf } from '../../scenarios/changes/contradictions.ts';
import { inWords } from '../../scenarios/language/problems.ts';
import { claimsTown, wideLink, WIDE_COUNT } from './claims-town.ts';

const why = 'to see what happens';
let twin: Twin, hash: string;
beforeAll(() => { twin = claimsTown(); hash = twinHash(twin); });

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

  type Of<Kind extends Change['change']> = Extract<Change, { change: Kind }>;
  const headway = (everyMin: number, from: string, until: string, given: Partial<Of<'headway'>> = {}): Change => ({ change: 'headway', why, lines: ['L1'], everyMin, direction: 'both', ...span(from, until), ...given });
  const quarrel = 'changes.1 change-contradicts 1', told = (...changes: Change[]) => codes(...changes).filter((code) => code.includes('contradicts'));

  test('two headways of a line at one time: told; at other times, of another line or of one direction after both, not', () => {
    expect(told(headway(10, '07:00', '09:00'), headway(5, '08:00', '10:00'))).toEqual([quarrel]);
    expect(told(headway(10, '07:00', '09:00'), headway(5, '09:00', '10:00'))).toEqual([]);
    expect(told(headway(10, '07:00', '09:00'), headway(5, '07:00', '09:00', { lines: ['L2'] }))).toEqual([]);
    expect(told(headway(10, '07:00', '09:00'), headway(5, '07:00', '09:00', { direction: 'outward' }))).toEqual([]);
    expect(told(headway(5, '07:00', '09:00', { direction: 'outward' }), headway(10, '07:00', '09:00'))).toEqual([quarrel]);
  });

  test('trips that leave later or take longer twice: told, whatever the values; after a headway, not', () => {
    const shift = (laterMin: number, from: string, until: string, lines = ['L1']): Change => ({ change: 'timetable-shift', why, lines, laterMin, direction: 'both', ...span(from, until) });
    const runTime = (factor: number, from: string, until: string): Change => ({ change: 'run-time', why, lines: ['L1'], factor, direction: 'both', ...span(from, until) });
    expect(told(shift(5, '07:00', '09:00'), shift(3, '08:00', '10:00'))).toEqual([quarrel]);
    expect(told(shift(5, '07:00', '09:00'), shift(5, '08:00', '10:00'))).toEqual([quarrel]);
    expect(told(shift(5, '07:00', '09:00'), shift(5, '07:00', '09:00', ['L1', 'L2']))).toEqual([quarrel]);
    expect(told(shift(5, '07:00', '09:00'), shift(3, '09:00', '10:00'))).toEqual([]);
    expect(told(runTime(1.1, '07:00', '09:00'), runTime(1.2, '08:00', '10:00'))).toEqual([quarrel]);
    expect(told(headway(10, '07:00', '09:00'), shift(3, '07:00', '09:00'), runTime(1.1, '07:00', '09:00'))).toEqual([]);
  });

  test('what adds up is no contradiction: two growths, two crowds', () => {
    const growth = (by: number): Change => ({ change: 'demand-growth', why, growth: by, ...span('00:00', '24:00') }), riders = (by: number): Change => ({ change: 'passenger-growth', why, lines: 'all', growth: by, ...span('00:00', '24:00') });
    const crowd = (people: number): Change => ({ change: 'event-crowd', why, where: { street: street() }, people, from: '21:00', overMin: 30, carShare: 0.5, peoplePerCar: 2, lineShare: 0, walkM: 600 });
    expect(told(growth(0.1), growth(0.2), riders(0.1), riders(0.2), crowd(30), crowd(40))).toEqual([]);
  });

  test('one lane as a bus lane twice, or closed as well: told; at other times, the lane beside it, or closed for all but buses, not', () => {
    const busLane = (given: Partial<Of<'bus-lane'>> = {}): Change => ({ change: 'bus-lane', why, where: { links: [wideLink(0)] }, for: ['bus'], ...span('07:00', '09:00'), ...given });
    const closed = (lane: number, from: string, until: string, given: object = {}): Change => ({ change: 'close-lane', why, where: { links: [wideLink(0)] }, lane, ...span(from, until), ...given });
    expect(told(busLane(), busLane({ for: ['bus', 'taxi'] }))).toEqual([quarrel]);
    expect(told(busLane({ where: { street: 'Chaussée 1' } }), busLane())).toEqual([quarrel]);
    expect(told(busLane(), busLane(span('16:00', '19:00')), busLane({ where: { links: [wideLink(1)] } }))).toEqual([]);
    expect(told(busLane(), closed(1, '08:00', '12:00'))).toEqual([quarrel]);
    expect(told(closed(1, '08:00', '12:00'), busLane(span('00:00', '24:00')))).toEqual([quarrel]);
    expect(told(busLane(), closed(2, '08:00', '12:00'))).toEqual([]);
    expect(told(busLane(), closed(1, '09:00', '12:00'))).toEqual([]);
    expect(told(busLane(), closed(1, '08:00', '12:00', { except: ['bus'] }))).toEqual([]);
    expect(told(closed(1, '08:00', '12:00'), closed(1, '07:00', '09:00'))).toEqual([]);
  });

  test('two hours of one bollard site, and two limits posted on one street: told, also where the hours do not meet', () => {
    const hours = (from: string, until: string, sites: 'all' | string[]): Change => ({ change: 'bollard-hours', why, sites, ...span(from, until), letThrough: ['van'], always: ['emergency'] }), sites = [twin.bollardSites.name[0]!];
    expect(told(hours('06:00', '11:00', sites), hours('06:00', '12:00', sites))).toEqual([quarrel]);
    expect(told(hours('06:00', '08:00', 'all'), hours('18:00', '20:00', sites))).toEqual([quarrel]);
    expect(told(hours('06:00', '11:00', 'all'), hours('06:00', '11:00', sites))).toEqual([]);
    const posted = (limitKmh: number, where: Of<'speed-limit'>['where']): Change => ({ change: 'speed-limit', why, where, limitKmh });
    expect(told(posted(30, { street: street() }), posted(40, { street: street() }))).toEqual([quarrel]);
    expect(told(posted(30, { street: street() }), posted(20, { links: [twin.links.name[0]!] }))).toEqual([]);
    expect(told(posted(20, { links: [twin.links.name[0]!] }), posted(30, { street: street() }))).toEqual([quarrel]);
  });

  test('reads as a sentence with both changes and a way out, in both languages', () => {
    const [together] = applyChanges(twin, [priority(false, [name(0), name(1)]), priority(true, [name(0), name(1)])]).problems, [late] = applyChanges(twin, [priority(true, [name(1)]), priority(false, 'all')]).problems;
    expect(inWords(together!, 'en')).toBe(`change 1 (bus-priority) sets bus priority of "${name(0)}" and 1 more otherwise. That one: Bus priority switched off: ${name(0)}, ${name(1)}. This one: Bus priority switched on: ${name(0)}, ${name(1)}. Keep one of the two, or let them be about different places or times.`);
    expect(inWords(together!, 'fr')).toMatch(/^le changement 1 \(bus-priority\) règle autrement la priorité aux bus de « .* » et de 1 autre\. L’autre : Priorité aux bus coupée : .*\. Celui-ci : .*\. Gardez/);
    const limit = (limitKmh: number, from: string, until: string): Change => ({ change: 'limit-by-time', why, where: { street: street() }, limitKmh, from, until }), [limits] = applyChanges(twin, [limit(30, '07:00', '09:00'), limit(20, '08:00', '10:00')]).problems;
    expect(inWords(limits!, 'en')).toBe(`change 1 (limit-by-time) sets the speed limit of "${street()}" otherwise between 08:00 and 09:00. That one: Speed limit of 30 km/h (${street()}) from 07:00 to 09:00. This one: Speed limit of 20 km/h (${street()}) from 08:00 to 10:00. Keep one of the two, or let them be about different places or times.`);
    expect(inWords({ ...limits!, parameters: { ...limits!.parameters, otherLine: 3 } }, 'fr')).toMatch(/^le changement 1 \(limit-by-time, ligne 3\) règle autrement la vitesse limite de « .* » entre 08:00 et 09:00\. L’autre : /);
    const [night] = applyChanges(twin, [limit(30, '22:00', '24:00'), limit(20, '23:00', '05:00')]).problems;
    expect(inWords(night!, 'en')).toContain('between 23:00 and 24:00.');
    expect(inWords(late!, 'en')).toMatch(/put it before that one, which then is an exception\.$/);
  });
});

/** Tables in which the order of rows says nothing but for rows about one thing at one time. */
const LISTS = ['events', 'lightingOverrides', 'communicationLosses', 'adaptiveRules', 'lightingLimits', 'transponders'] as const;

/** The fingerprint of a city, whatever the order of rows in such tables. */
function meaningHash(city: Twin): string {
  const copy = { ...city } as unknown as Record<string, unknown>;
  for (const table of LISTS) copy[table] = tableFrom(twinTables[table], allRows(twinTables[table], city[table] as never).map((row) => [JSON.stringify(row), row] as const).sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row) as never);
  return twinHash(copy as unknown as Twin);
}

/** A change of any kind, which the city can mostly take. */
function randomChange(seed: number): Change {
  let draws = 0;
  const draw = (below: number) => randomBits(seed, 3, 0, draws++) % below, pick = <T>(from: ArrayLike<T>): T => from[draw(from.length)]!, some = (names: ArrayLike<string>): string[] => [...new Set([pick(names), pick(names)])];
  const clock = () => `${String(draw(23)).padStart(2, '0')}:00`, times = () => { const from = draw(23); return span(`${String(from).padStart(2, '0')}:00`, `${String(from + 1).padStart(2, '0')}:00`); };
  const morning = () => { const from = 6 + draw(6); return span(`${String(from).padStart(2, '0')}:00`, `${String(from + 1 + draw(3)).padStart(2, '0')}:00`); };
  const zone = () => pick(['all', ...Array.from(twin.lightingZones.name)]), controllers = (): 'all' | string[] => (draw(4) === 0 ? 'all' : some(twin.controllers.name)), cabinets = (): 'all' | string[] => (draw(3) === 0 || twin.cabinets.count === 0 ? 'all' : some(twin.cabinets.name));
  const share = () => draw(5) / 4, link = () => pick(twin.links.name), wide = () => ({ links: [wideLink(draw(WIDE_COUNT))] }), line = () => ({ lines: some(twin.lines.name), direction: pick(['both', 'outward', 'back'] as const), ...morning() }), where = () => (draw(2) ? { street: twin.streets.name[twin.links.street[draw(twin.links.count)]!]! } : { links: [link(), link()] });
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
    'close-lane': () => ({ change: 'close-lane', why, where: wide(), lane: 1 + draw(2), ...times(), ...(draw(3) ? {} : { except: ['bus' as const] }) }),
    incident: () => ({ change: 'incident', why, link: link(), lane: 1, fromM: draw(9), lengthM: 5, ...times() }),
    'limit-by-time': () => ({ change: 'limit-by-time', why, where: where(), limitKmh: pick([30, 50]), ...times() }),
    divert: () => ({ change: 'divert', why, around: link(), via: [link(), link()], ...times() }),
    preemption: () => ({ change: 'preemption', why, controllers: controllers(), vehicles: pick(['bus', 'tram'] as const), level: pick(['none', 'hold', 'absolute'] as const), leastClearS: 2, recoveryCycles: 3 }),
    'lamp-replacement': () => ({ change: 'lamp-replacement', why, where: draw(3) ? { zone: pick(twin.lightingZones.name) } : {}, by: draw(2) ? { powerShare: 0.6 } : { fluxShare: 0.8 }, installed: 2026 }),
    'signal-plan': () => ({ change: 'signal-plan', why, controllers: controllers(), ...(draw(2) ? { offsetS: draw(30) } : { offsetShiftS: draw(9) }) }),
    'weather-night': () => ({ change: 'weather-night', why, weather: pick(['rain', 'snow', 'fog'] as const) }),
    'emergency-trip': () => ({ change: 'emergency-trip', why, from: where(), to: where(), at: [clock()] }),
    headway: () => ({ change: 'headway', why, ...line(), everyMin: 5 + draw(20) }),
    'timetable-shift': () => ({ change: 'timetable-shift', why, ...line(), laterMin: draw(9) - 4 }),
    'run-time': () => ({ change: 'run-time', why, ...line(), factor: 0.9 + draw(5) / 20 }),
    'demand-growth': () => ({ change: 'demand-growth', why, growth: (draw(9) - 4) / 8, ...(draw(2) ? morning() : span('00:00', '24:00')) }),
    'passenger-growth': () => ({ change: 'passenger-growth', why, lines: draw(2) ? 'all' : some(twin.lines.name), growth: (draw(9) - 4) / 8, ...(draw(2) ? morning() : span('00:00', '24:00')) }),
    'event-crowd': () => ({ change: 'event-crowd', why, where: where(), people: 20 + draw(20), from: clock(), overMin: 10, carShare: 0.5, peoplePerCar: 2, lineShare: draw(2) / 4, walkM: 600 }),
    'bus-lane': () => ({ change: 'bus-lane', why, where: wide(), for: draw(2) ? ['bus'] : ['bus', 'taxi'], ...(draw(2) ? morning() : span('00:00', '24:00')) }),
    'bollard-hours': () => ({ change: 'bollard-hours', why, sites: draw(2) ? 'all' : some(twin.bollardSites.name), ...morning(), letThrough: [pick(['van', 'lorry'] as const)], always: ['emergency'] }),
    'speed-limit': () => ({ change: 'speed-limit', why, where: draw(4) ? where() : { classes: ['secondary'] }, limitKmh: pick([20, 30, 60]) }),
  };
  return makers[pick(Object.keys(makers) as Change['change'][])]!();
}

const count = process.env['JUMEAU_PROOF'] === '1' ? 3_000 : 240, WAIT_MS = 600_000;
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
  expect(Object.keys(changeKinds).filter((kind) => !met.has(kind))).toEqual([]);
}, WAIT_MS);

test('SQL knows every kind that puts trips in or drops some, and rows that were there stay with their line and name', () => {
  const alters = new Set<string>(), lineOf = ({ departures, trips }: { departures: { trip: ArrayLike<number> }; trips: { line: ArrayLike<number> } }, row: number) => (departures.trip[row]! < 0 ? -1 : trips.line[departures.trip[row]!]!);
  for (const { one } of pairs()) {
    const { value } = applyChanges(twin, [one]);
    if (value!.departures === twin.departures) continue;
    if (value!.departures.count > twin.departures.count || value!.departures.departS.includes(NEVER_S)) alters.add(one.change);
    // What a change takes out leaves at no time, and is in no table of results.
    for (let row = 0; row < twin.departures.count; row++) if (value!.departures.departS[row]! > NEVER_S && (lineOf(value!, row) !== lineOf(twin, row) || value!.departures.name[row] !== twin.departures.name[row])) expect(`${one.change}: departure ${row}`).toBe('on its line, with its name');
  }
  expect([...alters].filter((kind) => !ALTERS_TRIPS.has(kind as Change['change']))).toEqual([]);
  expect(alters.size).toBeGreaterThan(2);
}, WAIT_MS);

test('a change said twice is told, and gives the city that it gives once', () => {
  for (const { seed, one } of pairs().slice(0, count / 2)) {
    const { value, problems } = applyChanges(twin, [one, one]), once = applyChanges(twin, [one]).value!;
    expect([seed, one.change, problems.filter(({ code }) => code === 'change-said-twice').map(({ where }) => where)]).toEqual([seed, one.change, ['changes.1']]);
    expect([seed, JSON.stringify(one), twinHash(value!)]).toEqual([seed, JSON.stringify(one), twinHash(once)]);
  }
});

test('changes of lines, demand and streets that ask for what is there already leave the city to the bit as it is', () => {
  const morning = span('07:00', '09:00'), lines = { lines: ['L1', 'L2'], direction: 'both' as const }, postedKmh = twin.links.speedLimitMps[0]! * 3.6;
  const neutral: Change[] = [
    { change: 'timetable-shift', why, ...lines, laterMin: 0, ...morning }, { change: 'run-time', why, ...lines, factor: 1, ...morning },
    { change: 'headway', why, lines: ['L1'], direction: 'outward', everyMin: 610 / 60, ...morning }, { change: 'demand-growth', why, growth: 0, ...morning }, { change: 'passenger-growth', why, lines: 'all', growth: 0, ...morning },
    { change: 'speed-limit', why, where: { links: Array.from(twin.links.name) }, limitKmh: postedKmh },
    // So few that none of them drives and none comes to a stop.
    { change: 'event-crowd', why, where: { links: [twin.links.name[0]!] }, people: 1, from: '21:00', overMin: 30, carShare: 0, peoplePerCar: 2, lineShare: 0, walkM: 600 },
  ];
  for (const change of neutral) {
    const { value, problems } = applyChanges(twin, [change]);
    expect([change.change, value && twinHash(value)]).toEqual([change.change, hash]);
    expect(problems.map(({ code }) => code), change.change).toEqual(['change-without-effect']);
  }
});

test('no problem and no change leaves a trace in the twin itself', () => {
  for (const { one, other } of pairs()) applyChanges(twin, [one, other, { ...one, why: 'said once more' } as Change]);
  for (let seed = 0; seed < count; seed++) applyChanges(twin, [randomChange(seed), { change: 'bus-priority', why, enabled: true, controllers: ['nowhere'] }]);
  expect(twinHash(twin)).toBe(hash);
});
