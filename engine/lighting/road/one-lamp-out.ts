import { lightingFamily } from '../../twin/lit-streets.ts';
import { stripIlluminance, type StripLight } from './field-illuminance.ts';
import { readyField, type ReadyField, type ReadyParts } from './field-work.ts';
import { lampRows, type RoadInstallation } from './installation.ts';
import type { LightFigures } from './lighting-classes.ts';
import { fieldFigures, type FieldRoom } from './road-lighting.ts';

/** Luminaires farther away than this give no field anything, glare included (EN 13201-3:2015: 500 m, and 60 m to the observer). */
const REACH_M = 600;

const leasts = ['lavCdM2', 'uo', 'ul', 'rei', 'eavLx', 'eminLx', 'eUo'] as const;

/**
 * Figures of a regular street in which one luminaire is out, the worst of each over the fields that it stands beside and over the rows in
 * which it may be: those that classes of its family ask for, others NaN. Means and least values are maintained, as everywhere. The standard knows no failed lamp: the field stays that between two luminaires.
 */
export function oneLampOut(installation: RoadInstallation, parts: ReadyParts, family: number, room: FieldRoom): LightFigures {
  const rows = lampRows(installation), columns = 2 * Math.ceil(REACH_M / installation.spacingM) + 1;
  const worst: LightFigures = { lavCdM2: Infinity, uo: Infinity, ul: Infinity, fTiPct: 0, rei: Infinity, eavLx: Infinity, eminLx: Infinity, eUo: Infinity };
  rows.forEach(({ startM }, row) => {
    const outputShares = new Float64Array(columns * rows.length).fill(1);
    outputShares[row] = 0;
    // A luminaire at the end of a field ends the one before it too; one in its middle stands beside that field alone.
    for (const column of startM === 0 ? [0, columns - 1] : [0]) {
      const field = readyField(installation, parts, outputShares, column), figures = family === lightingFamily.motorised ? fieldFigures(field, room) : illuminanceFigures(field);
      worst.fTiPct = Math.max(worst.fTiPct, figures.fTiPct);
      for (const name of leasts) worst[name] = Math.min(worst[name], figures[name]);
    }
  });
  return worst;
}

/** Classes C and P ask for nothing else, and luminances take ten times as long. */
function illuminanceFigures(field: ReadyField): LightFigures {
  const { installation: { fluxLm, maintenanceFactor }, roadAcross } = field, strip: StripLight = { meanLx: 0, leastLx: 0 }, maintainedKlm = (fluxLm / 1000) * maintenanceFactor;
  stripIlluminance(field, 0, roadAcross, strip);
  return { lavCdM2: NaN, uo: NaN, ul: NaN, fTiPct: NaN, rei: NaN, eavLx: strip.meanLx * maintainedKlm, eminLx: strip.leastLx * maintainedKlm, eUo: strip.meanLx > 0 ? strip.leastLx / strip.meanLx : 0 };
}
