import { classMet, classOutshone, shortfalls, type ClassOutshone } from '../engine/lighting/road/compliance.ts';
import { lampRows, type RoadInstallation } from '../engine/lighting/road/installation.ts';
import { lightingClasses, type Criterion } from '../engine/lighting/road/lighting-classes.ts';
import type { OperatingTime } from '../engine/lighting/road/power-density.ts';
import type { RoadLighting } from '../engine/lighting/road/road-lighting.ts';
import { wordsIn } from '../scenarios/language/language.ts';
import { streetWords } from '../scenarios/language/street.ts';
import { alignedRows, type Terminal } from './terminal.ts';

/** What the command computed, and of what. */
export interface StreetAnswer {
  /** What the photometric file calls the luminaire, and the surface. */
  luminaire: string;
  surface: string;
  installation: RoadInstallation;
  /** Flux of one luminaire when new, and of the lamps in it where the file tells them apart. */
  luminaireFluxLm: number;
  lampsFluxLm: number | undefined;
  lighting: RoadLighting;
  /** 0 where the power is not known. */
  dpWPerLxM2: number | undefined;
  deWhPerM2: number | undefined;
  profile: readonly OperatingTime[];
}

type Words = ReturnType<typeof wordsIn<typeof streetWords>>;

/** Digits after the point that mean something, and the unit. */
const shown: Readonly<Record<Criterion, readonly [decimals: number, unit: string]>> = {
  lavCdM2: [2, 'cd/m²'], uo: [2, ''], ul: [2, ''], fTiPct: [1, '%'], rei: [2, ''], eavLx: [1, 'lx'], eminLx: [2, 'lx'], eUo: [2, ''],
};

/** The answer as a page of text. */
export function streetText(terminal: Terminal, answer: StreetAnswer): string[] {
  const { number, numbers } = terminal, words = wordsIn(streetWords, terminal.language), { installation: road, lighting, profile } = answer;
  const figure = (name: Criterion): readonly [string, string, string] => [words[name], Number.isNaN(lighting[name]) ? '–' : number(lighting[name], shown[name][0]), shown[name][1]];
  const arrangement = words[`arrangement${road.arrangement}` as 'arrangement0'];
  const driver = ({ view, lavCdM2, uo, ul, fTiPct }: RoadLighting['views'][number]): string =>
    `  ${words.lane(view.lane + 1, view.heading < 0)}  Lav ${number(lavCdM2, 2)} cd/m²  Uo ${number(uo, 2)}  Ul ${number(ul, 2)}  fTI ${Number.isNaN(fTiPct) ? '–' : numbers.percent(fTiPct)}`;
  const worst = lighting.views.reduce((least, one) => (one.lavCdM2 < least.lavCdM2 ? one : least));
  return [
    terminal.bold(answer.luminaire),
    `  ${words.street(number(road.widthM, 1), number(road.laneCount), road.laneCount, road.isTwoWay === true)}`,
    `  ${words.columns(number(road.heightM, 1), number(road.spacingM, 1), arrangement)}, ${words.source(number(answer.luminaireFluxLm), answer.lampsFluxLm === undefined ? '' : number(answer.lampsFluxLm), answer.dpWPerLxM2 === undefined ? '–' : number(road.powerW, 1))}`,
    `  ${words.settings(number(road.overhangM, 1), number(road.tiltDeg, 1), number(road.turnDeg ?? 0, 1), answer.surface, number(road.rTable.q0, 3), number(road.maintenanceFactor, 2))}`,
    '', terminal.bold(words.worst),
    ...alignedRows([...(Object.keys(shown) as Criterion[]).map(figure), ...energyRows(terminal, answer)]).map((line) => terminal.spaced(line)),
    ...(answer.dpWPerLxM2 === undefined ? [terminal.faint(words.unknownPower)] : [words.profile(profile.map(({ hoursPerYear, outputShare }) => words.time(number(hoursPerYear), numbers.share(outputShare))).join(', '))]),
    '', terminal.bold(words.classes), ...lightingClasses.map((_, family) => classLine(terminal, lighting, family)),
    '', terminal.bold(words.lanes), ...lighting.views.map(driver),
    '', terminal.bold(words.grid(worst.view.lane + 1)), ...luminanceDrawing(road, lighting),
    terminal.faint(words.shades(number(Math.min(...lighting.luminance.values), 2), number(Math.max(...lighting.luminance.values), 2))),
  ];
}

function energyRows({ language, number }: Terminal, { dpWPerLxM2, deWhPerM2 }: StreetAnswer): (readonly [string, string, string])[] {
  if (dpWPerLxM2 === undefined || deWhPerM2 === undefined) return [];
  const words = wordsIn(streetWords, language);
  return [[words.dp, number(1000 * dpWPerLxM2, 1), 'mW/(lx·m²)'], [words.de, number(deWhPerM2 / 1000, 2), 'kWh/m²']];
}

/** The class of a family that the street has, and what it misses of the next brighter one. */
function classLine({ language, number }: Terminal, lighting: RoadLighting, family: number): string {
  const words = wordsIn(streetWords, language), known = lightingClasses[family]!, met = classMet(lighting, family), over = classOutshone(lighting, family);
  const reached = met ?? over?.outshone, next = known[(reached ? known.indexOf(reached) : known.length) - 1];
  const missing = next && shortfalls(lighting, next).map(({ criterion, value, asked }) => words.missing(words[criterion], ...apart(number, value, asked, shown[criterion][0])));
  const told = [...(over ? [overText(over, lighting.eavLx, number, words)] : []), ...(next && missing ? [words.short(next.name, missing.join(', '))] : [])];
  return `  ${(met?.name ?? `${'MCP'[family]} ${words.noClass}`).padEnd(9)} ${told.join(words.and)}`.trimEnd();
}

/** By how much it is too bright for a class, and what dimming would do. */
function overText({ outshone: { name }, mostLx, keptAt }: ClassOutshone, eavLx: number, number: Terminal['number'], words: Words): string {
  const tooMuch = words.overLit(name, ...apart(number, eavLx, mostLx, 1));
  return `${tooMuch}${words.and}${keptAt ? words.keptAt(name, ...within(number, 100 * keptAt.leastShare, 100 * keptAt.mostShare, 0)) : words.keptAtNone}`;
}

/** Both ends of a range, rounded into it. */
function within(number: Terminal['number'], least: number, most: number, decimals: number): [least: string, most: string] {
  const steps = 10 ** decimals, from = Math.ceil(least * steps) / steps, to = Math.floor(most * steps) / steps;
  return from > to && decimals < MOST_DECIMALS ? within(number, least, most, decimals + 1) : [number(from, decimals), number(to, decimals)];
}

/** Both figures with as many decimals as it takes to tell them apart: a near miss is one. */
function apart(number: Terminal['number'], value: number, asked: number, decimals: number): [value: string, asked: string] {
  const here = number(value, decimals), there = number(asked, decimals);
  return here === there && decimals < MOST_DECIMALS ? apart(number, value, asked, decimals + 1) : [here, there];
}

const MOST_DECIMALS = 12;
const SHADES = '·░▒▓█';

/** The grid of luminances, two characters a point, the kerb at y = 0 below; luminaires where they stand or hang. */
function luminanceDrawing(road: RoadInstallation, { luminance: { along, across, stepAlongM, stepAcrossM, values } }: RoadLighting): string[] {
  const most = Math.max(...values), shade = (value: number): string => SHADES[Math.min(SHADES.length - 1, Math.floor((SHADES.length * value) / (most || 1)))]!.repeat(2);
  const lines = Array.from({ length: across }, (_, row) => Array.from({ length: along }, (_unused, step) => shade(values[row * along + step]!)).join(''));
  const rows = ['', ...lines, ''].map((line) => ` ${line} `.padEnd(2 * along + 2));
  for (const { yM, startM } of lampRows(road)) {
    const at = Math.min(across + 1, Math.max(0, Math.floor(yM / stepAcrossM) + 1));
    // A light centre at the kerb is drawn beside the road, so that it hides no point.
    const row = yM <= 0 ? 0 : yM >= road.widthM ? across + 1 : at;
    for (let xM = startM; xM <= road.spacingM; xM += road.spacingM) {
      const column = Math.round((2 * xM) / stepAlongM) + (xM === 0 ? 0 : 1);
      rows[row] = `${rows[row]!.slice(0, column)}o${rows[row]!.slice(column + 1)}`;
    }
  }
  return rows.reverse().filter((line) => line.trim() !== '').map((line) => `  ${line.trimEnd()}`);
}
