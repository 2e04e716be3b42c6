// Goal: whatever rules, orders and losses a city has, energy adds up, a run stopped and taken up again is the same to the bit, and so is one from a checkpoint; a spoilt checkpoint is refused.
import { describe, expect, test } from 'vitest';
import { checkpointFromBytes, checkpointToBytes } from '../../engine/checkpoint/checkpoint.ts';
import { randomShare } from '../../engine/foundation/random.ts';
import { run } from '../../engine/run.ts';
import { lampGroups } from '../../engine/twin/lamp-groups.ts';
import { checkTwin } from '../../data/build/check-twin.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { changed, litStreet } from '../verification/lit-street.ts';

const seeds = Array.from({ length: process.env['JUMEAU_PROOF'] === '1' ? 200 : 20 }, (_, seed) => seed);
const settings = { seed: 1, fromS: 0, untilS: 5400, stepS: 1, untilAllArrived: false, busPriority: false, replay: false };

/** Rules, orders and losses at random over an hour and a half. */
function randomControl(seed: number): Twin {
  const draw = (purpose: number, row = 0): number => randomShare(seed, 5100 + purpose, row, 0), pick = <T>(purpose: number, of: readonly T[], row = 0): T => of[Math.floor(draw(purpose, row) * of.length)]!;
  const clock = (purpose: number, row = 0): string => { const minutes = Math.floor(draw(purpose, row) * 90); return `0${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`; };
  const span = (purpose: number, row = 0): { from: string; until: string } => { const [from, until] = [clock(purpose, row), clock(purpose + 1, row)]; return from === until ? { from, until: '03:00' } : { from, until }; };
  const rule = draw(1) < 0.5
    ? { by: 'presence', quietShare: 0.1, busyShare: 0.5 + draw(2) / 2, holdS: 10 + Math.floor(draw(3) * 90) } as const
    : { by: 'traffic', intervalS: pick(4, [120, 600, 700]), confirmations: pick(5, [1, 2, 3]), steps: [{ fromFlowPerH: 0, outputShare: draw(6) }, { fromFlowPerH: 100, outputShare: 1 }] } as const;
  let twin = litStreet(seed, { carsPerH: 120 * draw(7), peopleAnHour: draw(8) < 0.5 ? 40 : 0, hours: 1.5 });
  if (draw(9) < 0.3) twin = changed(twin, { change: 'cabinet-control', cabinets: pick(10, ['all', ['one']]), control: 'cabinet' });
  twin = changed(twin, { change: 'lighting-program', zone: pick(11, ['night', 'all']), levels: [{ from: '00:20', outputShare: draw(12), rampS: Math.floor(draw(13) * 900) }, { from: '01:00', outputShare: draw(14), rampS: Math.floor(draw(15) * 3600) }] });
  twin = changed(twin, { change: 'adaptive-lighting', zone: pick(16, ['night', 'other', 'all']), fallS: pick(17, [0, 7, 300]), rule, ...span(18) });
  for (let row = 0; row < 2; row++) {
    if (draw(20, row) < 0.6) twin = changed(twin, { change: 'lighting-override', where: pick(21, [{}, { street: 'first' }, { cabinet: 'two' }, { zone: 'night' }], row), outputShare: draw(22, row), ...span(23, row) });
    if (draw(25, row) < 0.6) twin = changed(twin, { change: 'communication-loss', cabinets: pick(26, ['all', ['one'], ['two']], row), fallback: pick(27, ['full-output', 'program'] as const, row), ...span(28, row) });
  }
  return twin;
}

describe.each(seeds)('random control %i', (seed) => {
  const twin = randomControl(seed), whole = run(twin, settings);

  test('is a sound twin whose groups hold every lamp once, and whose rows add up to the energy of the course that it tells', () => {
    expect(checkTwin(twin)).toEqual([]);
    const groups = lampGroups(twin), { lighting, groupSwitches: { count, group, timeS, outputShare, endShare, rampS } } = whole.tables;
    expect([...groups.ofLamp].every((of) => of >= 0 && of < groups.count)).toBe(true);
    const { groupedLamps } = whole.tables, told = Array.from(twin.lamps.zone, (zone) => (zone < 0 ? twin.lightingZones.count : zone));
    for (let row = 0; row < groupedLamps.count; row++) told[groupedLamps.lamp[row]!] = groupedLamps.group[row]!;
    expect(told).toEqual([...groups.ofLamp]);
    const rowsWh = lighting.energyWh.reduce((sum, one) => sum + one, 0);
    expect(rowsWh).toBeCloseTo(whole.figures.lightingEnergyKwh * 1000, 6);
    // Lamps of 100 W that take power in proportion: energy is the area under what each group tells.
    let toldWh = 0;
    for (let of = 0; of < groups.count; of++) {
      const rows = Array.from({ length: count }, (_, row) => row).filter((row) => group[row] === of), lamps = groups.ofLamp.filter((one) => one === of).length;
      rows.forEach((row, at) => {
        const untilS = rows[at + 1] === undefined ? settings.untilS : timeS[rows[at + 1]!]!, rampedS = Math.min(rampS[row]!, untilS - timeS[row]!);
        const reached = rampS[row]! > 0 ? outputShare[row]! + ((endShare[row]! - outputShare[row]!) * rampedS) / rampS[row]! : endShare[row]!;
        toldWh += (lamps * 100 * (((outputShare[row]! + reached) / 2) * rampedS + endShare[row]! * (untilS - timeS[row]! - rampedS))) / 3600;
      });
    }
    // Told shares are single precision.
    expect(Math.abs(toldWh / rowsWh - 1)).toBeLessThan(1e-6);
  });

  test('stopped anywhere and taken up again from a file: the same fingerprint', () => {
    let bytes: Uint8Array | undefined, spoilt: Uint8Array | undefined, late: Uint8Array | undefined;
    const haltAtS = 1 + Math.floor(randomShare(seed, 5199, 0, 0) * 5398);
    run(twin, settings, {
      haltAtS,
      onHalt(checkpoint) {
        bytes = checkpointToBytes(twin, checkpoint, {});
        checkpoint.state.lighting.watch?.groups.stepIndex.fill(9);
        spoilt = checkpointToBytes(twin, checkpoint, {});
        const { watch } = checkpoint.state.lighting;
        if (watch && seed % 2 === 0) watch.nextSampleS = checkpoint.state.timeS;
        else watch?.groups.lastSeenS.fill(checkpoint.state.timeS + 1);
        late = checkpointToBytes(twin, checkpoint, {});
      },
    });
    const again = checkpointFromBytes(twin, bytes!, settings);
    expect(again.problems).toEqual([]);
    expect(run(twin, settings, {}, again.value!).figures.hash).toBe(whole.figures.hash);
    const toldOf = (file: Uint8Array): string[] => checkpointFromBytes(twin, file, settings).problems.map(({ code, where }) => `${where} ${code}`), told = toldOf(spoilt!);
    // A sample that never ends, somebody who will have been seen: lamps would stand still for ever.
    expect(toldOf(late!)).toContain('state.lighting.watch checkpoint-wrong-clock');
    if (twin.adaptiveSteps.count > 0) expect(told).toContain('state.lighting.watch.groups.stepIndex checkpoint-no-such-row');
    else expect(told).toEqual([]);
  });
});
