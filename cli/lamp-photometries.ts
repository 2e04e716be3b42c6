import { basename, dirname, resolve } from 'node:path';
import { namedFile, outputRatioOf, photometricKey, type PhotometricFiles } from '../data/build/lamps/lamp-lights.ts';
import type { LampMapping, PhotometricFileName } from '../data/formats/inventory/mapping-schema.ts';
import type { MeasuredLuminaire } from '../data/formats/photometry/measured-luminaire.ts';
import { turnedLight } from '../data/formats/photometry/turned-light.ts';
import { makeProblemList } from '../data/formats/problem-list.ts';
import { hasErrors, type Checked, type Problem } from '../engine/foundation/problem.ts';
import { lightFigures } from '../engine/lighting/photometry/light-figures.ts';
import { plainFileBytes, readPhotometricFile } from './photometric-file.ts';

/** More kinds of luminaires than any city has; and some hundred files of the finest tables, all of which a twin keeps. */
const MOST_FILES = 500, MOST_INTENSITIES = 5_000_000;
/** Beyond these no luminaire of a street is: flux of its lamps, least share of it that leaves the luminaire, most output when tilted over that when level; and no light has more lumens for a watt than green of 555 nm (SI Brochure, 2019: luminous efficacy K_cd). */
const MOST_FLUX_LM = 1e6, LEAST_OUTPUT_RATIO = 0.1, MOST_TILT_FACTOR = 2, MOST_LM_PER_W = 683;

/** The photometric files that a mapping names, each read once, from its own folder on; all that is wrong with them at once. */
export function readLampPhotometries(mappingFile: string, { columns, assume }: LampMapping): Checked<PhotometricFiles> {
  const problems = makeProblemList(), told: Problem[] = [], names = [...Object.values(columns.photometry?.files ?? {}), ...(assume.photometry === undefined ? [] : [assume.photometry])];
  const pathOf = (name: PhotometricFileName): string => resolve(dirname(mappingFile), namedFile(name).file), paths = new Set(names.map(pathOf));
  if (paths.size > MOST_FILES) { problems.error('lamps-too-many-photometries', mappingFile, { count: paths.size, limit: MOST_FILES }); return { problems: problems.all() }; }
  const read = new Map<string, MeasuredLuminaire>();
  let intensities = 0;
  for (const path of paths) {
    if (plainFileBytes(path) < 0) { problems.error('lamps-no-photometry', mappingFile, { path }); continue; }
    const { value, problems: ofFile } = readPhotometricFile(path);
    told.push(...ofFile);
    if (!value) continue;
    intensities += value.photometry.intensitiesCdPerKlm.length;
    if (intensities > MOST_INTENSITIES) { problems.error('lamps-photometries-too-large', mappingFile, { limit: MOST_INTENSITIES, path }); break; }
    const luminaire = { ...value, name: value.name || basename(path) };
    if (isOdd(luminaire)) problems.error('lamps-odd-photometry', basename(path), { fluxLm: Math.round(value.photometry.sourceFluxLm), outputPercent: Math.round(100 * outputRatioOf(luminaire)), powerW: value.inputPowerW });
    read.set(path, luminaire);
  }
  const turned = new Map<string, MeasuredLuminaire>(), files = new Map(names.flatMap((name) => {
    const path = pathOf(name), { turnDeg } = namedFile(name), same = `${turnDeg} ${path}`, asRead = read.get(path);
    if (asRead && !turned.has(same)) turned.set(same, turnedLight(asRead, turnDeg));
    const luminaire = turned.get(same);
    return luminaire ? [[photometricKey(name), luminaire] as const] : [];
  }));
  for (const [same, { photometry }] of turned) if (lightFigures(photometry).isThrownAcross) problems.warning('lamps-photometry-across', basename(same), { turnDeg: (Number.parseInt(same, 10) + 90) % 360 });
  const all = [...told, ...problems.all()];
  return hasErrors(all) ? { problems: all } : { value: files, problems: all };
}

const isOdd = (luminaire: MeasuredLuminaire): boolean =>
  luminaire.photometry.sourceFluxLm > MOST_FLUX_LM || outputRatioOf(luminaire) < LEAST_OUTPUT_RATIO || (luminaire.inputPowerW > 0 && luminaire.photometry.sourceFluxLm > MOST_LM_PER_W * luminaire.inputPowerW) || (luminaire.tilt?.factors.some((factor) => factor > MOST_TILT_FACTOR) ?? false);
