// The town of tests with light: its lamps throw theirs as road luminaires do, and its streets have the installations and classes that follow.
import { addLitStreets } from '../../data/build/lamps/lit-streets.ts';
import { makeTable, tableFrom } from '../../engine/foundation/table.ts';
import { intensityColumns, luminaireColumns, photometricSymmetry, photometryAngleColumns, photometryColumns, photometryPlaneColumns } from '../../engine/twin/photometry.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { busTown } from './bus-town.ts';
import { roadBeam } from './road-scenes.ts';

/** Gives every lamp the same kind of luminaire, with the light of a made-up road beam. */
export function giveOptics(twin: Twin): void {
  const { planesDeg, anglesDeg, intensitiesCdPerKlm, sourceFluxLm } = roadBeam();
  twin.photometries = tableFrom(photometryColumns, [{
    name: 'road beam', maker: '', symmetry: photometricSymmetry.none, isAbsolute: 0, sourceFluxLm, inputPowerW: 0, colourTemperatureK: 3000, luminousLengthM: 0, luminousWidthM: 0,
    firstPlane: 0, planeCount: planesDeg.length, firstAngle: 0, angleCount: anglesDeg.length, firstIntensity: 0, synthetic: 1,
  }]);
  twin.photometryPlanes = tableFrom(photometryPlaneColumns, Array.from(planesDeg, (planeDeg) => ({ planeDeg })));
  twin.photometryAngles = tableFrom(photometryAngleColumns, Array.from(anglesDeg, (angleDeg) => ({ angleDeg })));
  twin.intensities = tableFrom(intensityColumns, Array.from(intensitiesCdPerKlm, (intensityCdPerKlm) => ({ intensityCdPerKlm })));
  twin.luminaires = makeTable(luminaireColumns, 1);
  twin.luminaires.name[0] = 'road luminaire';
  for (const column of ['powerFactor', 'dimmedPowerFactor', 'constantFluxStartShare'] as const) twin.luminaires[column][0] = 1;
  twin.luminaires.fixedLossShare[0] = 0.05;
  twin.lamps.luminaire.fill(0);
}

/** `fluxFactor`: how much brighter its lamps are than the town's own. */
export function litTown(fluxFactor = 1): Twin {
  const twin = busTown();
  giveOptics(twin);
  twin.lamps.ratedFluxLm = twin.lamps.ratedFluxLm.map((flux) => fluxFactor * flux);
  addLitStreets(twin);
  return twin;
}
