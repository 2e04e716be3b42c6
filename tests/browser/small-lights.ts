import { addLitStreets } from '../../data/build/lamps/lit-streets.ts';
import { tableFrom } from '../../engine/foundation/table.ts';
import { intensityColumns, lampTechnology, luminaireColumns, photometricSymmetry, photometryAngleColumns, photometryColumns, photometryPlaneColumns } from '../../engine/twin/photometry.ts';
import type { Twin } from '../../engine/twin/twin.ts';

const PLANES_DEG = [0, 180, 360], ANGLES_DEG = Array.from({ length: 37 }, (_, at) => at * 5);

/** Light thrown so widely needs more lumens: with four times as many residential streets keep their class at 40 %. */
const BRIGHTER = 4;

/** The small town with lamps that throw their light downward after Lambert: 1,000 lm / pi straight down, and the cosine of it aside. */
export function lightSmallCity(twin: Twin): void {
  twin.photometries = tableFrom(photometryColumns, [{
    name: 'Lambert', maker: 'nobody', symmetry: photometricSymmetry.aboutAxis, isAbsolute: 1, sourceFluxLm: 1000, inputPowerW: 0, colourTemperatureK: 3000, luminousLengthM: 0.3, luminousWidthM: 0.3,
    firstPlane: 0, planeCount: PLANES_DEG.length, firstAngle: 0, angleCount: ANGLES_DEG.length, firstIntensity: 0, synthetic: 1,
  }]);
  twin.photometryPlanes = tableFrom(photometryPlaneColumns, PLANES_DEG.map((planeDeg) => ({ planeDeg })));
  twin.photometryAngles = tableFrom(photometryAngleColumns, ANGLES_DEG.map((angleDeg) => ({ angleDeg })));
  twin.intensities = tableFrom(intensityColumns, PLANES_DEG.flatMap(() => ANGLES_DEG.map((angleDeg) => ({ intensityCdPerKlm: Math.max(0, (1000 / Math.PI) * Math.cos((angleDeg * Math.PI) / 180)) }))));
  twin.luminaires = tableFrom(luminaireColumns, [{
    name: 'LED', technology: lampTechnology.led, photometry: 0, fixedLossShare: 0.1, standbyPowerW: 0.5, powerFactor: 1, dimmedPowerFactor: 1, constantFluxStartShare: 1, constantFluxEndH: 0,
    fluxDecayPerH: 0, dirtPerYearShare: 0, cleaningYears: 0, powerRisePerH: 0, upwardShare: 0, colourTemperatureK: 3000,
  }]);
  twin.lamps.luminaire.fill(0);
  twin.lamps.ratedFluxLm = twin.lamps.ratedFluxLm.map((fluxLm) => fluxLm * BRIGHTER);
  addLitStreets(twin);
}
