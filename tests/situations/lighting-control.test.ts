// Goal: who is heard when several have a say: no contact, then an order, then the traffic, then the program; and whole cabinets move as one.
import { describe, expect, test } from 'vitest';
import { addLitStreets } from '../../data/build/lamps/lit-streets.ts';
import { writeZonesByClock } from '../../data/build/lamps/write-zones.ts';
import { allRows, tableFrom } from '../../engine/foundation/table.ts';
import { run } from '../../engine/run.ts';
import { lampGroups, lampZones } from '../../engine/twin/lamp-groups.ts';
import { cabinetColumns, lampColumns } from '../../engine/twin/lighting.ts';
import { lightingOverrideColumns } from '../../engine/twin/lighting-control.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { applyChanges } from '../../scenarios/changes/apply-changes.ts';
import type { Change } from '../../scenarios/changes/change.ts';
import { changed, litStreet } from '../verification/lit-street.ts';

const settings = { seed: 1, fromS: 0, untilS: 4 * 3600, stepS: 1, untilAllArrived: false, busPriority: false, replay: false };

/** Output of every lamp at clock times, hours, as the run recorded it. */
function outputs(twin: Twin, hours: readonly number[]): number[][] {
  const { groupSwitches: { count, group, timeS, endShare } } = run(twin, settings).tables, { ofLamp } = lampGroups(twin);
  return hours.map((hour) => Array.from(ofLamp, (of) => {
    let share = NaN;
    for (let row = 0; row < count; row++) if (group[row] === of && timeS[row]! <= hour * 3600) share = Math.round(endShare[row]! * 1000) / 1000;
    return share;
  }));
}

const order = (where: Extract<Change, { change: 'lighting-override' }>['where'], outputShare = 1) => ({ change: 'lighting-override', where, outputShare, from: '01:00', until: '02:00' }) as const;
const silent = { change: 'communication-loss', cabinets: ['one'], fallback: 'full-output', from: '01:30', until: '02:30' } as const;

describe('an order', () => {
  test('moves the lamps of its place, from its first to its last second, and no others', () => {
    expect(outputs(changed(litStreet(1, {}), order({ street: 'second' })), [0.5, 1, 1.99, 2])).toEqual([
      [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.7, 0.7], [0.5, 0.5, 0.5, 0.5, 1, 1, 1, 1], [0.5, 0.5, 0.5, 0.5, 1, 1, 1, 1], [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.7, 0.7],
    ]);
    expect(outputs(changed(litStreet(1, {}), order({ zone: 'night', street: 'second' })), [1])).toEqual([[0.5, 0.5, 0.5, 0.5, 1, 1, 0.7, 0.7]]);
    expect(outputs(changed(litStreet(1, {}), order({ cabinet: 'two' }, 0)), [1])).toEqual([[0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0, 0]]);
    expect(outputs(changed(litStreet(1, {}), order({}, 0.9)), [1])).toEqual([Array(8).fill(0.9)]);
  });

  test('for a name that two zones have moves the lamps of both', () => {
    const twin = litStreet(1, {});
    twin.lightingZones.name.fill('night');
    expect(outputs(changed(twin, order({ zone: 'night' }, 0.9)), [1])).toEqual([Array(8).fill(0.9)]);
  });

  test('for a street and cabinets of one name is given once for each pair that a lamp knows, and refused where it is too many', () => {
    // Every lamp hangs on a cabinet of its own, and both streets have one name: as many pairs as lamps, over the eight days of a run; not two for each cabinet.
    const posts = (count: number): Twin => {
      const twin = litStreet(1, {}), [cabinet] = allRows(cabinetColumns, twin.cabinets), [lamp] = allRows(lampColumns, twin.lamps);
      twin.streets.name.fill('road');
      twin.cabinets = tableFrom(cabinetColumns, Array.from({ length: count }, () => ({ ...cabinet!, name: 'post' })));
      twin.lamps = tableFrom(lampColumns, Array.from({ length: count }, (_, at) => ({ ...lamp!, street: at % 2, cabinet: at })));
      return twin;
    };
    const few = changed(posts(8), order({ street: 'road', cabinet: 'post' }, 0.9));
    expect([few.lightingOverrides.count, ...outputs(few, [1])]).toEqual([8 * 8, Array(8).fill(0.9)]);
    expect(applyChanges(posts(1251), [{ ...order({ street: 'road', cabinet: 'post' }), why: 'to see what happens' }]).problems).toEqual([
      { severity: 'error', code: 'change-too-many-orders', where: 'changes.0.where', parameters: { orders: 10_008, limit: 10_000, kindOfChange: 'lighting-override' } },
    ]);
  });

  test('for a place without a lamp, or a name that is not there, is refused', () => {
    const codes = (where: Extract<Change, { change: 'lighting-override' }>['where']) => applyChanges(litStreet(1, {}), [{ ...order(where), why: 'to see what happens' }]).problems.map(({ code, where: place }) => `${place} ${code}`);
    expect(codes({ street: 'first', cabinet: 'two' })).toEqual(['changes.0.where change-no-lamp-there']);
    expect(codes({ street: 'frist', cabinet: 'tow', zone: 'nihgt', commune: 'x' })).toEqual([
      'changes.0.where.zone change-unknown-zone', 'changes.0.where.street change-unknown-street', 'changes.0.where.commune change-unknown-commune', 'changes.0.where.cabinet change-unknown-cabinet',
    ]);
  });
});

describe('a cabinet out of reach', () => {
  test('hears no order and lights by the astronomical clock; once it is back the order holds, or the program', () => {
    expect(outputs(changed(litStreet(1, {}), order({}, 0.9), silent), [1, 1.5, 2.25, 2.5])).toEqual([
      Array(8).fill(0.9), [1, 1, 1, 1, 1, 1, 0.9, 0.9], [1, 1, 1, 1, 1, 1, 0.7, 0.7], [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.7, 0.7],
    ]);
  });

  test('or goes on with the program that it holds', () => {
    expect(outputs(changed(litStreet(1, {}), order({}, 0.9), { ...silent, fallback: 'program' }), [1.5, 2.25])).toEqual([[0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.9, 0.9], [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.7, 0.7]]);
  });

  test('does not follow the traffic meanwhile', () => {
    const presence = { change: 'adaptive-lighting', zone: 'night', from: '00:00', until: '24:00', fallS: 0, rule: { by: 'presence', quietShare: 0.2, busyShare: 0.8, holdS: 60 } } as const;
    const [before, meanwhile, after] = outputs(changed(litStreet(1, {}), presence, silent), [1.25, 2, 3]);
    expect([before, after]).toEqual(Array(2).fill([0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.7, 0.7]));
    expect(meanwhile).toEqual([1, 1, 1, 1, 1, 1, 0.7, 0.7]);
  });
});

describe('a cabinet that is switched as a whole', () => {
  const whole = { change: 'cabinet-control', cabinets: 'all', control: 'cabinet' } as const;
  /** The last two lamps of the first street hang on the second cabinet, which feeds the other zone. */
  const mixed = (): Twin => { const twin = litStreet(1, {}); twin.lamps.cabinet.set([1, 1], 2); twin.lamps.zone.set([1, 1, 1], 4); return twin; };

  test('follows the zone of most of its lamps', () => {
    expect([...lampZones(mixed())]).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
    // Cabinet one: two lamps of zone 0, two of zone 1: the first zone of as many. Cabinet two: two of either.
    expect([...lampZones(changed(mixed(), whole))]).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    const three = mixed();
    three.lamps.zone[3] = 1;
    expect([...lampZones(changed(three, whole))]).toEqual([0, 0, 1, 1, 0, 0, 1, 1]);
  });

  test('takes the light of its streets along to the zone that it follows', () => {
    const twin = litStreet(1, {});
    twin.lamps.zone.set([1, 1], 4);
    addLitStreets(twin);
    expect([...twin.litStreets.zone]).toEqual([0, 1]);
    const after = changed(twin, whole);
    expect([[...after.lamps.zone], [...after.litStreets.zone], [...twin.litStreets.zone]]).toEqual([[0, 0, 0, 0, 0, 0, 1, 1], [0, 0], [0, 1]]);
  });

  test('is told its orders at once, also in a city of one cabinet and a zone a lamp', () => {
    const count = 20_000, twin = litStreet(1, {});
    writeZonesByClock(twin, Array.from({ length: count }, (_, zone) => ({ name: `${zone}`, levels: [{ fromS: 0, outputShare: 0.5 }] })));
    twin.lamps = tableFrom(lampColumns, Array.from({ length: count }, (_, zone) => ({ ...allRows(lampColumns, twin.lamps)[0]!, street: zone < count - 1 ? 0 : 1, cabinet: 0, zone })));
    twin.cabinets.control.fill(1);
    twin.lightingOverrides = tableFrom(lightingOverrideColumns, Array.from({ length: 20 }, (_, fromS) => ({ zone: -1, street: 1, commune: -1, cabinet: -1, fromS, untilS: 3600, outputShare: 1 })));
    const startMs = performance.now(), groups = lampGroups(twin);
    // Each order against all lamps of the cabinet for each lamp would be 8,000 million looks.
    expect(performance.now() - startMs).toBeLessThan(2000);
    expect([groups.count, new Set(groups.ofLamp).size, groups.overrides.at(-1)!.length]).toEqual([count + 2, 1, 20]);
  });

  test('follows an order for some of its lamps with all of them, and the change says so', () => {
    const twin = changed(litStreet(1, {}), whole), { problems } = applyChanges(twin, [{ ...order({ street: 'second' }), why: 'to see what happens' }]);
    expect(problems.map(({ code, severity, parameters }) => [code, severity, parameters['count']])).toEqual([['change-whole-cabinets', 'warning', 1]]);
    expect(outputs(changed(twin, order({ street: 'second' })), [1])).toEqual([Array(8).fill(1)]);
  });

  test('sees what any of its streets sees', () => {
    const presence = { change: 'adaptive-lighting', zone: 'all', from: '00:00', until: '24:00', fallS: 0, rule: { by: 'presence', quietShare: 0.2, busyShare: 0.8, holdS: 60 } } as const;
    const { streets, ofLamp } = lampGroups(changed(litStreet(1, {}), whole, presence));
    expect(streets[ofLamp[0]!]).toEqual([0, 1]);
    expect(streets[ofLamp[7]!]).toEqual([1]);
  });
});
