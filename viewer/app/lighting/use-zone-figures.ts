import { useMemo } from 'react';
import { useSession, useViewer } from '../viewer-context.ts';
import { belowClass, judgedStreets, judgeZone, type CityStreets } from './city-streets.ts';
import { leastShare, nightHours } from './night-output.ts';
import { streetIndicators, type StreetIndicators } from './street-indicators.ts';
import { cityEnergy, type EnergyYear } from './trial-energy.ts';
import type { ZoneNight } from './trial-streets.ts';
import type { Trial } from './use-trial.ts';

/** A zone under one program: its year, and its streets at the chosen hour once their light is known. */
export interface ZoneFigures {
  year: EnergyYear;
  city: EnergyYear;
  indicators: StreetIndicators | undefined;
  /** Stretches of street below their class; undefined by day, and where the light of none is known. */
  below: number | undefined;
}

/** The zone as it is and as it is tried. */
export function useZoneFigures({ zone, tried }: Trial, rows: readonly number[], streets: CityStreets | undefined, nights: { asItIs: ZoneNight; tried: ZoneNight }): { asItIs: ZoneFigures; tried: ZoneFigures } {
  const { city: { twin } } = useViewer(), hour = useSession(({ lighting }) => lighting.hour);
  const before = useMemo(() => cityEnergy(twin), [twin]), after = useMemo(() => cityEnergy(tried), [tried]);
  const indicators = useMemo(() => streets && streetIndicators(twin, streets.light, rows), [twin, streets, rows]);
  return useMemo(() => {
    const at = nightHours.find((one) => one.hour === hour)!;
    const figuresOf = (energy: typeof before, { stretches, burning }: ZoneNight): ZoneFigures => {
      const share = leastShare(stretches, burning, at), counts = streets && share !== undefined ? judgeZone(twin, streets, rows, hour, share) : undefined;
      return {
        year: energy.zones[zone]!, city: energy.city, indicators: indicators?.(energy),
        below: counts && judgedStreets(counts) > 0 ? belowClass(counts.streets) : undefined,
      };
    };
    return { asItIs: figuresOf(before, nights.asItIs), tried: figuresOf(after, nights.tried) };
  }, [twin, zone, rows, streets, indicators, hour, before, after, nights.asItIs, nights.tried]);
}
