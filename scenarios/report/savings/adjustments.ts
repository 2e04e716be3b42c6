import { SLOTS_A_DAY, type LitSlots } from './lit-slots.ts';
import type { PresentGroup } from './group-energy.ts';
import { ratedAt, shareOf, type LampGroup } from './lamp-groups.ts';

/** What was not as in the twin for a time. `added`: lamps burned that the twin does not have; `removed`, `outage`: lamps of the twin did not burn. */
export const adjustmentKinds = ['added', 'removed', 'outage'] as const;

/** A non-routine adjustment (IPMVP): something that was not part of the measure changed the consumption. */
export interface Adjustment {
  fromDate: string;
  /** Included; undefined: until the end. */
  untilDate: string | undefined;
  cabinet: number;
  kind: (typeof adjustmentKinds)[number];
  /** Undefined for an outage of the whole cabinet. */
  lampCount: number | undefined;
  /** Of one lamp, as before and as now; undefined: the mean of the cabinet's. */
  wattsBeforeW: number | undefined;
  wattsAfterW: number | undefined;
  why: string;
  /** Where it is written. */
  line: number;
}

/** What an adjustment adds to a side or takes from it: groups that are there for part of the time. */
export function adjustedGroups(adjustment: Adjustment, side: 'before' | 'after', groups: readonly LampGroup[], { dates }: LitSlots): PresentGroup[] {
  const own = groups.filter(({ cabinet }) => cabinet === adjustment.cabinet), ownCount = own.reduce((sum, { lampCount }) => sum + lampCount, 0);
  const fromDay = firstAtLeast(dates, adjustment.fromDate), untilDay = adjustment.untilDate === undefined ? dates.length : firstAfter(dates, adjustment.untilDate);
  if (untilDay <= fromDay || ownCount === 0) return [];
  const span = { fromSlot: fromDay * SLOTS_A_DAY, untilSlot: untilDay * SLOTS_A_DAY };
  const lampCount = adjustment.lampCount ?? ownCount, wattsW = side === 'before' ? adjustment.wattsBeforeW : adjustment.wattsAfterW;
  // Spread over the zones and kinds of the cabinet as its lamps are.
  return own.map((group) => {
    const power = shareOf(group.power, lampCount / ownCount), share = group.lampCount / ownCount;
    return { ...group, ...span, lampCount: lampCount * share, power: wattsW === undefined ? power : ratedAt(power, wattsW * lampCount * share), sign: adjustment.kind === 'added' ? 1 : -1 };
  });
}

const firstAtLeast = (dates: readonly string[], date: string): number => { const at = dates.findIndex((one) => one >= date); return at < 0 ? dates.length : at; };
const firstAfter = (dates: readonly string[], date: string): number => { const at = dates.findIndex((one) => one > date); return at < 0 ? dates.length : at; };
