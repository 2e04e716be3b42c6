// Goal: changes of the streets by time are written down as events of a copy, at the times that people mean, and everything wrong with them is told at once.
import { describe, expect, test } from 'vitest';
import { twinFromBytes, twinHash, twinToBytes } from '../../engine/twin/bytes.ts';
import { eventKind } from '../../engine/twin/events.ts';
import { category } from '../../engine/twin/streets.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { checkTwin } from '../../data/build/check-twin.ts';
import { applyChanges } from '../../scenarios/changes/apply-changes.ts';
import type { Change } from '../../scenarios/changes/change.ts';
import { readChanges } from '../../scenarios/changes/read-changes.ts';
import { changeInWords } from '../../scenarios/language/changes.ts';
import { inWords } from '../../scenarios/language/problems.ts';
import { busTown } from '../verification/bus-town.ts';
import { randomTown } from './random-town.ts';

const twin = busTown(), why = 'to see what happens';
const street = twin.streets.name[twin.links.street[0]!]!, linksOfStreet = Array.from({ length: twin.links.count }, (_, link) => link).filter((link) => twin.streets.name[twin.links.street[link]!] === street);
// All of its links have two lanes.
const crossing = randomTown(1, 10);
const linkName = (link: number): string => twin.links.name[link]!;
const morning = { from: '07:00', until: '12:00' };
const changed = (...changes: Change[]): Twin => applyChanges(twin, changes).value!;

/** Whether an event of the link holds at this time. */
const holds = ({ events }: Twin, link: number, timeS: number): boolean =>
  Array.from({ length: events.count }, (_, row) => row).some((row) => events.link[row] === link && events.fromS[row]! <= timeS && timeS < events.untilS[row]!);

describe('events of a copy', () => {
  test('the original stays as it is, the copy is a sound twin that can be stored, and no other table is copied', () => {
    const before = twinHash(twin);
    const copy = changed(
      { change: 'close-link', why, where: { street }, ...morning, except: ['bus', 'emergency'] }, { change: 'incident', why, link: linkName(0), lane: 1, fromM: 10, lengthM: 5, ...morning }, { change: 'limit-by-time', why, where: { street }, limitKmh: 30, from: '22:00', until: '06:00' },
      { change: 'divert', why, around: linkName(0), via: [linkName(3), linkName(4)], ...morning },
    );
    expect(twinHash(twin)).toBe(before);
    expect(checkTwin(copy)).toEqual([]);
    expect(twinHash(twinFromBytes(twinToBytes(copy))!)).toBe(twinHash(copy));
    expect(Object.keys(copy).filter((name) => copy[name as keyof Twin] !== twin[name as keyof Twin]).sort()).toEqual(['detourLinks', 'events']);
  });

  test('a closed street is closed both ways on all of its links, but not to those excepted', () => {
    const { events } = changed({ change: 'close-link', why, where: { street }, ...morning, except: ['bus', 'emergency'] });
    expect([...new Set(events.link)]).toEqual(linksOfStreet);
    expect([...new Set(events.permitted)]).toEqual([category.bus | category.emergency]);
    expect([...new Set(events.lane)]).toEqual([-1]);
  });

  test.each([
    ['07:00', '12:00', [7, 11.99], [6.99, 12, 0, 23.99]], ['22:00', '06:00', [0, 5.99, 22, 23.99, 29], [6, 21.99]], ['00:00', '24:00', [0, 12, 23.99, 24, 47], []],
  ] as const)('from %s until %s holds when the clock says so, every day', (from, until, within, outside) => {
    const copy = changed({ change: 'limit-by-time', why, where: { links: [linkName(2)] }, limitKmh: 20, from, until });
    for (const day of [0, 1, 6]) {
      for (const hour of within) expect(holds(copy, 2, (day * 24 + hour) * 3600), `day ${day}, ${hour} h`).toBe(true);
      for (const hour of outside) expect(holds(copy, 2, (day * 24 + hour) * 3600), `day ${day}, ${hour} h`).toBe(false);
    }
  });

  test('lanes are counted from the right', () => {
    const { events } = applyChanges(crossing, [{ change: 'close-lane', why, where: { links: ['eIn'] }, lane: 2, ...morning }]).value!;
    expect([...new Set(events.lane)]).toEqual([crossing.links.firstLane[crossing.links.name.indexOf('eIn')]! + 1]);
  });

  test('two changes stand beside each other', () => {
    const one: Change = { change: 'limit-by-time', why, where: { links: [linkName(2)] }, limitKmh: 20, ...morning }, other: Change = { change: 'close-link', why, where: { links: [linkName(5)] }, ...morning };
    expect([...new Set(changed(one, other).events.kind)]).toEqual([eventKind.speedLimit, eventKind.closure]);
  });
});

describe('problems', () => {
  test('come all at once, with the name that was probably meant', () => {
    const { value, problems } = applyChanges(twin, [
      { change: 'close-link', why, where: { street: `${street}x` }, from: '07:00', until: '07:00' },
      { change: 'close-lane', why, where: { links: [linkName(0), 'nowhere at all'] }, lane: 9, ...morning },
      { change: 'close-lane', why, where: { links: [linkName(1)] }, lane: 1, ...morning },
      { change: 'incident', why, link: linkName(0), lane: 1, fromM: 5000, lengthM: 5, ...morning },
      { change: 'incident', why, link: linkName(0), lane: 9, fromM: 0, lengthM: 5, ...morning },
      { change: 'divert', why, around: 'nowhere at all', via: [linkName(0), 'neither here'], ...morning },
      { change: 'limit-by-time', why, where: { street, commune: 'Atlantis' }, limitKmh: 30, ...morning },
    ]);
    expect(value).toBeUndefined();
    expect(problems.map(({ code, where }) => `${where} ${code}`)).toEqual([
      'changes.0.where.street change-unknown-street', 'changes.0.until change-empty-span', 'changes.1.where.links.1 change-unknown-link', 'changes.2.lane change-no-such-lane',
      'changes.3.fromM change-beyond-lane', 'changes.4.lane change-lane-missing', 'changes.5.around change-unknown-link', 'changes.5.via.1 change-unknown-link', 'changes.6.where.commune change-unknown-commune',
    ]);
    expect(problems[0]!.parameters['near']).toBe(street);
    for (const problem of problems) for (const language of ['fr', 'en'] as const) {
      expect(inWords(problem, language)).toMatch(/[.?]$/);
      expect(inWords(problem, language)).not.toContain('undefined');
    }
  });

  test('what is written wrongly is told field by field', () => {
    const { problems } = readChanges([
      { change: 'close-link', why, where: { road: 'x' }, from: '7 o’clock', until: '12:00' }, { change: 'limit-by-time', why, where: { street }, limitKmh: 500, ...morning },
      { change: 'close-lane', why, where: { street }, lane: 0, ...morning, except: ['submarine'] },
    ]);
    expect(problems.map(({ where }) => where)).toEqual(['changes.0.where.street', 'changes.0.where', 'changes.0.from', 'changes.1.limitKmh', 'changes.2.lane', 'changes.2.except.0']);
  });
});

test('every kind says in both languages what it does', () => {
  const all: Change[] = [
    { change: 'close-link', why, where: { street }, ...morning, except: ['bus'] }, { change: 'close-lane', why, where: { links: ['a', 'b'] }, lane: 1, ...morning },
    { change: 'incident', why, link: 'a', lane: 2, fromM: 10, lengthM: 5, ...morning }, { change: 'limit-by-time', why, where: { links: ['a'] }, limitKmh: 30, ...morning }, { change: 'divert', why, around: 'a', via: ['b', 'c'], ...morning },
  ];
  for (const change of all) for (const language of ['fr', 'en'] as const) {
    const words = changeInWords(change, language);
    expect(words).toMatch(/07:00.*12:00.*\.$/);
    expect(words).not.toMatch(/undefined|\[object/);
  }
  expect(changeInWords(all[0]!, 'fr')).toContain('sauf bus');
});
