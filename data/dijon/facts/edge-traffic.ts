import { estimated } from './figure.ts';

/**
 * Traffic on the roads at the edge of the map. Vehicles a day and lane into the map; scaled until the assigned traffic at the
 * Ahuy interchange is what was counted there (see docs/models/demand.md).
 */
export const edgeFigures = {
  perLaneOfClass: {
    motorway: estimated(7500, 'A31 and A38 carry 25,000 to 50,000 vehicles a day both ways near Dijon'),
    trunk: estimated(8500, 'dual carriageways into Dijon'),
    primary: estimated(2200, 'departmental roads into Dijon carry 5,000 to 12,000 both ways'),
    secondary: estimated(1300, 'lesser departmental roads'),
  },
  throughShare: estimated(0.25, 'share of those who enter that only pass through the agglomeration'),
  throughShareOfMotorway: estimated(0.92, 'most of the traffic of A31 is on its way elsewhere'),
  motorwayPull: estimated(4, 'who comes on the motorway and passes through mostly stays on it'),
  decayM: estimated(7000, 'weak: who comes from outside is on the road already'),
  leastApartM: estimated(4000, 'nobody enters to leave again next to it'),
} as const;
