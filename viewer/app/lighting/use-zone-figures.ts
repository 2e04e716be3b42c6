import { useMemo } from 'react';
import { powerW } from '../../../engine/lighting/lamp-power.ts';
import { scheduledOutput } from '../../../engine/lighting/lamp-schedule.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import { useSession, useViewer } from '../viewer-context.ts';
import { belowClass, judgedStreets, type CityStreets } from './city-streets.ts';
import { streetIndicators, type StreetIndicators } from './street-indicators.ts';
import { cityEnergy, zonePower, type EnergyYear } from './trial-energy.ts';
import type { StreetHour } from './trial-streets.ts';
import type { Trial } from './use-trial.ts';

/** A zone under one program: its year, and its streets at the chosen hour once their light is known. */
export interface ZoneFigures {
  year: EnergyYear;
  city: EnergyYear;
  /** What its lamps take at a moment of the run, by their program. */
  powerKwAt(timeS: number): number;
  indicators: StreetIndicators | undefined;
  /** Stretches of street below their class; undefined by day, and where the light of none is known. */
  below: number | undefined;
}

/** The zone as it is and as it is tried. */
export function useZoneFigures({ zone, tried }: Trial, rows: readonly number[], streets: CityStreets | undefined, nights: { asItIs: readonly StreetHour[] | undefined; tried: readonly StreetHour[] | undefined }): { asItIs: ZoneFigures; tried: ZoneFigures } {
  const { city: { twin } } = useViewer(), hour = useSession(({ lighting }) => lighting.hour);
  const before = useMemo(() => cityEnergy(twin), [twin]), after = useMemo(() => cityEnergy(tried), [tried]);
  const indicators = useMemo(() => streets && streetIndicators(twin, streets.light, rows), [twin, streets, rows]);
  return useMemo(() => {
    const figuresOf = (city: ReadingTwin, energy: typeof before, night: readonly StreetHour[] | undefined): ZoneFigures => {
      const counts = night?.find((one) => one.hour === hour)?.counts;
      return {
        year: energy.zones[zone]!, city: energy.city, powerKwAt: (timeS) => powerW(zonePower(twin, zone), scheduledOutput(city, zone, timeS).outputShare) / 1000,
        indicators: indicators?.(energy),
        below: counts && judgedStreets(counts) > 0 ? belowClass(counts.streets) : undefined,
      };
    };
    return { asItIs: figuresOf(twin, before, nights.asItIs), tried: figuresOf(tried, after, nights.tried) };
  }, [twin, tried, zone, indicators, hour, before, after, nights.asItIs, nights.tried]);
}
