// Goal: the baseline's lighting energy, recomputed lamp by lamp and minute by minute from the twin's tables and another library's sun.
import { getTimes } from 'suncalc';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildStreets } from '../../data/build/streets/build-streets.ts';
import { cityFacts } from '../../data/dijon/facts/city.ts';
import { addLamps } from '../../data/dijon/lamps.ts';
import { drawStreets } from '../../data/dijon/streets/draw-streets.ts';
import { addAreas } from '../../data/dijon/territory/areas.ts';
import { addCommunes } from '../../data/dijon/territory/communes.ts';
import { emptyTwin, type Twin } from '../../engine/twin/twin.ts';
import { recordedWh, runLamps } from './lighting-city.ts';

describe('lamps of the reference city over a day', () => {
  let twin: Twin;
  // Only the passes that lamps stand on: the rest of the city takes longer to make than this test.
  beforeAll(() => {
    const facts = cityFacts();
    twin = { ...emptyTwin(facts), ...buildStreets(drawStreets(facts).streets) };
    addCommunes(twin);
    addAreas(twin);
    addLamps(twin);
  }, 300_000);

  /** Whether lamps burn at a minute of the run, by the sun of another library. */
  function burning(): (timeS: number) => boolean {
    const { date, utcOffsetMin, originLatitudeDeg, originLongitudeDeg, lighting } = twin.facts;
    const midnight = Date.parse(`${date}T00:00:00Z`) - utcOffsetMin * 60_000;
    const times = (day: number) => getTimes(new Date(midnight + (day + 0.5) * 86_400_000), originLatitudeDeg, originLongitudeDeg);
    const nights = [-1, 0, 1].map((day) => ({
      fromS: (times(day).sunset!.getTime() - midnight) / 1000 + lighting.switchOnOffsetMin * 60,
      untilS: (times(day + 1).sunrise!.getTime() - midnight) / 1000 + lighting.switchOffOffsetMin * 60,
    }));
    return (timeS) => nights.some(({ fromS, untilS }) => timeS >= fromS && timeS < untilS);
  }

  /** What a lamp of a zone gives while it burns, at a clock time. */
  function dimmedTo(zone: number, clockS: number): number {
    const { lightingZones, lightingCalendars, lightingPrograms, dimmingLevels } = twin;
    if (zone < 0) return 1;
    const program = lightingCalendars.defaultProgram[lightingZones.calendar[zone]!]!;
    const rows = Array.from({ length: lightingPrograms.levelCount[program]! }, (_, level) => lightingPrograms.firstLevel[program]! + level);
    return dimmingLevels.outputShare[rows.filter((row) => dimmingLevels.fromS[row]! <= clockS).at(-1) ?? rows.at(-1)!]!;
  }

  test('24 hours: the engine and the sum agree within 0.3 %', () => {
    const burns = burning(), { lamps, luminaires } = twin;
    const ratedW = new Map<number, number>(), fixedW = new Map<number, number>(), darkW = new Map<number, number>();
    const add = (sums: Map<number, number>, zone: number, powerW: number) => sums.set(zone, (sums.get(zone) ?? 0) + powerW);
    for (let lamp = 0; lamp < lamps.count; lamp++) {
      const zone = lamps.zone[lamp]!, kind = lamps.luminaire[lamp]!;
      add(ratedW, zone, lamps.ratedPowerW[lamp]!);
      add(fixedW, zone, lamps.ratedPowerW[lamp]! * luminaires.fixedLossShare[kind]!);
      add(darkW, zone, luminaires.standbyPowerW[kind]!);
    }
    let expectedWh = 0;
    for (let timeS = 30; timeS < 86_400; timeS += 60) {
      for (const [zone, powerW] of ratedW) {
        const share = burns(timeS) ? dimmedTo(zone, timeS) : 0, lossW = fixedW.get(zone)!;
        expectedWh += (share > 0 ? lossW + (powerW - lossW) * share : darkW.get(zone)!) / 60;
      }
    }
    const { log, state } = runLamps(twin, 0, 86_400, 60);
    console.log(`${lamps.count} lamps, ${twin.facts.date}: ${(recordedWh(log) / 1000).toFixed(0)} kWh by the engine, ${(expectedWh / 1000).toFixed(0)} kWh by the sum; ` +
      `${([...ratedW.values()].reduce((sum, powerW) => sum + powerW, 0) / 1e6).toFixed(3)} MW rated`);
    expect(lamps.count).toBeGreaterThan(34_000);
    expect(Math.abs(recordedWh(log) / expectedWh - 1)).toBeLessThan(0.003);
    expect(state.lighting.energyWh).toBeCloseTo(recordedWh(log), 3);
  });
});
