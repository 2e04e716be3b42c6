import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { hasErrors, type Problem } from '../../engine/foundation/problem.ts';
import { classMet, classOutshone } from '../../engine/lighting/road/compliance.ts';
import { EYE_HEIGHT_M } from '../../engine/lighting/road/field-luminance.ts';
import { isAboveEyes } from '../../engine/lighting/road/glare.ts';
import { lampRows, type RoadInstallation } from '../../engine/lighting/road/installation.ts';
import { lightingClasses } from '../../engine/lighting/road/lighting-classes.ts';
import { annualEnergyWhPerM2 } from '../../engine/lighting/road/power-density.ts';
import { averageLuminanceCoefficient, scaledToQ0, standardRTable, type RTable } from '../../engine/lighting/road/r-table.ts';
import { tableFlux } from '../../engine/twin/photometric-flux.ts';
import { lightingFamily } from '../../engine/twin/lit-streets.ts';
import { roadLighting, type RoadLighting } from '../../engine/lighting/road/road-lighting.ts';
import { tiltFactor, type MeasuredLuminaire } from '../../data/formats/photometry/measured-luminaire.ts';
import { MOST_R_TABLE_BYTES, readRTable } from '../../data/formats/r-table/read-r-table.ts';
import { BadInput } from '../bad-input.ts';
import { readPhotometricFile } from '../photometric-file.ts';
import { readStreetOptions, type StreetOptions } from '../street-options.ts';
import { streetText, type StreetAnswer } from '../street-text.ts';
import type { Terminal } from '../terminal.ts';
import { tellWarnings } from '../tell-problems.ts';

/** `jumeau street`: the light of one street by EN 13201-3, with the classes that it has. */
export async function streetCommand(terminal: Terminal, options: StreetOptions): Promise<void> {
  const { wish, surface, problems } = readStreetOptions(options);
  // Files are looked at even where other options are wrong: all is said at once.
  const luminaire = options.photometry === undefined ? undefined : await luminaireOf(options.photometry, problems);
  const table = surface && (typeof surface === 'string' ? standardRTable(surface) : await surfaceFromFile(surface.file, problems));
  if (!wish || !luminaire || !table || hasErrors(problems)) throw new BadInput(problems);
  const rTable = wish.q0 === undefined ? table : scaledToQ0(table, wish.q0);
  const fluxes = fluxesOf(luminaire, wish.fluxLm, wish.sizes.tiltDeg);
  const installation = { ...wish.sizes, photometry: luminaire.photometry, fluxLm: fluxes.sourceLm, powerW: wish.powerW ?? luminaire.inputPowerW, rTable };
  // The table is of the luminaire as it hung when it was measured: it is tilted by what is left (EN 13201-3: tilt in application less tilt during measurement).
  const hung = { ...installation, tiltDeg: installation.tiltDeg - luminaire.measuredTiltDeg };
  const lighting = roadLighting(hung), isPowered = installation.powerW > 0;
  const answer: StreetAnswer = {
    luminaire: luminaire.name || basename(wish.photometry), surface: typeof wish.surface === 'string' ? wish.surface.toUpperCase() : basename(wish.surface.file), installation, luminaireFluxLm: fluxes.luminaireLm, lampsFluxLm: luminaire.isAbsolute ? undefined : fluxes.sourceLm, lighting,
    dpWPerLxM2: isPowered ? lighting.dpWPerLxM2 : undefined, deWhPerM2: isPowered ? annualEnergyWhPerM2(installation, lampRows(installation).length, wish.profile) : undefined, profile: wish.profile,
  };
  tellWarnings(terminal, [...problems, ...tooLow(installation), ...turnedWrong(wish.photometry, luminaire.format, hung, lighting.lavCdM2)]);
  if (terminal.json) return terminal.out(JSON.stringify(asJson(answer)));
  for (const line of streetText(terminal, answer)) terminal.out(line);
}

/** Bollards and lights in a parapet: their glare is unknown. */
const tooLow = ({ heightM }: RoadInstallation): Problem[] => (isAboveEyes({ heightM }) ? [] : [{ severity: 'warning', code: 'street-low', where: '--height', parameters: { heightM, eyesM: EYE_HEIGHT_M } }]);

/** Gain in luminance from which another turn of a luminaire is pointed out: nobody mounts one so that it lights the houses. */
const TURN_GAIN = 1.3;

function turnedWrong(where: string, format: string, installation: RoadInstallation, lavCdM2: number): Problem[] {
  const turns = [90, 180, 270].map((moreDeg) => {
    const turnDeg = ((installation.turnDeg ?? 0) + moreDeg) % 360;
    return { turnDeg, moreDeg, turned: roadLighting({ ...installation, turnDeg }).lavCdM2 };
  });
  const best = turns.reduce((most, one) => (one.turned > most.turned ? one : most));
  if (!(best.turned > TURN_GAIN * lavCdM2)) return [];
  return [{ severity: 'warning', code: 'street-turned', where, parameters: { asIs: lavCdM2.toFixed(2), turned: best.turned.toFixed(2), turnDeg: best.turnDeg, moreDeg: best.moreDeg, isIes: format === 'EULUMDAT' ? 0 : 1 } }];
}

async function luminaireOf(path: string, problems: Problem[]): Promise<MeasuredLuminaire | undefined> {
  const { value, problems: found } = await readPhotometricFile(path);
  problems.push(...found);
  return value;
}

/**
 * Flux of the luminaire, that of the file unless another is given, and of the source to which its table refers: they stand to each other as the table
 * says (light output ratio). Both as the lamps give it when tilted, where the file says so.
 */
function fluxesOf({ photometry, tilt }: MeasuredLuminaire, givenLm: number | undefined, tiltDeg: number): { luminaireLm: number; sourceLm: number } {
  const outputRatio = tableFlux(photometry) / 1000, sourceLm = (givenLm === undefined ? photometry.sourceFluxLm : givenLm / outputRatio) * (tilt ? tiltFactor(tilt, tiltDeg) : 1);
  return { luminaireLm: sourceLm * outputRatio, sourceLm };
}

async function surfaceFromFile(file: string, problems: Problem[]): Promise<RTable | undefined> {
  const about = await stat(file).catch(() => undefined);
  const content = about?.isFile() && about.size <= MOST_R_TABLE_BYTES ? await readFile(file, 'utf8').catch(() => undefined) : undefined;
  if (content === undefined) {
    problems.push(about?.isFile() && about.size > MOST_R_TABLE_BYTES
      ? { severity: 'error', code: 'r-table-too-large', where: file, parameters: { limit: MOST_R_TABLE_BYTES } }
      : { severity: 'error', code: 'cli-no-such-file', where: file, parameters: {} });
    return undefined;
  }
  const { value, problems: found } = readRTable(file, content);
  problems.push(...found);
  return value && { ...value, q0: averageLuminanceCoefficient({ ...value, q0: 0 }) };
}

/** The pedestrian class that too much light keeps it from, and between which shares of its output it would have it; null where there is none. */
function overLitJson(lighting: RoadLighting): { class: string; mostEavLx: number; keptAtOutput: { least: number; most: number } | null } | null {
  const found = classOutshone(lighting, lightingFamily.pedestrian);
  return found ? { class: found.outshone.name, mostEavLx: found.mostLx, keptAtOutput: found.keptAt ? { least: found.keptAt.leastShare, most: found.keptAt.mostShare } : null } : null;
}

/** Names as people who design roads write them; D_P in W for each lx and m², D_E in Wh/m² a year, null where the power is not known. */
function asJson({ luminaire, surface, installation, luminaireFluxLm, lampsFluxLm, lighting, dpWPerLxM2, deWhPerM2, profile }: StreetAnswer): Record<string, unknown> {
  const { photometry: _photometry, rTable: { q0 }, fluxLm: _fluxLm, ...sizes } = installation, overLit = overLitJson(lighting);
  return {
    LavCdM2: lighting.lavCdM2, Uo: lighting.uo, Ul: lighting.ul, fTiPct: lighting.fTiPct, REI: lighting.rei, EavLx: lighting.eavLx, EminLx: lighting.eminLx, EUo: lighting.eUo,
    DP: dpWPerLxM2 ?? null, DE: deWhPerM2 ?? null, units: { DP: 'W/(lx·m²)', DE: 'Wh/m²' }, profile,
    classes: Object.fromEntries(lightingClasses.map((_, family) => ['MCP'[family]!, classMet(lighting, family)?.name ?? null])), isOverLit: overLit !== null, overLit,
    lanes: lighting.views.map(({ view, lavCdM2, uo, ul, fTiPct }) => ({ lane: view.lane + 1, heading: view.heading, LavCdM2: lavCdM2, Uo: uo, Ul: ul, fTiPct })),
    luminaire, surface, q0, installation: { ...sizes, luminaireFluxLm, lampsFluxLm: lampsFluxLm ?? null },
    luminance: gridJson(lighting.luminance), illuminance: gridJson(lighting.illuminance),
  };
}

const gridJson = ({ along, across, stepAlongM, stepAcrossM, values }: StreetAnswer['lighting']['luminance']): Record<string, unknown> =>
  ({ along, across, stepAlongM, stepAcrossM, rows: Array.from({ length: across }, (_, row) => [...values.subarray(row * along, (row + 1) * along)]) });
