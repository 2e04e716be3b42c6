import { writeZonesByClock } from '../../data/build/lamps/write-zones.ts';
import { cityFacts } from '../../data/dijon/facts/city.ts';
import { drawnShare, drawsOf } from '../../engine/foundation/random.ts';
import { tableFrom } from '../../engine/foundation/table.ts';
import { lampColumns } from '../../engine/twin/lighting.ts';
import { emptyTwin, type Twin } from '../../engine/twin/twin.ts';

const SEED = 42, PURPOSE = { power: 9101, level: 9102 } as const, HOUR_S = 3600;

/** A city of lamps alone. Zones dim in the evening and late at night and come up again in the morning, each at times and to shares of its own. */
export function lampCity(lampCount: number, zoneCount: number): Twin {
  const twin = emptyTwin(cityFacts()), level = drawsOf(SEED, PURPOSE.level), power = drawsOf(SEED, PURPOSE.power);
  writeZonesByClock(twin, Array.from({ length: zoneCount }, (_, zone) => {
    const near = (hour: number, draw: number) => Math.floor((hour + drawnShare(level, zone, draw)) * HOUR_S);
    return {
      name: `zone ${zone}`,
      levels: [{ fromS: near(4.5, 0), outputShare: 1 }, { fromS: near(20.5, 1), outputShare: 0.7 }, { fromS: near(22.9, 2), outputShare: 0.2 + 0.4 * drawnShare(level, zone, 3) }],
    };
  }));
  twin.lamps = tableFrom(lampColumns, Array.from({ length: lampCount }, (_, lamp) => ({
    name: '', xM: 0, yM: 0, street: -1, cabinet: -1, zone: lamp % zoneCount, luminaire: -1, replaced: -1, heightM: 8,
    ratedPowerW: 20 + 80 * drawnShare(power, lamp, 0), powerBeforeW: 150, ratedFluxLm: 6000, installedYear: 0,
  })));
  return twin;
}
