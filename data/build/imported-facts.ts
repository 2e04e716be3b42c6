import type { CityFacts } from '../../engine/twin/twin.ts';
import type { FlatMap } from '../../engine/foundation/flat-map.ts';
import { frenchElectricity } from './french-electricity.ts';

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
    energy: frenchElectricity,
    sources: [],
  };
}
