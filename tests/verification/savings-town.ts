// A town of lamps with cabinets and meters, for tests of the savings report.
import { PLAIN_CABINET, writeZonesByClock } from '../../data/build/lamps/write-zones.ts';
import { usualUncertainty } from '../../data/build/french-savings.ts';
import { tableFrom } from '../../engine/foundation/table.ts';
import { cabinetColumns, lampColumns } from '../../engine/twin/lighting.ts';
import { communeColumns } from '../../engine/twin/territory.ts';
import { emptyTwin, type Twin } from '../../engine/twin/twin.ts';
import { datesOf, yearBefore, type Period } from '../../scenarios/report/savings/period.ts';
import { flatRates } from '../../scenarios/report/savings/rates.ts';
import type { SavingsInput } from '../../scenarios/report/savings/savings-input.ts';
import { dijonFacts } from './lighting-city.ts';

export const YEAR: Period = { fromDate: '2026-01-01', untilDate: '2026-12-31' };
const WATTS = [[40, 86], [54, 115], [92, 170]] as const;

/** Four cabinets with ten lamps each in two communes, 40 to 92 W that replaced 86 to 170 W; one zone is dimmed to 40 % from 23:00 to 5:00, the other to 70 %. */
export function savingsTown(): Twin {
  const twin = emptyTwin(dijonFacts({ lighting: { switchOnOffsetMin: 15, switchOffOffsetMin: -15, standbyPowerW: 0.5 } }));
  writeZonesByClock(twin, [['main-roads', 0.7], ['residential', 0.4]].map(([name, share]) => ({ name: name as string, levels: [{ fromS: 5 * 3600, outputShare: 1 }, { fromS: 23 * 3600, outputShare: share as number }] })));
  twin.communes = tableFrom(communeColumns, ['Dijon', 'Talant'].map((name, at) => ({ name, code: `2100${at}`, population: 1000, areaKm2: 1, xM: 0, yM: 0, firstPoint: 0, pointCount: 0 })));
  twin.cabinets = tableFrom(cabinetColumns, Array.from({ length: 4 }, (_, at) => ({ name: `C${at + 1}`, xM: 100 * at, yM: 50 * at, commune: at < 3 ? 0 : 1, ...PLAIN_CABINET, meter: at === 0 ? '' : `PDL${at + 1}` })));
  twin.lamps = tableFrom(lampColumns, Array.from({ length: 40 }, (_, lamp) => {
    const [ratedPowerW, powerBeforeW] = WATTS[lamp % 3]!;
    return { name: `L${lamp}`, xM: lamp, yM: 0, street: -1, cabinet: Math.floor(lamp / 10), zone: lamp % 2, luminaire: -1, replaced: -1, installedYear: 0, heightM: 8, ratedPowerW, powerBeforeW, ratedFluxLm: 100 * ratedPowerW };
  }));
  return twin;
}

/** A report on that town: the lamps replaced against those that stand, option A, flat rates. */
export function savingsInput(twin: Twin, given: Partial<SavingsInput> = {}): SavingsInput {
  const period = given.period ?? YEAR;
  return {
    before: 'replaced-lamps', after: twin, cabinets: Array.from({ length: twin.cabinets.count }, (_, row) => row), period, baselinePeriod: yearBefore(period), option: 'A',
    rates: flatRates(datesOf(period), { eurPerKwh: 0.2, source: 'test' }, { gPerKwh: 50, source: 'test' }), meters: undefined, watts: [], adjustments: [], uncertainty: usualUncertainty, rollOutPaths: {}, drawCount: 2000, seed: 1, ...given,
  };
}
