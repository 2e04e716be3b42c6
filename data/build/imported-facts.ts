import type { CityFacts } from '../../engine/twin/twin.ts';
import type { FlatMap } from '../../engine/foundation/flat-map.ts';

/**
 * The facts of an imported city, before its files say more. Figures that no street or timetable file holds are defaults
 * with their sources; a scenario may change them.
 */
export function importedFacts(name: string, map: FlatMap): CityFacts {
  return {
    name,
    synthetic: false,
    ...map,
    date: '2026-01-15',
    utcOffsetMin: 60,
    stepS: 1,
    defaultFromS: 0,
    defaultUntilS: 86400,
    runUntilAllArrived: false,
    rescueAfterS: 300,
    lighting: { switchOnOffsetMin: 15, switchOffOffsetMin: -15, standbyPowerW: 0.5 },
    energy: {
      priceEurPerKwh: 0.2,
      priceSource: 'assumption: 200 EUR/MWh all in; public contracts paid under 100 in 2021 and 300 to 600 in 2022',
      carbonGPerKwh: 55,
      carbonSource: 'RTE, mean French mix 2021: 55 g/kWh',
    },
    sources: [],
  };
}
