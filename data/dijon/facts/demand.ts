import { estimated, read, unconfirmed } from './figure.ts';

/** Road traffic of a weekday. Nobody publishes trips by zone: what is not a count is an estimate that makes the day plausible. */
export const demandFigures = {
  ahuyPerDay: read(32000, 'Ahuy interchange, both ways, infos-dijon.com'),
  innerTrips: estimated(126000, 'vehicle trips inside the 24 communes: about 0.5 a person, fewer than in reality; as many as the network carries without gridlock'),
  guidedShare: estimated(0.3, 'drivers who follow live navigation and leave a jammed way; the others know the usual traffic only'),
  decayM: estimated(3500, 'gives a mean trip of about 5 km, between the walking city and the 25 km across the agglomeration'),
  jobsPerResident: estimated(0.12, 'shops, schools and services that stand everywhere people live'),
  lorryShare: estimated(0.03, 'share of lorries in urban traffic'),
  throughLorryShare: estimated(0.1, 'share of lorries on roads into town'),
  vanShare: estimated(0.1, 'share of vans'),
  motorcycleShare: estimated(0.03, 'share of motorcycles'),
  congestion: unconfirmed(0.344, 'extra travel time in 2025 by TomTom, through the press; not a target of the demand'),
} as const;

/** Where people go: latitude, longitude, jobs and visitors in vehicle-trip ends a day (E), spread (standard deviation, m). */
export const ATTRACTORS: readonly (readonly [name: string, latitudeDeg: number, longitudeDeg: number, ends: number, spreadM: number])[] = [
  ['Centre', 47.3220, 5.0410, 26000, 750],
  ['Gare and Clemenceau', 47.3270, 5.0480, 11000, 700],
  ['Toison d\'Or and Valmy', 47.3575, 5.0505, 11000, 800],
  ['Cap Nord', 47.3500, 5.0760, 6500, 600],
  ['Hospital', 47.3215, 5.0690, 7000, 500],
  ['University', 47.3125, 5.0700, 8500, 600],
  ['Quetigny shops', 47.3150, 5.0970, 9000, 600],
  ['Quetigny and Chevigny works', 47.3040, 5.1200, 7500, 900],
  ['Technology park', 47.3280, 5.1020, 4000, 600],
  ['Longvic works', 47.2880, 5.0560, 9000, 900],
  ['Beauregard', 47.2760, 5.0490, 3500, 700],
  ['Chenôve shops', 47.2860, 5.0200, 9000, 700],
  ['Marsannay works', 47.2740, 5.0080, 4500, 600],
  ['Talant and Fontaine', 47.3420, 5.0170, 4500, 700],
  ['Ahuy works', 47.3600, 5.0330, 3000, 600],
  ['Fontaine d\'Ouche', 47.3180, 5.0030, 3500, 500],
  ['Grésilles', 47.3340, 5.0650, 4500, 500],
];
