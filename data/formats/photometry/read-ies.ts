import type { Checked } from '../../../engine/foundation/problem.ts';
import { tableFlux } from '../../../engine/twin/photometric-flux.ts';
import { photometricSymmetry } from '../../../engine/twin/photometry.ts';
import { makeProblemList, placeName, type ProblemList } from '../problem-list.ts';
import { checkCounts, checkedIntensities, checkGammas, checkWhole, shown, wrongAngle } from './check-table.ts';
import { cPlanesOfTypeA, cPlanesOfTypeB } from './c-planes-of-h-v.ts';
import { hvTable, type HvTable } from './h-v-table.ts';
import { readIesHeader } from './ies-header.ts';
import { iesNumbers, type IesNumbers } from './ies-numbers.ts';
import { readTilt, readTiltFile } from './ies-tilt.ts';
import { MOST_FLUX_LM, MOST_INTENSITIES, MOST_POWER_W, MOST_SIZE_M, type LampTilt, type MeasuredLuminaire } from './measured-luminaire.ts';
import { wholePlanes } from './whole-planes.ts';

const METRES_PER_FOOT = 0.3048, TYPE_B = 2, TYPE_A = 3, FEET = 1, MOST_FACTOR = 1e6;
const MOST_NUMBERS = MOST_INTENSITIES + 5000;
/** Editions in which the second of the last three numbers is the ballast-lamp photometric factor. Later it is kept for use to come, in 2019 for how the data came about. */
const LAST_WITH_BALLAST_LAMP_FACTOR = 1991, FIRST_WITH_GENERATION_TYPE = 2019;

/** What the file that TILT names holds; undefined where there is none. */
export type TiltFiles = (name: string) => string | undefined;

/** Reads IES LM-63 of 1986, 1991, 1995, 2002 and 2019, photometry of type C; types A and B are turned into it. Candela become candela for each 1,000 lm of the lamps or, where lumens are -1, of the luminaire itself. */
export function readIes(file: string, content: string, tiltFiles: TiltFiles = () => undefined): Checked<MeasuredLuminaire> {
  const problems = makeProblemList(), lines = content.split(/\r\n|\r|\n/), header = readIesHeader(file, lines, problems);
  if (!header) return { problems: problems.all() };
  const numbers = iesNumbers(file, lines, header.firstNumberLine, MOST_NUMBERS, problems), tilt = tiltOf(file, header.tilt, numbers, tiltFiles, problems);
  const lamps = lampsOf(numbers, header.year), measuredType = lamps.photometricType === TYPE_B ? 'B' : lamps.photometricType === TYPE_A ? 'A' : undefined;
  if (problems.hasErrors() || !checkCounts(lamps.planes, lamps.angles, placeName({ file, line: lamps.line }), problems)) return { problems: problems.all() };
  const table = tableOf(file, numbers, lamps, problems);
  if (numbers.left() > 0) problems.warning('photometry-left-over', placeName({ file, line: numbers.line() }), { count: numbers.left() });
  if (!table || problems.hasErrors()) return { problems: problems.all() };
  if (measuredType) problems.warning('photometry-type', placeName({ file, line: lamps.line }), { type: measuredType });
  const { symmetry, ...candela } = table, isAbsolute = lamps.lumensPerLamp < 0, sourceFluxLm = isAbsolute ? tableFlux(candela) : lamps.count * lamps.lumensPerLamp;
  if (!(sourceFluxLm > 0)) { problems.error('photometry-no-flux', placeName({ file, line: lamps.line })); return { problems: problems.all() }; }
  return {
    value: {
      format: header.year === 0 ? 'LM-63' : `LM-63-${header.year}`, name: header.name, maker: header.maker, colourTemperatureK: header.colourTemperatureK,
      photometry: { ...candela, intensitiesCdPerKlm: candela.intensitiesCdPerKlm.map((cd) => (cd * 1000) / sourceFluxLm), sourceFluxLm },
      symmetry, isAbsolute, measuredTiltDeg: 0, inputPowerW: lamps.powerW, ...lamps.sizes, ...(tilt ? { tilt } : {}), ...(measuredType ? { measuredType } : {}), ...(header.year >= FIRST_WITH_GENERATION_TYPE ? { generationType: lamps.keptNumber } : {}),
    }, problems: problems.all(),
  };
}

function tiltOf(file: string, said: string, numbers: IesNumbers, tiltFiles: TiltFiles, problems: ProblemList): LampTilt | undefined {
  if (/^NONE$/i.test(said)) return undefined;
  if (/^INCLUDE$/i.test(said)) return readTilt(file, numbers, problems);
  const content = tiltFiles(said);
  if (content !== undefined) return readTiltFile(said, content, problems);
  problems.warning('photometry-no-tilt-file', file, { name: said.slice(0, 80) });
  return undefined;
}

interface Lamps {
  line: number; count: number; lumensPerLamp: number; angles: number; planes: number; photometricType: number; powerW: number;
  /** By which every value of the table is to be multiplied. */
  factor: number;
  keptNumber: number;
  sizes: Pick<MeasuredLuminaire, 'luminousLengthM' | 'luminousWidthM' | 'luminousHeightsM'>;
}

/** The thirteen numbers before the angles. */
function lampsOf(numbers: IesNumbers, year: number): Lamps {
  const line = numbers.line();
  const count = numbers.next('lamps', 0, 10_000), lumensPerLamp = numbers.next('lumens per lamp', -MOST_FLUX_LM, MOST_FLUX_LM), multiplier = numbers.next('multiplier', 1e-9, MOST_FACTOR);
  const angles = numbers.next('vertical angles', 1, 1e6), planes = numbers.next('horizontal angles', 1, 1e6), photometricType = numbers.next('photometric type', 1, 3);
  const metres = numbers.next('units', 1, 2) === FEET ? METRES_PER_FOOT : 1, size = (field: string): number => numbers.next(field, -MOST_SIZE_M, MOST_SIZE_M) * metres;
  const widthM = size('width'), lengthM = size('length'), heightM = size('height');
  const ballastFactor = numbers.next('ballast factor', 1e-9, 1000), keptNumber = numbers.next('ballast-lamp photometric factor', -1e6, 1e6), powerW = numbers.next('input watts', 0, MOST_POWER_W);
  const ballastLampFactor = year <= LAST_WITH_BALLAST_LAMP_FACTOR && year > 0 && keptNumber > 0 ? keptNumber : 1;
  return { line, count, lumensPerLamp, angles, planes, photometricType, powerW, factor: multiplier * ballastFactor * ballastLampFactor, keptNumber, sizes: sizesOf(widthM, lengthM, heightM) };
}

/**
 * Width lies along C90 to C270, length along C0 to C180. Negative width and length, or the one with the other 0, stand for a round
 * opening of that diameter (LM-63-1995 and 2002, tables of luminous shapes); other shapes are taken as the box around them.
 */
function sizesOf(widthM: number, lengthM: number, heightM: number): Lamps['sizes'] {
  const high = Math.abs(heightM), isRound = (widthM < 0 && lengthM <= 0) || (lengthM < 0 && widthM === 0);
  return {
    luminousLengthM: isRound ? Math.max(-widthM, -lengthM) : Math.abs(widthM), luminousWidthM: isRound ? 0 : Math.abs(lengthM), luminousHeightsM: [high, high, high, high],
  };
}

type Table = Pick<MeasuredLuminaire, 'symmetry'> & Pick<MeasuredLuminaire['photometry'], 'planesDeg' | 'anglesDeg' | 'intensitiesCdPerKlm'>;

function tableOf(file: string, numbers: IesNumbers, { angles, planes, factor, photometricType }: Lamps, problems: ProblemList): Table | undefined {
  const gammas = numbers.block(angles), given = numbers.block(planes), values = numbers.block(planes * angles);
  if (!gammas || !given || !values) return undefined;
  if (photometricType === TYPE_A || photometricType === TYPE_B) {
    checkedIntensities(values.values, (at) => values.lines[at]!, file, problems);
    const hv = hvTable(gammas, given, values.values, file, problems);
    return hv && !problems.hasErrors() ? turnedTable(hv, photometricType, factor, placeName({ file, line: given.lines[0]! }), problems) : undefined;
  }
  checkGammas([...gammas.values], file, gammas.lines[0]!, problems);
  const wrong = wrongAngle(given.values, 0, 360);
  if (wrong) problems.error('photometry-c-angles', placeName({ file, line: given.lines[0]! }), wrong);
  checkedIntensities(values.values, (at) => values.lines[at]!, file, problems);
  if (problems.hasErrors()) return undefined;
  const planesDeg = [...given.values], symmetry = symmetryOf(planesDeg);
  // Whole turns without their last plane are common; their circle is closed by the first.
  if (symmetry === undefined) { problems.error('photometry-c-span', placeName({ file, line: given.lines[0]! }), { first: shown(planesDeg[0]!), last: shown(planesDeg.at(-1)!) }); return undefined; }
  const whole = wholePlanes(symmetry, planesDeg, values.values, angles);
  if (!checkWhole(whole, placeName({ file, line: given.lines[0]! }), problems)) return undefined;
  return { symmetry, planesDeg: whole.planesDeg, anglesDeg: gammas.values, intensitiesCdPerKlm: whole.intensities.map((value) => value * factor) };
}

function turnedTable(hv: HvTable, photometricType: number, factor: number, where: string, problems: ProblemList): Table | undefined {
  const { symmetry, anglesDeg, whole } = photometricType === TYPE_A ? cPlanesOfTypeA(hv) : cPlanesOfTypeB(hv);
  if (!checkWhole(whole, where, problems)) return undefined;
  return { symmetry, planesDeg: whole.planesDeg, anglesDeg, intensitiesCdPerKlm: whole.intensities.map((value) => value * factor) };
}

/** How light repeats follows from the planes given (LM-63, type C): 0; 0 to 90; 0 to 180; 90 to 270; 0 to 360. */
function symmetryOf(planesDeg: readonly number[]): number | undefined {
  const first = planesDeg[0]!, last = planesDeg.at(-1)!;
  if (planesDeg.length === 1) return first === 0 ? photometricSymmetry.aboutAxis : undefined;
  if (first === 0 && last === 90) return photometricSymmetry.aboutBothPlanes;
  if (first === 0 && last === 180) return photometricSymmetry.aboutC0C180;
  if (first === 90 && last === 270) return photometricSymmetry.aboutC90C270;
  return first >= 0 && last > 270 ? photometricSymmetry.none : undefined;
}
