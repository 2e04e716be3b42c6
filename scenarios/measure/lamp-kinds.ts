import { groupRows } from '../../engine/foundation/grouped-rows.ts';
import { driveShare, fluxShare } from '../../engine/lighting/energy/lamp-ageing.ts';
import { maintenanceFactor, type MaintenanceFactor } from '../../engine/lighting/energy/maintenance-factor.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import type { LampAges } from './lamp-ages.ts';

/** Lamps of one kind of luminaire on a day. Means of age, flux and power are over lamps that are there and whose year is known; null where there are none. */
export interface LampKind {
  /** The name of the luminaire; '' for lamps of unknown kind. */
  kind: string;
  lamps: number;
  ratedKw: number;
  lampsOfKnownYear: number;
  /** Of a year whose middle is still to come: no age yet. */
  lampsToCome: number;
  ageYears: number | null;
  burningH: number | null;
  /** Of the flux when new, dirt included. */
  fluxShare: number | null;
  /** Lamps that have burned longer than TM-21 allows to look ahead: their flux is told as it is there. */
  lampsBeyondTm21: number;
  /** Of the rated power, at full output: below 1 where drivers hold back, above where gear ages. */
  powerShare: number | null;
  maintenance: MaintenanceFactor | null;
}

/** The lamps of a city by kind on a day, most lamps first. */
export function lampKinds(twin: ReadingTwin, ages: LampAges, date: string): LampKind[] {
  const { lamps, luminaires } = twin, { rows, starts } = groupRows(Array.from(lamps.luminaire, (kind) => (kind < 0 ? luminaires.count : kind)), lamps.count);
  const kinds = Array.from({ length: starts.length - 1 }, (_, kind) => ({ kind: kind === luminaires.count ? -1 : kind, lampRows: rows.subarray(starts[kind], starts[kind + 1]) })).filter(({ lampRows }) => lampRows.length > 0);
  return kinds.sort((one, other) => other.lampRows.length - one.lampRows.length || one.kind - other.kind).map(({ kind, lampRows }) => {
    const sums = { ageYears: 0, burningH: 0, fluxShare: 0, powerShare: 0 };
    let ratedW = 0, known = 0, toCome = 0, beyond = 0, yearlyH = 0;
    for (const lamp of lampRows) {
      ratedW += lamps.ratedPowerW[lamp]!;
      yearlyH += ages.yearlyH(lamp) / lampRows.length;
      const age = ages.of(lamp, date);
      if (ages.isToCome(lamp, date)) toCome++;
      if (!age) continue;
      const flux = fluxShare(twin, kind, age.burningH, age.ageYears);
      known++;
      sums.ageYears += age.ageYears; sums.burningH += age.burningH; sums.fluxShare += flux.share; sums.powerShare += driveShare(twin, kind, age.burningH);
      if (kind >= 0 && !flux.isKnown) beyond++;
    }
    const mean = (sum: number): number | null => (known > 0 ? sum / known : null);
    return {
      kind: luminaires.name[kind] ?? '', lamps: lampRows.length, ratedKw: ratedW / 1000, lampsOfKnownYear: known, lampsToCome: toCome, ageYears: mean(sums.ageYears), burningH: mean(sums.burningH),
      fluxShare: kind < 0 ? null : mean(sums.fluxShare), lampsBeyondTm21: beyond, powerShare: mean(sums.powerShare), maintenance: kind < 0 ? null : maintenanceFactor(twin, kind, yearlyH),
    };
  });
}
