import type { StreetLight } from '../../../engine/lighting/road/street-light.ts';
import type { HourVolumes } from '../../../engine/twin/hour-volumes.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';

/** Tables of the twin that light and traffic of its streets are computed from. */
export const streetLightTables = [
  'streets', 'links', 'lanes', 'litStreets', 'luminaires', 'photometries', 'photometryPlanes', 'photometryAngles', 'intensities', 'vehicleTypes', 'routes', 'routeLinks', 'departures',
] as const satisfies readonly (keyof ReadingTwin)[];

/** What comes of it. */
export interface StreetLightAnswer { light: StreetLight; volumes: HourVolumes }
