import { estimated, read } from './figure.ts';

const KEY_FIGURES = 'key figures of the connected-city project, Dijon métropole';

/** Connected equipment other than lamps, signals and vehicles of public transport. */
export const equipmentFigures = {
  cameras: read(269, `${KEY_FIGURES}: cameras renewed`),
  buildings: read(180, `${KEY_FIGURES}: buildings operated for safety and security`),
  buildingsRenovated: read(13, `${KEY_FIGURES}: 13 of the 180`),
  bollardSites: read(26, `${KEY_FIGURES}: sites of access bollards to pedestrian zones`),
  geolocatedVehicles: read(205, KEY_FIGURES),
  radioVehicles: read(130, KEY_FIGURES),
  fibreM: read(142000, `${KEY_FIGURES}: over 140 km; two more so that "over" holds`),
  camerasInCentreShare: estimated(0.6, 'share of the cameras inside the outer boulevards'),
} as const;
