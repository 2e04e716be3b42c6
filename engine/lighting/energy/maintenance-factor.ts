import { lampTechnology } from '../../twin/photometry.ts';
import type { ReadingTwin } from '../../twin/twin.ts';
import { cleanFluxShare, LM80_TEST_H, MOST_TM21_TIMES } from './lamp-ageing.ts';

/** What is left of the flux of a kind of luminaire when it is due, and after how many hours that is. */
export interface MaintenanceFactor { designLifeH: number; lampShare: number; dirtShare: number; factor: number }

/**
 * MF = LLMF x LMF (CIE 154:2003), with LSF = 1: a lamp that fails is repaired, not waited for. LED run to the hours beyond which TM-21 knows
 * nothing; lamps on gear are taken out with each cleaning, as group replacement does. Light is as it is just before the next cleaning. While a
 * driver holds the flux LLMF is 1, as makers count it (L100). Null for a kind of which nobody says how it ages or gets dirty.
 */
export function maintenanceFactor(twin: Pick<ReadingTwin, 'luminaires'>, kind: number, yearlyH: number): MaintenanceFactor | null {
  const { luminaires } = twin;
  if (luminaires.fluxDecayPerH[kind]! === 0 && luminaires.dirtPerYearShare[kind]! === 0) return null;
  const everyYears = luminaires.cleaningYears[kind]!, mostH = LM80_TEST_H * MOST_TM21_TIMES;
  const isRelamped = luminaires.technology[kind] !== lampTechnology.led && luminaires.technology[kind] !== lampTechnology.unknown && everyYears > 0;
  const designLifeH = isRelamped ? Math.min(mostH, everyYears * yearlyH) : mostH, dirtyYears = everyYears > 0 ? everyYears : yearlyH > 0 ? designLifeH / yearlyH : 0;
  const lampShare = cleanFluxShare(twin, kind, designLifeH), dirtShare = Math.max(0, 1 - luminaires.dirtPerYearShare[kind]! * dirtyYears);
  return { designLifeH, lampShare, dirtShare, factor: lampShare * dirtShare };
}
