import type { RowValues } from '../../../engine/foundation/table.ts';
import type { Lighting } from './group-energy.ts';
import type { MonthRow } from './month-rows.ts';
import type { SavingsInput } from './savings-input.ts';
import type { savingsCabinetColumns, savingsZoneColumns } from './savings-tables.ts';
import type { SideEnergy } from './side-energy.ts';

interface Calculated { lighting: Lighting; energy: SideEnergy }

/** Hours and calculated energy of every zone that has lamps within the boundary. */
export function zoneRows({ after: { lightingZones } }: SavingsInput, before: Calculated & { lightingThen: Lighting }, after: Calculated, bucketCount: number): RowValues<typeof savingsZoneColumns>[] {
  const beforeKwh = zoneSums(before.energy, bucketCount), afterKwh = zoneSums(after.energy, bucketCount);
  return [...afterKwh].sort(([one], [other]) => one - other).map(([zone, { kwh, lampCount }]) => ({
    zoneRow: zone, zone: zone < lightingZones.count ? lightingZones.name[zone]! : '', lampCount,
    baselineLitH: total(litHours(before.lightingThen)[zone]), beforeLitH: total(litHours(before.lighting)[zone]),
    beforeFullOutputH: total(before.lighting.isAlwaysFull ? before.lighting.slots.burningH[zone] : before.lighting.slots.outputH[zone]),
    afterLitH: total(after.lighting.slots.litH[zone]), afterFullOutputH: total(after.lighting.slots.outputH[zone]),
    beforeKwh: beforeKwh.get(zone)?.kwh ?? 0, afterKwh: kwh,
  }));
}

/** Lamps at full output all night burn by their switching rule alone; others are dark where a program says so. */
const litHours = ({ slots, isAlwaysFull }: Lighting): readonly Float64Array[] => (isAlwaysFull ? slots.burningH : slots.litH);

const total = (hours: Float64Array | undefined): number => (hours === undefined ? 0 : hours.reduce((sum, one) => sum + one, 0));

function zoneSums({ groups, firstAdjusted, kwh }: SideEnergy, bucketCount: number): Map<number, { kwh: number; lampCount: number }> {
  const sums = new Map<number, { kwh: number; lampCount: number }>();
  groups.slice(0, firstAdjusted).forEach(({ zone, lampCount }, row) => {
    const sum = sums.get(zone) ?? { kwh: 0, lampCount: 0 };
    for (let bucket = 0; bucket < bucketCount; bucket++) sum.kwh += kwh[row * bucketCount + bucket]!;
    sums.set(zone, { kwh: sum.kwh, lampCount: sum.lampCount + lampCount });
  });
  return sums;
}

/** What every cabinet saved, and where it stands. */
export function cabinetRows({ after: { cabinets }, cabinets: within }: SavingsInput, rows: readonly MonthRow[]): RowValues<typeof savingsCabinetColumns>[] {
  const months = rows.length / within.length;
  return within.flatMap((cabinet, at) => {
    if (cabinet < 0) return [];
    const savedKwh = rows.slice(at * months, (at + 1) * months).reduce((sum, row) => sum + row.adjustedBaselineKwh - row.reportedKwh, 0);
    return [{ cabinet: cabinets.name[cabinet]!, xM: cabinets.xM[cabinet]!, yM: cabinets.yM[cabinet]!, savedKwh }];
  });
}
