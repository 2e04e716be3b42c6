import type { RowValues } from '../../../engine/foundation/table.ts';
import { lampGroups, type LampSide } from './lamp-groups.ts';
import type { SavingsInput } from './savings-input.ts';
import type { savingsKindColumns } from './savings-tables.ts';

export type KindRow = RowValues<typeof savingsKindColumns>;

/** Kinds of lamp within the boundary with their watts and how sure these are. Where the lighting before is another schedule of the same lamps there is one side. */
export function kindRows({ after, before, cabinets, watts, uncertainty }: SavingsInput): KindRow[] {
  const within = new Set(cabinets), sides: readonly LampSide[] = before === 'replaced-lamps' ? ['before', 'after'] : ['after'];
  return sides.flatMap((side) => {
    const kinds = new Map<string, { product: string; lampCount: number; ratedPowerW: number }>();
    for (const { kind, product, lampCount, power: { ratedW } } of lampGroups(after, side, (cabinet) => within.has(cabinet))) {
      const sum = kinds.get(kind) ?? { product, lampCount: 0, ratedPowerW: 0 };
      kinds.set(kind, { product, lampCount: sum.lampCount + lampCount, ratedPowerW: sum.ratedPowerW + ratedW });
    }
    return [...kinds].map(([kind, { product, lampCount, ratedPowerW }]): KindRow => {
      const sample = watts.find((one) => one.side === side && one.kind === kind);
      return {
        side: side === 'before' ? 0 : 1, kind, product, lampCount, catalogueW: ratedPowerW / lampCount, isMeasured: sample ? 1 : 0,
        measuredW: sample?.meanW ?? 0, deviationW: sample?.deviationW ?? 0, sampleCount: sample?.sampleCount ?? 0,
        uncertaintyShare: sample ? sampleUncertainty(sample, uncertainty.wattmeterShare) : uncertainty.catalogueWattsShare,
      };
    });
  });
}

/** Of the mean of a sample: its spread over the root of its size, and the instrument (GUM, JCGM 100:2008, 4.2.3 and 5.1.2). */
export function sampleUncertainty({ meanW, deviationW, sampleCount }: { meanW: number; deviationW: number; sampleCount: number }, wattmeterShare: number): number {
  const spreadShare = deviationW / Math.sqrt(sampleCount) / meanW;
  return Math.sqrt(spreadShare * spreadShare + wattmeterShare * wattmeterShare);
}
