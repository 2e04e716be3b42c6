import { hasErrors, type Problem } from '../engine/foundation/problem.ts';
import type { OperatingTime } from '../engine/lighting/road/power-density.ts';
import { installationLimits, type LimitedSize } from '../engine/lighting/road/installation-limits.ts';
import { PUBLISHED_Q0, surfaceNames, type SurfaceName } from '../engine/lighting/road/r-table.ts';
import { lampArrangement } from '../engine/twin/lit-streets.ts';
import { makeOptionReader } from './options.ts';

/** As they are typed. */
export interface StreetOptions {
  photometry?: string; spacing?: string; height?: string; width?: string; lanes?: string; overhang?: string; tilt?: string; turn?: string; arrangement?: string;
  maintenance?: string; rTable?: string; q0?: string; twoWay?: boolean; flux?: string; power?: string; hours?: string[];
}

/** What is asked, read; flux and power only where they are not to be those of the file. */
export interface StreetWish {
  photometry: string;
  sizes: { spacingM: number; heightM: number; widthM: number; laneCount: number; overhangM: number; tiltDeg: number; turnDeg: number; maintenanceFactor: number; arrangement: number; isTwoWay: boolean };
  /** A standard surface, or the path of a file. */
  surface: SurfaceName | { file: string };
  q0: number | undefined;
  fluxLm: number | undefined;
  powerW: number | undefined;
  profile: OperatingTime[];
}

const ARRANGEMENTS: Readonly<Record<string, number>> = {
  single: lampArrangement.singleSided, opposite: lampArrangement.opposite, staggered: lampArrangement.staggered, 'twin-central': lampArrangement.twinCentral, catenary: lampArrangement.catenary,
};
/** A lamp of no light has no street to light. */
const LEAST_FLUX_LM = 1;
const USUAL_HOURS = 4000, HOURS_OF_YEAR = 8784, MOST_TIMES = 100, LEAST_Q0 = 0.01, MOST_Q0 = 0.5;

/** Reads all options; everything that is wrong is said at once. The surface is known even where other options are wrong, so that its file can be looked at too. */
export function readStreetOptions(options: StreetOptions): { wish?: StreetWish; surface?: StreetWish['surface'] | undefined; problems: Problem[] } {
  const reader = makeOptionReader(), { problems } = reader;
  const refuse = (code: string, where: string, parameters: Problem['parameters']): void => { problems.push({ severity: 'error', code, where, parameters }); };
  const needed = (option: string, value: string | undefined): string => {
    if (value === undefined) refuse('cli-missing-option', option, { command: 'street' });
    return value ?? '';
  };
  const size = (option: string, value: string | undefined, name: LimitedSize, otherwise?: number): number => {
    const [least, most] = installationLimits[name];
    if (otherwise === undefined && value === undefined) needed(option, value);
    return (name === 'laneCount' ? reader.whole : reader.decimal)(option, value, least, most) ?? otherwise ?? NaN;
  };
  const photometry = needed('--photometry', options.photometry);
  const arrangement = ARRANGEMENTS[options.arrangement ?? 'single'];
  if (arrangement === undefined) refuse('street-arrangement', '--arrangement', { given: options.arrangement!, known: Object.keys(ARRANGEMENTS).join(', ') });
  const sizes = {
    spacingM: size('--spacing', options.spacing, 'spacingM'), heightM: size('--height', options.height, 'heightM'), widthM: size('--width', options.width, 'widthM'),
    laneCount: size('--lanes', options.lanes, 'laneCount', 2), overhangM: size('--overhang', options.overhang, 'overhangM', 0), tiltDeg: size('--tilt', options.tilt, 'tiltDeg', 0),
    turnDeg: size('--turn', options.turn, 'turnDeg', 0), maintenanceFactor: size('--maintenance', options.maintenance, 'maintenanceFactor', 0.8), arrangement: arrangement ?? 0, isTwoWay: options.twoWay === true,
  };
  const surface = readSurface(options.rTable ?? 'R3', refuse), q0 = reader.decimal('--q0', options.q0, LEAST_Q0, MOST_Q0);
  const fluxLm = reader.decimal('--flux', options.flux, LEAST_FLUX_LM, installationLimits.fluxLm[1]), powerW = reader.decimal('--power', options.power, ...installationLimits.powerW);
  const profile = readProfile(options.hours, refuse);
  return hasErrors(problems) ? { surface, problems } : { wish: { photometry, sizes, surface: surface!, q0, fluxLm, powerW, profile }, surface, problems };
}

type Refuse = (code: string, where: string, parameters: Problem['parameters']) => void;

function readSurface(given: string, refuse: Refuse): StreetWish['surface'] | undefined {
  const name = given.toLowerCase();
  if (Object.hasOwn(PUBLISHED_Q0, name)) return name as SurfaceName;
  if (name.endsWith('.csv')) return { file: given };
  refuse('street-surface', '--r-table', { given, known: surfaceNames.join(', ').toUpperCase() });
  return undefined;
}

/** '1800' and '2200@0.5': hours a year and share of the output; power falls with it. */
function readProfile(given: readonly string[] = [`${USUAL_HOURS}`], refuse: Refuse): OperatingTime[] {
  const profile = given.slice(0, MOST_TIMES).map((value): OperatingTime => {
    const [hours = '', share = '1', ...rest] = value.replaceAll(',', '.').split('@');
    const hoursPerYear = hours.trim() === '' ? NaN : Number(hours), outputShare = share.trim() === '' ? NaN : Number(share);
    if (rest.length > 0 || !(hoursPerYear >= 0 && hoursPerYear <= HOURS_OF_YEAR && outputShare >= 0 && outputShare <= 1)) refuse('street-hours', '--hours', { value, most: HOURS_OF_YEAR });
    return { hoursPerYear, outputShare, powerShare: outputShare };
  });
  const hours = profile.reduce((sum, { hoursPerYear }) => sum + hoursPerYear, 0);
  if (hours > HOURS_OF_YEAR) refuse('street-year', '--hours', { hours, most: HOURS_OF_YEAR });
  return profile;
}
