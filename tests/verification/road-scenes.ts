import type { Photometry } from '../../engine/twin/photometry.ts';
import { lampArrangement } from '../../engine/twin/lit-streets.ts';
import type { RoadInstallation } from '../../engine/lighting/road/installation.ts';
import { standardRTable } from '../../engine/lighting/road/r-table.ts';

/** A luminaire that throws cd(C, gamma) for each 1,000 lm; planes and angles every so many degrees. */
export function madeLuminaire(cdPerKlm: (cDeg: number, gammaDeg: number) => number, stepCDeg = 15, stepGammaDeg = 2.5, lastGammaDeg = 180): Photometry {
  const range = (last: number, step: number) => Float64Array.from({ length: Math.round(last / step) + 1 }, (_, at) => at * step);
  const planesDeg = range(360, stepCDeg), anglesDeg = range(lastGammaDeg, stepGammaDeg);
  const intensitiesCdPerKlm = Float64Array.from([...planesDeg].flatMap((c) => [...anglesDeg].map((gamma) => cdPerKlm(c % 360, gamma))));
  return { planesDeg, anglesDeg, intensitiesCdPerKlm, sourceFluxLm: 1000 };
}

const rad = (deg: number): number => (deg * Math.PI) / 180;

/** Straight down and all around: I0 cos gamma, 1,000 / pi cd for each 1,000 lm. */
export const lambertian = (stepGammaDeg = 2.5): Photometry => madeLuminaire((_, gamma) => (gamma < 90 ? (1000 / Math.PI) * Math.cos(rad(gamma)) : 0), 90, stepGammaDeg);

/** Towards every side alike. */
export const everywhere = (cdPerKlm = 1000 / (4 * Math.PI)): Photometry => madeLuminaire(() => cdPerKlm, 90, 10);

/** What road luminaires look like: most light along the road at 65 degrees, more to the far side than to the near one; both directions of the road alike. */
export const roadBeam = (): Photometry => madeLuminaire((c, gamma) => {
  const along = Math.cos(rad(c)) ** 2, far = Math.sin(rad(c)), peak = Math.exp(-(((gamma - 65) / 14) ** 2)), edge = gamma < 75 ? 1 : Math.max(0, (90 - gamma) / 15);
  return (150 * Math.cos(rad(Math.min(gamma, 90))) + 330 * along * peak) * (1 + 0.6 * far * Math.sin(rad(gamma))) * edge;
}, 7.5, 2.5);

/** The same, but with more light towards +x than back. */
export const lopsidedBeam = (): Photometry => {
  const beam = roadBeam();
  return { ...beam, intensitiesCdPerKlm: beam.intensitiesCdPerKlm.map((cd, at) => cd * (1 + 0.3 * Math.cos(rad(beam.planesDeg[Math.floor(at / beam.anglesDeg.length)]!)))) };
};

/** The street of the command's example: 7 m, two lanes, columns of 8 m every 30 m on one side. */
export const street = (changed: Partial<RoadInstallation> = {}): RoadInstallation => ({
  photometry: roadBeam(), fluxLm: 7000, powerW: 60, arrangement: lampArrangement.singleSided, spacingM: 30, heightM: 8, widthM: 7, laneCount: 2,
  overhangM: 0, tiltDeg: 0, maintenanceFactor: 0.8, rTable: standardRTable('r3'), ...changed,
});
