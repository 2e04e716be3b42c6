// Goal: how good the equipment is can be asked as a what-if: who is not heard gets no priority, and what is said of buses leaves trams and emergency vehicles as they are.
import { describe, expect, test } from 'vitest';
import { tableFrom } from '../../engine/foundation/table.ts';
import { transponderColumns, usualTransponder } from '../../engine/twin/priority.ts';
import { usualEmergencyTransponder } from '../../engine/twin/preemption.ts';
import { category } from '../../engine/twin/streets.ts';
import { fleetColumns, transitMode } from '../../engine/twin/transit.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { applyChanges } from '../../scenarios/changes/apply-changes.ts';
import type { Change } from '../../scenarios/changes/change.ts';
import { pairedInterval } from '../../scenarios/compare/paired-mean.ts';
import { changeInWords } from '../../scenarios/language/changes.ts';
import { mean } from '../verification/road-watch.ts';
import { lossesOf, twoLines } from './two-lines.ts';

const proof = process.env['JUMEAU_PROOF'] === '1', SEEDS = proof ? 40 : 8;
const equipment = (said: Partial<Extract<Change, { change: 'transponders' }>>): Change => ({ change: 'transponders', why: 'to see what it costs', carriedBy: 'buses-and-trams', ...said });
const changed = (twin: Twin, change: Change): Twin => applyChanges(twin, [change]).value!;
const rowsOf = ({ transponders }: Twin) => Array.from({ length: transponders.count }, (_, row) => ({ category: transponders.category[row], checkInM: transponders.checkInM[row], lossShare: transponders.lossShare[row], signsOff: transponders.signsOff[row] }));

describe('a change of equipment', () => {
  const twin = twoLines(1, 'firstCome'), { bus, tram, emergency } = category;

  test('reaches those who carry it, and leaves the others what they have', () => {
    expect(rowsOf(changed(twin, equipment({ carriedBy: 'buses', lossShare: 0.1, checkInM: 200 })))).toEqual([
      { category: bus, checkInM: 200, lossShare: 0.1, signsOff: 1 }, { category: tram, checkInM: 300, lossShare: 0, signsOff: 1 },
      { category: emergency, checkInM: usualEmergencyTransponder.checkInM, lossShare: 0, signsOff: 1 },
    ]);
    const declared: Twin = { ...twin, transponders: tableFrom(transponderColumns, [{ ...usualTransponder, category: bus, checkInM: 150 }]) };
    expect(rowsOf(changed(declared, equipment({ signsOff: false })))).toEqual([{ category: bus, checkInM: 150, lossShare: 0, signsOff: 0 }]);
  });

  test('that says what is so already changes nothing, and says so; of vehicles that carry none too', () => {
    const { value, problems } = applyChanges(twin, [equipment({ lossShare: 0 })]);
    expect(value!.transponders).toBe(twin.transponders);
    expect(problems.map(({ code }) => code)).toEqual(['change-without-effect']);
    const withFleet: Twin = { ...twin, fleet: tableFrom(fleetColumns, [{ name: '1', mode: transitMode.bus, vehicleType: 1, priorityEquipped: 1, depotXM: 0, depotYM: 0 }]) };
    expect(applyChanges(withFleet, [equipment({ lossShare: 0.5 })]).problems).toEqual([]);
    expect(applyChanges(withFleet, [equipment({ carriedBy: 'trams', lossShare: 0.5 })]).problems.map(({ code }) => code)).toEqual(['change-nobody-equipped']);
  });

  test('is told in both languages', () => {
    const said = equipment({ carriedBy: 'buses', checkInM: 150, latencyS: 2, lossShare: 0.1, positionErrorM: 20 });
    expect(changeInWords(said, 'en')).toBe('Equipment for priority (buses): first call 150 m before the signal, position known to 20 m (standard deviation), messages heard 2 s later, 10% of messages lost.');
    expect(changeInWords(said, 'fr')).toContain('messages reçus 2\u00a0s après');
  });
});

test(`what radio loss costs, an hour at a crossing, ${SEEDS} seeds${proof ? '' : ' (40 with npm run proof)'}: little as long as calls are renewed, all of priority where nobody is heard`, () => {
  const seeds = Array.from({ length: SEEDS }, (_, seed) => seed + 1);
  const busS = (lossShare: number): number[] => seeds.map((seed) => lossesOf(changed(twoLines(seed, 'firstCome'), equipment({ lossShare })), seed, true).busPersonS);
  const without = seeds.map((seed) => lossesOf(twoLines(seed, 'firstCome'), seed, false).busPersonS), shares = [0, 0.5, 0.9, 1], losses = shares.map((share) => (share === 0 ? seeds.map((seed) => lossesOf(twoLines(seed, 'firstCome'), seed, true).busPersonS) : busS(share)));
  const against = losses.map((loss) => pairedInterval(loss.map((lostS, at) => lostS - losses[0]![at]!)));
  shares.forEach((share, at) => console.log(`${100 * share} % of messages lost: ${mean(losses[at]!).toFixed(2)} s a person in a bus${share === 0 ? '' : `, ${against[at]!.mean.toFixed(2)} s more (95 %: ${against[at]!.interval95!.low.toFixed(2)} to ${against[at]!.interval95!.high.toFixed(2)})`}`));
  expect(losses[3]).toEqual(without);
  expect(against[1]!.mean).toBeLessThan(0.25 * against[3]!.mean);
  expect(against[2]!.interval95!.low).toBeGreaterThan(0);
  expect(against[2]!.mean).toBeLessThan(against[3]!.mean);
});
