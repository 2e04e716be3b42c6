import type { Checked } from '../../../engine/foundation/problem.ts';
import { tableFlux } from '../../../engine/twin/photometric-flux.ts';
import { photometricSymmetry } from '../../../engine/twin/photometry.ts';
import { makeProblemList, placeName, type ProblemList } from '../problem-list.ts';
import { checkCounts, checkedIntensities, checkGammas, checkWhole, shown, wrongAngle } from './check-table.ts';
import { MOST_FLUX_LM, MOST_NAME_LENGTH, MOST_POWER_W, MOST_SIZE_M, type MeasuredLuminaire } from './measured-luminaire.ts';
import { leadingNumber, plainNumber } from './plain-number.ts';
import { wholePlanes } from './whole-planes.ts';

/** Lines of the format, counted from 1 (A. Stockmar 1990; descriptions of the format by DIAL and Helios32). */
const LINE = {
  maker: 1, symmetry: 3, planeCount: 4, angleCount: 6, name: 9, lengthMm: 13, widthMm: 14, luminousLengthMm: 16, luminousWidthMm: 17, firstHeightMm: 18,
  downwardPct: 22, outputRatioPct: 23, conversion: 24, measuredTiltDeg: 25, lampSets: 26, firstSet: 27,
} as const;
const LINES_OF_A_SET = 6, DIRECT_RATIOS = 10, MOST_LAMP_SETS = 20;
/** Isym 0 to 4 of the format. */
const SYMMETRIES = [photometricSymmetry.none, photometricSymmetry.aboutAxis, photometricSymmetry.aboutC0C180, photometricSymmetry.aboutC90C270, photometricSymmetry.aboutBothPlanes];
/** Percentage points by which what the author states of flux may stray from the table before it is told. */
const STATED_WITHIN_PCT = 3;

interface Lines { file: string; lines: readonly string[]; problems: ProblemList }

const textAt = ({ lines }: Lines, line: number): string => (lines[line - 1] ?? '').trim().slice(0, MOST_NAME_LENGTH);

/** A number of a line, within bounds; the usual one where the line is empty and there is one. */
function numberAt(given: Lines, line: number, field: string, least: number, most: number, usual?: number): number {
  const text = textAt(given, line);
  if (text === '' && usual !== undefined) return usual;
  const value = plainNumber(text);
  if (value >= least && value <= most) return value;
  given.problems.error('photometry-field', placeName({ file: given.file, line }), { field, value: text.slice(0, 40), least, most });
  return NaN;
}

/** Reads EULUMDAT (.ldt): one field a line, intensities in cd for each 1,000 lm of the lamps. Decimal point or comma. */
export function readEulumdat(file: string, content: string): Checked<MeasuredLuminaire> {
  const problems = makeProblemList(), given: Lines = { file, lines: content.split(/\r\n|\r|\n/), problems };
  const isym = numberAt(given, LINE.symmetry, 'Isym', 0, 4), planes = numberAt(given, LINE.planeCount, 'Mc', 1, 1e6), angles = numberAt(given, LINE.angleCount, 'Ng', 1, 1e6);
  const sets = numberAt(given, LINE.lampSets, 'n', 1, MOST_LAMP_SETS), conversion = numberAt(given, LINE.conversion, 'CFLI', 1e-6, 1e6, 1);
  if (!Number.isInteger(isym) || !Number.isInteger(sets)) problems.error('photometry-field', placeName({ file, line: Number.isInteger(isym) ? LINE.lampSets : LINE.symmetry }), { field: Number.isInteger(isym) ? 'n' : 'Isym', value: '', least: 0, most: 4 });
  if (problems.hasErrors() || !checkCounts(planes, angles, placeName({ file, line: LINE.planeCount }), problems)) return { problems: problems.all() };
  const lamp = lampOf(given, sets), facts = factsOf(given), table = tableOf(given, isym, planes, angles, sets, conversion);
  if (!table || problems.hasErrors()) return { problems: problems.all() };
  const photometry = { ...table, sourceFluxLm: lamp.fluxLm };
  tellStated(given, tableFlux(table), tableFlux(table, 0, 90), facts.stated);
  return { value: { format: 'EULUMDAT', ...facts, photometry, symmetry: SYMMETRIES[isym]!, isAbsolute: lamp.isAbsolute, inputPowerW: lamp.powerW, colourTemperatureK: lamp.colourTemperatureK }, problems: problems.all() };
}

/** The first set of lamps, which is the standard one; others are alternatives. A negative number of lamps marks a luminaire measured as a whole. */
function lampOf(given: Lines, sets: number): { fluxLm: number; powerW: number; colourTemperatureK: number; isAbsolute: boolean } {
  const at = LINE.firstSet, fluxLm = numberAt(given, at + 2, 'lm', 0, MOST_FLUX_LM);
  if (fluxLm === 0) given.problems.error('photometry-no-flux', placeName({ file: given.file, line: at + 2 }));
  if (sets > 1) given.problems.warning('photometry-lamp-sets', placeName({ file: given.file, line: LINE.lampSets }), { count: sets, used: textAt(given, at + 1) });
  return { fluxLm, powerW: numberAt(given, at + 5, 'W', 0, MOST_POWER_W, 0), colourTemperatureK: leadingNumber(textAt(given, at + 3)), isAbsolute: numberAt(given, at, 'N', -1e6, 1e6, 1) < 0 };
}

/** Nobody measures a luminaire that hangs steeper than this. */
const MOST_TILT_DEG = 90;

function factsOf(given: Lines): Pick<MeasuredLuminaire, 'name' | 'maker' | 'luminousLengthM' | 'luminousWidthM' | 'luminousHeightsM' | 'measuredTiltDeg'> & { stated: NonNullable<MeasuredLuminaire['stated']> } {
  const metres = (line: number, field: string): number => numberAt(given, line, field, 0, MOST_SIZE_M * 1000, 0) / 1000;
  const height = (at: number): number => metres(LINE.firstHeightMm + at, 'mm');
  const measuredTiltDeg = numberAt(given, LINE.measuredTiltDeg, 'tilt of luminaire during measurement', -MOST_TILT_DEG, MOST_TILT_DEG, 0);
  if (measuredTiltDeg !== 0 && Number.isFinite(measuredTiltDeg)) given.problems.warning('photometry-measured-tilt', placeName({ file: given.file, line: LINE.measuredTiltDeg }), { tiltDeg: measuredTiltDeg });
  return {
    measuredTiltDeg, name: textAt(given, LINE.name), maker: textAt(given, LINE.maker), luminousLengthM: metres(LINE.luminousLengthMm, 'mm'), luminousWidthM: metres(LINE.luminousWidthMm, 'mm'),
    luminousHeightsM: [height(0), height(1), height(2), height(3)],
    stated: { downwardPct: numberAt(given, LINE.downwardPct, 'DFF', 0, 100, NaN), outputRatioPct: numberAt(given, LINE.outputRatioPct, 'LORL', 0, 1000, NaN) },
  };
}

/** How many planes a file of each symmetry holds, and at which of its C angles they begin. */
function planesHeld(isym: number, planes: number): { first: number; count: number } | undefined {
  if (isym === 0) return { first: 0, count: planes };
  if (isym === 1) return { first: 0, count: 1 };
  if (planes % (isym === 2 ? 2 : 4) !== 0) return undefined;
  return { first: isym === 3 ? (3 * planes) / 4 : 0, count: isym === 4 ? planes / 4 + 1 : planes / 2 + 1 };
}

function tableOf(given: Lines, isym: number, planes: number, angles: number, sets: number, conversion: number): Pick<MeasuredLuminaire['photometry'], 'planesDeg' | 'anglesDeg' | 'intensitiesCdPerKlm'> | undefined {
  const { file, lines, problems } = given, held = planesHeld(isym, planes);
  if (!held) { problems.error('photometry-planes-of-symmetry', placeName({ file, line: LINE.planeCount }), { planes, symmetry: isym }); return undefined; }
  const firstPlane = LINE.firstSet + sets * LINES_OF_A_SET + DIRECT_RATIOS, firstAngle = firstPlane + planes, firstValue = firstAngle + angles, needed = firstValue + held.count * angles - 1;
  const last = lines.findLastIndex((line) => line.trim() !== '') + 1;
  if (last < needed) { problems.error('photometry-too-short', file, { lines: last, needed }); return undefined; }
  if (last > needed) problems.warning('photometry-left-over', placeName({ file, line: needed + 1 }), { count: last - needed });
  const numbers = (from: number, count: number): number[] => Array.from({ length: count }, (_, at) => plainNumber(lines[from + at - 1]!));
  const planesDeg = numbers(firstPlane, planes), anglesDeg = numbers(firstAngle, angles), values = Float64Array.from(numbers(firstValue, held.count * angles));
  const wrong = wrongAngle(planesDeg, 0, 360);
  if (wrong) problems.error('photometry-c-angles', placeName({ file, line: firstPlane }), wrong);
  checkGammas(anglesDeg, file, firstAngle, problems);
  checkedIntensities(values, (at) => firstValue + at, file, problems);
  const heldDeg = Array.from({ length: held.count }, (_, at) => planesDeg[(held.first + at) % planes]!);
  if (!fitsSymmetry(isym, heldDeg)) problems.error('photometry-c-of-symmetry', placeName({ file, line: firstPlane }), { first: shown(heldDeg[0]!), last: shown(heldDeg.at(-1)!), symmetry: isym });
  if (problems.hasErrors()) return undefined;
  const whole = wholePlanes(SYMMETRIES[isym]!, heldDeg, values, angles);
  if (!checkWhole(whole, placeName({ file, line: LINE.planeCount }), problems)) return undefined;
  return { planesDeg: whole.planesDeg, anglesDeg: Float64Array.from(anglesDeg), intensitiesCdPerKlm: whole.intensities.map((value) => value * conversion) };
}

/** First and last plane held are those between which the light is mirrored. */
function fitsSymmetry(isym: number, heldDeg: readonly number[]): boolean {
  const [first, last] = [heldDeg[0]!, heldDeg.at(-1)!], bounds = [undefined, undefined, [0, 180], [270, 90], [0, 90]][isym];
  return !bounds || (Math.abs(first - bounds[0]!) < 1e-6 && Math.abs(last - bounds[1]!) < 1e-6);
}

/** What the author states of the flux is used nowhere, but should be what the table says. */
function tellStated({ file, problems }: Lines, fluxPerKlm: number, downPerKlm: number, { downwardPct, outputRatioPct }: NonNullable<MeasuredLuminaire['stated']>): void {
  const ratio = fluxPerKlm / 10, down = (100 * downPerKlm) / fluxPerKlm, digit = (value: number): number => Math.round(value * 10) / 10;
  if (Math.abs(ratio - outputRatioPct) > STATED_WITHIN_PCT) problems.warning('photometry-stated-ratio', placeName({ file, line: LINE.outputRatioPct }), { stated: outputRatioPct, table: digit(ratio) });
  if (Math.abs(down - downwardPct) > STATED_WITHIN_PCT) problems.warning('photometry-stated-downward', placeName({ file, line: LINE.downwardPct }), { stated: downwardPct, table: digit(down) });
}
