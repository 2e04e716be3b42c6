import { useEffect, useMemo, useState } from 'react';
import { scheduledOutput } from '../../../engine/lighting/lamp-schedule.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import { useSession, useViewer } from '../viewer-context.ts';
import type { CityStreets } from './city-streets.ts';
import { loadStreets } from './load-streets.ts';
import { withPrograms } from './trial-changes.ts';
import { programAsItIs, sameLevels, zoneNamed, type TrialLevel, type TrialPrograms } from './trial-program.ts';

/** The zone that is looked at, with its program as it is and as it is tried. */
export interface Trial {
  zone: number;
  zoneName: string;
  asItIs: readonly TrialLevel[];
  levels: readonly TrialLevel[];
  /** The city with all programs that are tried; the city as it is where there are none. */
  tried: ReadingTwin;
  /** Only programs that differ from those there are. */
  programs: TrialPrograms;
  setLevels(levels: readonly TrialLevel[]): void;
}

/** Undefined until a zone is chosen. Programs of zones that the city does not have, as an address may name them, count for nothing. */
export function useTrial(): Trial | undefined {
  const { city: { twin }, session } = useViewer();
  const { zone: zoneName, programs: asked } = useSession(({ lighting }) => lighting);
  const zone = zoneNamed(twin, zoneName);
  const programs = useMemo(() => {
    const differs = ([name, levels]: readonly [string, readonly TrialLevel[]]): boolean => {
      const row = zoneNamed(twin, name);
      return row >= 0 && !sameLevels(levels, programAsItIs(twin, row)) && withPrograms(twin, { [name]: levels }) !== undefined;
    };
    return Object.fromEntries(Object.entries(asked).filter(differs));
  }, [twin, asked]);
  const tried = useMemo(() => withPrograms(twin, programs) ?? twin, [twin, programs]);
  const asItIs = useMemo(() => (zone < 0 ? [] : programAsItIs(twin, zone)), [twin, zone]);
  if (zone < 0) return undefined;
  const setLevels = (levels: readonly TrialLevel[]): void => session.setState(({ lighting }) => {
    const { [zoneName]: _before, ...others } = lighting.programs;
    return { lighting: { ...lighting, programs: sameLevels(levels, asItIs) ? others : { ...others, [zoneName]: levels } } };
  });
  return { zone, zoneName, asItIs, levels: asked[zoneName] ?? asItIs, tried, programs, setLevels };
}

/** While the panel is open the map shows lamps as the trial has them, from one moment to the next. */
export function useTriedLamps({ tried, programs }: Pick<Trial, 'tried' | 'programs'>): void {
  const { player, city: { twin } } = useViewer();
  useEffect(() => {
    const zones = new Set(Object.keys(programs).map((name) => zoneNamed(twin, name)));
    player?.tryLamps((zone, timeS) => (zones.has(zone) ? scheduledOutput(tried, zone, timeS).outputShare : undefined));
    return () => player?.tryLamps(undefined);
  }, [player, twin, tried, programs]);
}

/** Light of the streets of the city: on its way, here, or failed. */
export type StreetsPart = { is: 'coming' } | { is: 'here'; streets: CityStreets } | { is: 'failed' };

export function useStreets(): StreetsPart {
  const { city: { twin } } = useViewer();
  const [part, setPart] = useState<StreetsPart>({ is: 'coming' });
  useEffect(() => {
    let current = true;
    loadStreets(twin).then((streets) => { if (current) setPart({ is: 'here', streets }); }, () => { if (current) setPart({ is: 'failed' }); });
    return () => { current = false; };
  }, [twin]);
  return part;
}
