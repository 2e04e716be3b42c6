// Goal: a change alters a copy, only what it names, and nothing at all when it is neutral.
import { levelTimeColumns, levelTimeText } from '../../scenarios/changes/level-time.ts';
import { WEEKDAYS } from '../../scenarios/changes/weekdays.ts';
import { zoneCalendars } from '../../engine/twin/zone-calendars.ts';
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { beforeEach, describe, expect, test } from 'vitest';
import { scheduledOutput } from '../../engine/lighting/lamp-schedule.ts';
import { randomBits } from '../../engine/foundation/random.ts';
import { twinHash } from '../../engine/twin/bytes.ts';
import { buildStreets } from '../../data/build/streets/build-streets.ts';
import { cityFacts } from '../../data/dijon/facts/city.ts';
import { drawStreets } from '../../data/dijon/streets/draw-streets.ts';
import { addLamps } from '../../data/dijon/lamps.ts';
import { addAreas } from '../../data/dijon/territory/areas.ts';
import { addCommunes } from '../../data/dijon/territory/communes.ts';
import { addTransit } from '../../data/dijon/transit/add-transit.ts';
import { emptyTwin, twinTables, type Twin } from '../../engine/twin/twin.ts';
import { applyChanges } from '../../scenarios/changes/apply-changes.ts';
import { changeKinds, type Change } from '../../scenarios/changes/change.ts';
import { readChanges } from '../../scenarios/changes/read-changes.ts';
import { inWords, placeOf } from '../../scenarios/language/problems.ts';
import { questions } from '../../scenarios/questions/library.ts';
import { busTown } from '../verification/bus-town.ts';

const because = 'to see what happens';
const dim = (change: Partial<Extract<Change, { change: 'dim-lamps' }>>): Change =>
  ({ change: 'dim-lamps', why: because, zone: 'all', from: '00:00', until: '05:00', outputShare: 0.4, ...change });
const priority = (enabled: boolean, controllers: 'all' | string[] = 'all'): Change => ({ change: 'bus-priority', why: because, enabled, controllers });

let twin: Twin;
beforeEach(() => { twin = busTown(); });

/** Streets, signals, lines and lamps of the reference city: the whole city takes longer to make than these tests. */
const facts = cityFacts(), reference: Twin = { ...emptyTwin(facts), ...buildStreets(drawStreets(facts).streets) };
addCommunes(reference);
addTransit(reference);
addAreas(reference);
addLamps(reference);

const lightingKinds = ['dim-lamps', 'lighting-program', 'switching-rule', 'adaptive-lighting', 'lighting-override', 'communication-loss', 'cabinet-control'] as const;

interface Described { properties?: Record<string, Described>; required?: string[]; items?: Described; oneOf?: Described[] }

/** Fields of a kind of change at any depth, but for those that every kind has. */
const fieldsOf = ({ properties = {}, required = [], items, oneOf = [] }: Described): { name: string; isNeeded: boolean }[] => [
  ...Object.entries(properties).flatMap(([name, field]) => (name === 'change' || name === 'why' ? [] : [{ name, isNeeded: required.includes(name) }, ...fieldsOf(field)])),
  ...[...(items ? [items] : []), ...oneOf].flatMap(fieldsOf),
];

const changed = (...changes: Change[]): Twin => applyChanges(twin, changes).value!;

describe('the original', () => {
  test('stays as it is, and only altered tables are copied', () => {
    const before = twinHash(twin);
    const copy = changed(dim({}), priority(false));
    expect(twinHash(twin)).toBe(before);
    expect(twinHash(copy)).not.toBe(before);
    const altered = Object.keys(twinTables).filter((name) => copy[name as keyof typeof twinTables] !== twin[name as keyof typeof twinTables]);
    expect(altered.sort()).toEqual(['controllers', 'lightingLimits']);
  });

  test('a change that alters nothing is told, for a comparison would seem to say that it is of no use; one that does is not', () => {
    const codes = (...changes: Change[]) => applyChanges(twin, changes).problems.map(({ code, where }) => `${code} ${where}`);
    expect(codes(dim({}), priority(false))).toEqual([]);
    expect(codes(dim({ outputShare: 1 }), priority(false), priority(false))).toEqual(['change-said-twice changes.2', 'change-without-effect changes.0']);
    twin.lightingZones.count = twin.lamps.count = 0;
    expect(codes(dim({}))).toEqual(['change-without-effect changes.0']);
  });

  test('neutral changes leave the fingerprint as it is', () => {
    const before = twinHash(twin);
    for (const neutral of [[], [dim({ outputShare: 1 })], [dim({ zone: 'residential', from: '23:00', until: '05:00', outputShare: 0.4 })], [priority(true)]]) {
      expect(twinHash(changed(...neutral))).toBe(before);
    }
  });

  test('priority off and on again contradicts itself', () => {
    const refused = applyChanges(twin, [priority(false), priority(true)]);
    expect(refused.value).toBeUndefined();
    expect(refused).toMatchObject({ problems: [{ code: 'change-contradicts', where: 'changes.1', parameters: { other: 1 } }] });
  });
});

/** What a zone gives at a clock time in the dark of a winter night; lamps burn then. */
function shareAt(city: Twin, zone: number, timeS: number): number {
  // Where the sun does not rise lamps always burn: the schedule alone decides.
  const polar = { ...city, facts: { ...city.facts, originLatitudeDeg: 85, date: '2026-12-21' } };
  return scheduledOutput(polar, zone, timeS).outputShare;
}

describe('dimming', () => {
  test.each(Array.from({ length: 20 }, (_, seed) => seed))('gives the lower of old and new inside its span, the old outside (seed %i)', (seed) => {
    let draws = 0;
    const random = (below: number) => randomBits(seed, 1, 0, draws++) % below;
    const clock = () => `${String(random(24)).padStart(2, '0')}:${String(random(4) * 15).padStart(2, '0')}`;
    const from = clock();
    let until = clock();
    while (until === from) until = clock();
    const outputShare = random(11) / 10, zone = ['all', 'main', 'residential'][random(3)]!;
    const copy = changed(dim({ zone, from, until, outputShare }));
    const seconds = (text: string) => Number(text.slice(0, 2)) * 3600 + Number(text.slice(3)) * 60;
    for (let timeS = 450; timeS < 86400; timeS += 900) {
      const inSpan = seconds(from) < seconds(until) ? timeS >= seconds(from) && timeS < seconds(until) : timeS >= seconds(from) || timeS < seconds(until);
      for (let row = 0; row < twin.lightingZones.count; row++) {
        const meant = zone === 'all' || twin.lightingZones.name[row] === zone;
        const before = shareAt(twin, row, timeS);
        expect(shareAt(copy, row, timeS), `zone ${row} at ${timeS / 3600} h, ${from} to ${until}`).toBe(inSpan && meant ? Math.min(before, outputShare) : before);
      }
    }
  });

  test('two changes give the same in either order', () => {
    const one = dim({ from: '22:00', until: '03:00', outputShare: 0.7 }), other = dim({ from: '01:00', until: '06:00', outputShare: 0.2 });
    expect(twinHash(changed(one, other))).toBe(twinHash(changed(other, one)));
  });

  test('the whole day is 00:00 to 24:00', () => {
    const copy = changed(dim({ from: '00:00', until: '24:00', outputShare: 0 }));
    for (let timeS = 0; timeS < 86400; timeS += 3600) expect(shareAt(copy, 0, timeS)).toBe(0);
  });
});

describe('a lighting program', () => {
  const program = (change: Partial<Extract<Change, { change: 'lighting-program' }>>): Change =>
    ({ change: 'lighting-program', why: because, zone: 'main', levels: [{ from: '22:00', outputShare: 0.7, rampS: 0 }, { from: '05:00', outputShare: 1, rampS: 0 }], ...change });

  test('gives its levels from clock time to clock time, the last one past midnight; other zones stay', () => {
    const copy = changed(program({}));
    expect([4, 5, 12, 21.99, 22, 23.5].map((hour) => shareAt(copy, 0, hour * 3600))).toEqual([0.7, 1, 1, 1, 0.7, 0.7]);
    for (let hour = 0; hour < 24; hour++) expect(shareAt(copy, 1, hour * 3600)).toBe(shareAt(twin, 1, hour * 3600));
  });

  test('of one level gives it all night whenever it begins, and says so; with one before it, and from noon or sunset, it does as it says', () => {
    const late = { from: '23:30', outputShare: 0.4, rampS: 0 }, full = { from: '12:00', outputShare: 1, rampS: 0 }, hours = [19, 23, 23.75, 5];
    const sharesOf = (change: Change) => hours.map((hour) => shareAt(changed(change), 0, hour * 3600));
    const codes = (change: Change) => applyChanges(twin, [change]).problems.map(({ code, where }) => `${where} ${code}`);
    for (const nights of [{}, { nightsOf: [...WEEKDAYS] }]) {
      expect(sharesOf(program({ levels: [late], ...nights })).map((share) => share.toFixed(3))).toEqual(hours.map(() => '0.400'));
      expect(codes(program({ levels: [late], ...nights }))).toEqual(['changes.0.levels change-one-level-all-night']);
      expect(sharesOf(program({ levels: [full, late], ...nights })).map((share) => share.toFixed(3))).toEqual(['1.000', '1.000', '0.400', '0.400']);
    }
    for (const quiet of [[full, late], [{ ...late, from: '12:00' }], [{ ...late, from: 'sunset' }], [{ ...late, from: 'sunset-00:30' }]]) expect(codes(program({ levels: quiet }))).toEqual([]);
    const [told] = applyChanges(twin, [program({ levels: [late] })]).problems;
    expect(inWords(told!, 'en')).toMatch(/all night long: 40% before 23:30 as well/);
    expect(inWords(told!, 'fr')).toMatch(/toute la nuit : 40 % aussi avant 23:30/);
  });

  test('given twice, or as it is already, is the same city', () => {
    expect(twinHash(changed(program({}), program({})))).toBe(twinHash(changed(program({}))));
    const asItIs: Change = program({ zone: 'residential', levels: zoneCalendars(twin)[1]!.usual.levels.map(({ reference, fromS, outputShare, rampS }) => ({ from: levelTimeText(reference, fromS), outputShare, rampS })) });
    expect(twinHash(changed(asItIs))).toBe(twinHash(twin));
  });

  test('of some nights goes before the usual one, of all seven replaces it', () => {
    const levels = [{ from: 'sunset+01:30', outputShare: 0.3, rampS: 60 }];
    const some = changed(program({ levels, nightsOf: ['friday', 'saturday'] })), all = changed(program({ levels, nightsOf: [...WEEKDAYS] }));
    expect(zoneCalendars(some)[0]).toMatchObject({ startsAtNoon: 1, rules: [{ days: 48, program: { levels: [{ reference: 1, fromS: 5400, outputShare: expect.closeTo(0.3), rampS: 60 }] } }] });
    expect(zoneCalendars(some)[0]!.usual).toEqual(zoneCalendars(twin)[0]!.usual);
    expect(zoneCalendars(all)[0]!.rules).toEqual([]);
  });

  test('of every night after one of some nights in the same zone would erase it, and is refused; before it, or in another zone, it is not', () => {
    const general = program({}), friday = program({ zone: 'all', levels: [{ from: '12:00', outputShare: 0.5, rampS: 0 }], nightsOf: ['friday'] });
    const codes = (...changes: Change[]) => applyChanges(twin, changes).problems.map(({ code, where, parameters }) => `${where} ${code} ${parameters['other']} ${parameters['isOutOfOrder']}`);
    expect(codes(friday, general)).toEqual(['changes.1 change-contradicts 1 1']);
    expect(zoneCalendars(changed(general, friday))[0]!.rules).toHaveLength(1);
    expect(codes(general, friday)).toEqual([]);
    expect(codes(program({ zone: 'residential', nightsOf: ['friday'] }), general)).toEqual([]);
    const [told] = applyChanges(twin, [friday, general]).problems;
    expect(placeOf({ ...told!, where: `own.json: ${told!.where}` }, 'fr')).toBe('own.json : changement 2 (lighting-program)');
  });

  test('with two levels at one time is refused, and every way to write a time can be read back', () => {
    const { value, problems } = applyChanges(twin, [program({ levels: [{ from: '22:00', outputShare: 1, rampS: 0 }, { from: '22:00', outputShare: 0, rampS: 0 }] })]);
    expect(value).toBeUndefined();
    expect(problems.map(({ code, where }) => `${where} ${code}`)).toEqual(['changes.0.levels.1.from change-two-levels-at-once']);
    for (const time of ['00:00', '23:59', 'sunset', 'sunrise-00:45', 'night-middle-02:00', 'sunset+12:59']) {
      const { reference, fromS } = levelTimeColumns(time);
      expect(levelTimeText(reference, fromS)).toBe(time);
    }
    const [wrong] = readChanges([{ ...program({}), levels: [{ from: 'sunset+13:00', outputShare: 1 }] }]).problems, [clock] = readChanges([dim({ from: '25:00' })]).problems;
    expect([wrong, clock].map((problem) => inWords(problem!, 'en'))).toEqual([
      'the value does not fit (write HH:MM, or sunset, sunrise or night-middle with an offset, such as sunset+01:30).', 'the value does not fit (write a clock time as HH:MM, from 00:00 to 24:00).',
    ]);
    expect(inWords(clock!, 'fr')).toContain('écrivez une heure comme HH:MM');
  });
});

describe('problems', () => {
  test('come all at once, with the name that was probably meant, and nothing is applied', () => {
    const { value, problems } = applyChanges(twin, [dim({ zone: 'residental', until: '00:00' }), priority(false, ['F1', 'F22', 'nowhere'])]);
    expect(value).toBeUndefined();
    expect(problems.map(({ code, where }) => `${where} ${code}`)).toEqual([
      'changes.0.zone change-unknown-zone', 'changes.0.until change-empty-span',
      'changes.1.controllers.1 change-unknown-controller', 'changes.1.controllers.2 change-unknown-controller',
    ]);
    expect(problems[0]!.parameters['near']).toBe('residential');
    expect(problems[3]!.parameters['near']).toBe('');
  });

  test('a zone called as screens call it, in either language, is found', () => {
    const near = (zone: string) => applyChanges(reference, [dim({ zone })]).problems.map(({ code, parameters }) => `${code} ${parameters['near']}`);
    for (const [zone, meant] of [['centre-ville', 'centre'], ['Quartiers résidentiels', 'residential'], ['city center', 'centre'], ['toute la ville', 'all'], ['grands axes', 'main-roads'], ['Chenôve', '']]) {
      expect([zone, near(zone!)]).toEqual([zone, [`change-unknown-zone ${meant}`]]);
    }
  });

  test('a change written wrongly is told field by field', () => {
    const { value, problems } = readChanges([
      { change: 'dim-lamp', why: because }, { change: 'dim-lamps', why: 'short', zone: 'all', from: '25:00', until: '05:00', outputShare: 2, outputshare: 1 }, 7,
    ]);
    expect(value).toBeUndefined();
    expect(problems.map(({ code, where }) => `${where} ${code}`)).toEqual(expect.arrayContaining([
      'changes.0.change change-unknown-kind', 'changes.1.why change-wrong-field', 'changes.1.from change-wrong-field',
      'changes.1.outputShare change-wrong-field', 'changes.1 change-unknown-field', 'changes.2 change-wrong-field',
    ]));
    expect(problems.find(({ code }) => code === 'change-unknown-kind')!.parameters['near']).toBe('dim-lamps');
    expect(problems.find(({ code }) => code === 'change-unknown-field')!.parameters['near']).toBe('outputShare');
    for (const problem of problems) for (const language of ['fr', 'en'] as const) {
      expect(inWords(problem, language)).toMatch(/[.?]$/);
      expect(inWords(problem, language)).not.toContain('undefined');
    }
    expect(readChanges('dim').problems[0]!.code).toBe('changes-not-a-list');
  });

  test('a field that is missing is named; what does not fit is told in the language of who asks', () => {
    const { problems } = readChanges([{ change: 'close-link', from: '07:00', until: '08:00' }, { change: 'close-link', why: because, where: 'Rue Monge', from: '07:00', until: '08:00' }, { change: 'priority-rules', why: because, controllers: 'all', longestExtensionS: -5 }]);
    expect(problems.map(({ code, where }) => `${where} ${code}`)).toEqual([
      'changes.0.why change-missing-field', 'changes.0.where change-missing-field', 'changes.1.where change-wrong-field', 'changes.2.longestExtensionS change-wrong-field',
    ]);
    expect(problems.map((problem) => inWords(problem, 'en'))).toEqual([
      'the field "why" is needed, and it is not there.', 'the field "where" is needed, and it is not there.',
      'the value does not fit (write fields with their values: {...}).', 'the value does not fit (write 0 or more).',
    ]);
    expect(problems.map((problem) => inWords(problem, 'fr').replace(/\s/g, ' '))).toEqual([
      'le champ « why » est nécessaire, et il n’y est pas.', 'le champ « where » est nécessaire, et il n’y est pas.',
      'la valeur ne convient pas (écrivez des champs avec leurs valeurs : {...}).', 'la valeur ne convient pas (écrivez 0 ou plus).',
    ]);
  });

  test('a share in per cent, a field too many in a level: what to write, and where, counted from 1 with the kind', () => {
    const { problems } = readChanges([priority(false), { change: 'lighting-program', why: because, zone: 'all', levels: [{ from: '22:00', outputShare: 1 }, { from: '23:00', outputShare: 37.5, power: 3 }] }]);
    expect(problems.map((problem) => `${placeOf(problem, 'en')}: ${inWords(problem, 'en')}`)).toEqual([
      'change 2 (lighting-program), levels 2, outputShare: the value does not fit (shares go from 0 to 1: 0.375 for 37.5%).',
      'change 2 (lighting-program), levels 2: there is no field "power" here. Its fields: from, outputShare, rampS.',
    ]);
    expect(placeOf(problems[0]!, 'fr')).toBe('changement 2 (lighting-program), levels 2, outputShare');
    expect(inWords(problems[0]!, 'fr')).toContain('0.375 pour 37,5');
  });

  test('every kind has an example in its schema, which fits the reference city and does something there', () => {
    for (const [name, { schema }] of Object.entries(changeKinds)) {
      const { value, problems } = readChanges(schema.meta()?.examples), [first] = value ?? [];
      expect([name, problems, first?.change]).toEqual([name, [], name]);
      // Streets and lines alone have no timetable, no demand and no bollards.
      if (['headway', 'timetable-shift', 'run-time', 'demand-growth', 'passenger-growth', 'event-crowd', 'bus-lane', 'bollard-hours'].includes(name)) continue;
      for (const change of value!) expect([change, applyChanges(reference, [change]).problems.filter(({ code }) => code !== 'change-control-keeps-plan')]).toEqual([change, []]);
    }
  });

  test('every question of the library can be written as JSON and read back, and fits the reference city', () => {
    // Junctions with one stage have nothing to choose; how many vehicles a line takes, and where a bus lane has gaps, is told beside the answer. No cars drive in this city: more of them are none, and a crowd has no way by car.
    const told = new Set(['change-control-keeps-plan', 'change-vehicles-needed', 'change-bus-lane-gaps', 'change-no-way-by-car']);
    for (const { name, changes } of questions) {
      expect(readChanges(JSON.parse(JSON.stringify(changes))).value).toEqual(changes);
      expect({ name, problems: applyChanges(reference, changes).problems.filter(({ code, parameters }) => !told.has(code) && !(code === 'change-without-effect' && parameters['change'] === 'demand-growth')) }).toEqual({ name, problems: [] });
    }
  });

  const page = readFileSync(new URL('../../docs/models/comparison.md', import.meta.url), 'utf8'), quoted = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, name]) => name!);

  test('the page that tells what a file of changes can say names every kind, and none besides', () => {
    const [, listed] = /^Kinds: ([^(]*)\(/m.exec(page)!;
    expect(quoted(listed!).sort()).toEqual(Object.keys(changeKinds).sort());
  });

  test('its examples are read as they stand, fit the reference city together, and each does something by itself; every kind of lighting has one', () => {
    const examples = [...page.matchAll(/^```json\n(.*?)^```$/gms)].map(([, block]) => JSON.parse(block!) as unknown), shown = new Set<string>();
    for (const example of examples) {
      const { value, problems } = readChanges(example);
      expect(problems).toEqual([]);
      expect(applyChanges(reference, value!).problems).toEqual([]);
      for (const change of value!) {
        expect([change, applyChanges(reference, [change]).problems]).toEqual([change, []]);
        shown.add(change.change);
      }
    }
    expect(lightingKinds.filter((kind) => !shown.has(kind))).toEqual([]);
  });

  test.each(lightingKinds)('its table has every field of %s, in brackets what may be left out', (kind) => {
    const row = page.split('\n').find((line) => line.startsWith(`| \`${kind}\` |`))!.split('|')[3]!;
    const fields = fieldsOf(z.toJSONSchema(changeKinds[kind].schema, { io: 'input' }) as Described);
    expect(new Set(quoted(row))).toEqual(new Set(fields.map(({ name }) => name)));
    expect(new Set([...row.matchAll(/\[`([^`]+)`\]/g)].map(([, name]) => name!))).toEqual(new Set(fields.filter(({ isNeeded }) => !isNeeded).map(({ name }) => name)));
  });

  test('a code that nobody gave words to is named with all it knows', () => {
    expect(inWords({ severity: 'error', code: 'from-the-future', where: '', parameters: { answer: 42 } }, 'fr')).toBe('from-the-future (answer 42)');
    expect(inWords({ severity: 'error', code: 'constructor', where: '', parameters: {} }, 'en')).toBe('constructor');
  });
});
