import { tableFlux } from '../../../engine/twin/photometric-flux.ts';
import type { InventoryLamp } from '../../formats/inventory/read-lamps.ts';
import type { LampMapping, PhotometricFileName } from '../../formats/inventory/mapping-schema.ts';
import { tiltFactor, type MeasuredLuminaire } from '../../formats/photometry/measured-luminaire.ts';

/** Photometric files that a mapping names, as they were read and turned. */
export type PhotometricFiles = ReadonlyMap<string, MeasuredLuminaire>;

/** A path alone is that of a file which is not turned. */
export const namedFile = (name: PhotometricFileName): { file: string; turnDeg: number } => (typeof name === 'string' ? { file: name, turnDeg: 0 } : name);

/** One file, turned one way, under all its names. */
export function photometricKey(name: PhotometricFileName): string {
  const { file, turnDeg } = namedFile(name);
  return `${turnDeg} ${file}`;
}

/** Flux that leaves a luminaire over that to which its table refers. */
export const outputRatioOf = ({ photometry }: MeasuredLuminaire): number => tableFlux(photometry) / 1000;

/** Tables that are scaled to 1,000 lm say nothing of the flux of the lamps that hang there. */
const SCALED_LM = 1000;

/** What a photometric file says of a lamp. */
export interface LampLight {
  /** Without its folders. */
  file: string;
  luminaire: MeasuredLuminaire;
  /** Whether the row names it; else the mapping assumes it. */
  isSaid: boolean;
  /** Of its lamps, or of the luminaire itself where its table is absolute; none where the table is scaled. */
  fluxLm: number | undefined;
  /** Flux that leaves the luminaire over that to which its table refers. */
  outputRatio: number;
  powerW: number | undefined;
  colourTemperatureK: number | undefined;
}

/** The light of a lamp: of the file that its row names, else of the one that the mapping assumes. */
export function lightFinder(files: PhotometricFiles, { photometry: assumed }: LampMapping['assume']): (lamp: Pick<InventoryLamp, 'photometry'>) => LampLight | undefined {
  const known = new Map([...files].map(([key, luminaire]) => [key, lightOf(key.slice(key.indexOf(' ') + 1).split(/[/\\]/).at(-1)!, luminaire)]));
  return ({ photometry }) => {
    const name = photometry ?? assumed, light = name === undefined ? undefined : known.get(photometricKey(name));
    return light && { ...light, isSaid: photometry !== undefined };
  };
}

function lightOf(file: string, luminaire: MeasuredLuminaire): Omit<LampLight, 'isSaid'> {
  const { photometry, isAbsolute, inputPowerW, colourTemperatureK } = luminaire, { sourceFluxLm } = photometry;
  return {
    file, luminaire, outputRatio: outputRatioOf(luminaire), fluxLm: isAbsolute || sourceFluxLm !== SCALED_LM ? sourceFluxLm : undefined,
    powerW: inputPowerW > 0 ? inputPowerW : undefined, colourTemperatureK: colourTemperatureK > 0 ? colourTemperatureK : undefined,
  };
}

/** Flux of a lamp that takes so many watts, from a file that was measured at others: as much for each of them. */
export const fluxAtWatts = ({ fluxLm, powerW }: LampLight, ratedPowerW: number): number | undefined => (fluxLm === undefined || powerW === undefined ? fluxLm : (fluxLm * ratedPowerW) / powerW);

/** What a lamp gives when its luminaire is tilted, over what it gives level: 1 but for sources that burn otherwise then, whose files say so. */
export const tiltedOutput = (light: LampLight | undefined, tiltDeg: number): number => (light?.luminaire.tilt ? tiltFactor(light.luminaire.tilt, tiltDeg) : 1);
