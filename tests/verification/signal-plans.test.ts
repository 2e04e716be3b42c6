// Goal: plans follow the rules that traffic engineers use, on junctions simple enough to check by head.
import { describe, expect, test } from 'vitest';
import { checkTwin } from '../../data/build/check-twin.ts';
import { turn } from '../../engine/twin/streets.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { planText, twinOf, type Arm } from './drawn-junction.ts';

const arms = (bearings: readonly number[], more: Partial<Arm> = {}): Arm[] => bearings.map((bearingDeg) => ({ bearingDeg, ...more }));
const stages = (twin: Twin): string[] => planText(twin).filter((line) => line.endsWith('stage'));

/** The signal group of the movements from one arm that turn one way. */
function groupOf(twin: Twin, bearingDeg: number, way: number): number {
  const { movements, lanes, links, streets } = twin;
  const groups = new Set<number>();
  for (let movement = 0; movement < movements.count; movement++) {
    const link = lanes.link[movements.fromLane[movement]!]!;
    if (movements.signalGroup[movement]! >= 0 && movements.turn[movement] === way && streets.name[links.street[link]!] === `arm ${bearingDeg}`) groups.add(movements.signalGroup[movement]!);
  }
  expect(groups.size).toBe(1);
  return [...groups][0]!;
}

/** All that is shown, in letters. */
const allShown = (twin: Twin): string => planText(twin).map((line) => line.split(' ')[0]!).join(' ');

/** What a group shows, interval by interval, in letters. */
const shownTo = (twin: Twin, group: number): string => planText(twin).map((line) => line[group]!).join('');

test('a crossing of equals: two stages of equal length, left turns give way, 3 s amber, a whole cycle', () => {
  const twin = twinOf(arms([0, 90, 180, 270]));
  expect(stages(twin)).toHaveLength(2);
  const [first, , , second] = [...twin.intervals.durationS];
  expect(Math.abs(first! - second!)).toBeLessThanOrEqual(1);
  expect(shownTo(twin, groupOf(twin, 0, turn.straight))).toBe('Gyrrrr');
  expect(shownTo(twin, groupOf(twin, 180, turn.straight))).toBe('Gyrrrr');
  expect(shownTo(twin, groupOf(twin, 0, turn.left))).toBe('gyrrrr');
  expect(shownTo(twin, groupOf(twin, 90, turn.straight))).toBe('rrrGyr');
  expect(twin.controllers.cycleS[0]).toBeGreaterThanOrEqual(60);
  expect(twin.controllers.cycleS[0]).toBeLessThanOrEqual(90);
  expect(checkTwin(twin)).toEqual([]);
});

test('a T junction: the left turn off the main street gives way, the one out of the side street need not', () => {
  const twin = twinOf(arms([90, 180, 270]));
  expect(stages(twin)).toHaveLength(2);
  expect(shownTo(twin, groupOf(twin, 90, turn.left))).toContain('g');
  expect(shownTo(twin, groupOf(twin, 180, turn.left))).not.toContain('g');
  expect(shownTo(twin, groupOf(twin, 90, turn.straight))).toBe(shownTo(twin, groupOf(twin, 270, turn.straight)));
});

test('three arms at 120 degrees have nobody opposite: three stages, all protected', () => {
  const twin = twinOf(arms([0, 120, 240]));
  expect(stages(twin)).toHaveLength(3);
  expect(allShown(twin)).not.toContain('g');
});

test('five arms, four of them a crossing: three stages', () => {
  expect(stages(twinOf(arms([0, 45, 90, 180, 270])))).toHaveLength(3);
});

test('one-way streets that cross: two stages, nothing to give way to', () => {
  const twin = twinOf([{ bearingDeg: 0, lanesOut: 0, lanesIn: 2 }, { bearingDeg: 90, lanesIn: 0, lanesOut: 2 }, { bearingDeg: 180, lanesIn: 0, lanesOut: 2 }, { bearingDeg: 270, lanesOut: 0, lanesIn: 2 }]);
  expect(stages(twin)).toHaveLength(2);
  expect(twin.controllers.groupCount[0]).toBe(2);
  expect(allShown(twin)).not.toContain('g');
});

test('a tram line across a street has a stage of its own, of at least 6 s', () => {
  const twin = twinOf([...arms([0, 180]), ...arms([90, 270], { class: 'tramway' })]);
  expect(stages(twin)).toHaveLength(2);
  const tram = groupOf(twin, 90, turn.straight);
  expect(tram).not.toBe(groupOf(twin, 0, turn.straight));
  twin.intervals.durationS.forEach((durationS, interval) => { if (planText(twin)[interval]![tram] === 'G') expect(durationS).toBeGreaterThanOrEqual(6); });
});

describe('left turns from lanes of their own', () => {
  const wide = (speedLimitMps: number): Twin =>
    twinOf(arms([0, 90, 180, 270], { class: 'primary', lanesIn: 3, lanesOut: 2, speedLimitMps, turnLanesIn: [['left'], ['through'], ['through', 'right']] }));
  test('give way at 50 km/h across two lanes', () => {
    const twin = wide(50 / 3.6);
    expect(stages(twin)).toHaveLength(2);
    expect(shownTo(twin, groupOf(twin, 0, turn.left))).toContain('g');
  });
  test('have their own stage, before the street\'s, where oncoming traffic drives 70 km/h', () => {
    const twin = wide(70 / 3.6);
    expect(stages(twin)).toHaveLength(4);
    const left = shownTo(twin, groupOf(twin, 0, turn.left)), straight = shownTo(twin, groupOf(twin, 0, turn.straight));
    expect(left).not.toContain('g');
    expect(left.indexOf('G')).toBeLessThan(straight.indexOf('G'));
    expect(shownTo(twin, groupOf(twin, 180, turn.left))).toBe(left);
  });
});

test('amber lasts 5 s above 50 km/h (instruction on road signs, part 6)', () => {
  const twin = twinOf([...arms([0, 180], { speedLimitMps: 70 / 3.6 }), ...arms([90, 270])]);
  const amberS = (group: number): number => planText(twin).reduce((sum, line, interval) => sum + (line[group] === 'y' ? twin.intervals.durationS[interval]! : 0), 0);
  expect(amberS(groupOf(twin, 0, turn.straight))).toBe(5);
  expect(amberS(groupOf(twin, 90, turn.straight))).toBe(3);
});

test('intergreens by hand: overrun + (way to clear + 6 m) / 10 m/s - way to enter / 40 km/h, at least amber + 1 s', () => {
  const twin = twinOf(arms([0, 90, 180, 270])), { conflicts, movements, intergreens } = twin;
  const ending = groupOf(twin, 0, turn.straight), starting = groupOf(twin, 90, turn.straight);
  const straight = (bearingGroup: number): number => movements.signalGroup.findIndex((group, movement) => group === bearingGroup && movements.turn[movement] === turn.straight);
  const meets = (movement: number, foe: number): number => {
    const first = movements.firstConflict[movement]!;
    for (let row = first; row < first + movements.conflictCount[movement]!; row++) if (conflicts.foe[row] === foe) return row;
    return -1;
  };
  const there = meets(straight(ending), straight(starting)), back = meets(straight(starting), straight(ending));
  const byHandS = 3 + (conflicts.untilM[there]! + 6) / 10 - conflicts.fromM[back]! / (40 / 3.6);
  const row = intergreens.endingGroup.findIndex((group, index) => group === ending && intergreens.startingGroup[index] === starting);
  // Right turns of the same groups may ask for more than the straight ways, never for less.
  expect(intergreens.leastS[row]).toBeGreaterThanOrEqual(Math.max(4, Math.ceil(byHandS)));
  expect(intergreens.leastS[row]).toBeLessThanOrEqual(Math.max(4, Math.ceil(byHandS)) + 1);
});

test('the busier street has the longer green: two lanes of a primary street against a residential one', () => {
  const twin = twinOf([...arms([0, 180], { class: 'primary', lanesIn: 2, lanesOut: 2 }), ...arms([90, 270], { class: 'residential' })]);
  const greenS = (group: number): number => planText(twin).reduce((sum, line, interval) => sum + (/[Gg]/.test(line[group]!) ? twin.intervals.durationS[interval]! : 0), 0);
  expect(greenS(groupOf(twin, 0, turn.straight))).toBeGreaterThan(3 * greenS(groupOf(twin, 90, turn.straight)));
  expect(greenS(groupOf(twin, 90, turn.straight))).toBeGreaterThanOrEqual(6);
});
