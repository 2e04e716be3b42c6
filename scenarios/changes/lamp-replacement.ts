import * as z from 'zod';
import type { Problem } from '../../engine/foundation/problem.ts';
import { copyTable, tableFrom } from '../../engine/foundation/table.ts';
import { replacementYears } from '../../engine/twin/led-roll-out.ts';
import { lampColumns } from '../../engine/twin/lighting.ts';
import { litStreetColumns } from '../../engine/twin/lit-streets.ts';
import { luminaireColumns } from '../../engine/twin/photometry.ts';
import { streetLamps } from '../../engine/twin/street-lamps.ts';
import type { ReadingTwin, Twin } from '../../engine/twin/twin.ts';
import { why, type ChangeKind } from './change-kind.ts';
import type { Claim } from './claim.ts';
import { lampsAt, lampsMeant, lampsMeantProblems } from './lamps-meant.ts';
import { kindsMade, newLamp, ratedBefore } from './new-lamps.ts';
import { unknown } from './place.ts';

const year = z.int().min(1990).max(2100), MOST_LAMPS = 10_000_000;

const schema = z.strictObject({
  change: z.literal('lamp-replacement'),
  why,
  where: lampsMeant.meta({ description: 'which lamps: all that is said has to hold; {} for all' }),
  by: newLamp.meta({ description: 'what hangs there afterwards' }),
  installed: year.optional().meta({ description: 'year in which the new lamps come, those too that are already of the kind; left out: that of the city’s date, or as the roll-out says, and lamps of the kind stay as they are' }),
  rollOut: z.strictObject({
    path: z.array(z.strictObject({ year: year.meta({ description: 'a year of the roll-out' }), lamps: z.int().min(0).max(MOST_LAMPS).meta({ description: 'lamps replaced by the end of this year, all years before included' }) })).min(2).max(100).meta({ description: 'even between the years named, scaled to the lamps that are meant; the last entry stands for all of them' }),
    atEndOf: year.meta({ description: 'the city as it is at the end of this year: lamps whose turn comes later stay as they are' }),
  }).optional().meta({ description: 'the lamps are not all replaced at once but year by year, one cabinet after the other' }),
}).meta({
  description: 'Replace lamps by others: power, light, losses and ageing follow, and so do the classes that streets keep.',
  examples: [{ change: 'lamp-replacement', why: 'Meeting of 12 March', where: { zone: 'villages' }, by: { powerShare: 0.6, fluxShare: 0.8, colourTemperatureK: 2700 }, installed: 2026 }],
});

type LampReplacement = z.infer<typeof schema>;

export const lampReplacement: ChangeKind<typeof schema> = {
  schema,

  problems(change, twin, where) {
    const { by, rollOut } = change, problems = lampsMeantProblems(change.where, twin, `${where}.where`);
    const error = (code: string, field: string, parameters: Problem['parameters'] = {}): void => void problems.push({ severity: 'error', code, where: `${where}.${field}`, parameters });
    const named = (name: string | undefined, table: { readonly name: Readonly<ArrayLike<string>> }, code: string, field: string): void => {
      const known = new Set(Array.from(table.name));
      if (name !== undefined && !known.has(name)) problems.push(unknown(code, name, known, `${where}.by.${field}`));
    };
    named(by.luminaire, twin.luminaires, 'change-unknown-luminaire', 'luminaire');
    named(by.photometry, twin.photometries, 'change-unknown-photometry', 'photometry');
    if (Object.keys(by).length === 0) error('change-lamp-by-nothing', 'by');
    if (by.powerW !== undefined && by.powerShare !== undefined) error('change-lamp-two-figures', 'by.powerShare', { one: 'powerW', other: 'powerShare' });
    if (by.fluxLm !== undefined && by.fluxShare !== undefined) error('change-lamp-two-figures', 'by.fluxShare', { one: 'fluxLm', other: 'fluxShare' });
    rollOut?.path.forEach((point, at) => {
      const before = rollOut.path[at - 1];
      if (before && (point.year <= before.year || point.lamps < before.lamps)) error('change-roll-out-order', `rollOut.path.${at}`, { year: point.year });
    });
    if (rollOut && rollOut.path.at(-1)!.lamps === 0) error('change-roll-out-empty', 'rollOut.path');
    if (rollOut && change.installed !== undefined) error('change-roll-out-years', 'installed');
    if (problems.some(({ severity }) => severity === 'error')) return problems;
    const rated = ratedBefore(by, twin);
    for (const [field, of] of [['powerW', rated.ratedPowerW], ['fluxLm', rated.ratedFluxLm]] as const) if (of(0) === undefined) error('change-lamp-figure-unknown', `by.${field}`, { field, luminaire: by.luminaire ?? '' });
    return problems;
  },

  claims({ where, by, installed, rollOut }, twin) {
    const breadth = Number(Object.keys(where).length === 0), years = JSON.stringify([installed, rollOut]), parts = Object.entries(by).map(([part, value]) => [part, JSON.stringify([value, years])] as const);
    return [...lampsAt(where, twin).flatMap((lamp) => parts.map(([part, value]): Claim => ({ what: 'lamp', of: twin.lamps.name[lamp]!, part, value, breadth }))), ...(['lamp-zones', 'lamp'] as const).map((what): Claim => ({ what, of: '' }))];
  },


  apply(change, copy) {
    const lamps = copyTable(lampColumns, copy.lamps), { kinds, ofKind } = kindsMade(change.by, copy), rated = ratedBefore(change.by, copy), replaced = new Set<number>();
    for (const [lamp, comesIn] of lampYears(change, copy)) {
      const luminaire = ofKind(lamps.luminaire[lamp]!), powerW = Math.fround(rated.ratedPowerW(lamps.ratedPowerW[lamp]!)!), fluxLm = Math.fround(rated.ratedFluxLm(lamps.ratedFluxLm[lamp]!)!);
      // A lamp that is what it is to become grows no younger by being named: a new one of its kind comes where a year is said.
      const isRenewed = change.installed !== undefined && change.installed !== lamps.installedYear[lamp];
      if (!isRenewed && luminaire === lamps.luminaire[lamp] && powerW === lamps.ratedPowerW[lamp] && fluxLm === lamps.ratedFluxLm[lamp]) continue;
      lamps.luminaire[lamp] = luminaire;
      lamps.ratedPowerW[lamp] = powerW;
      lamps.ratedFluxLm[lamp] = fluxLm;
      lamps.installedYear[lamp] = comesIn;
      replaced.add(lamp);
    }
    if (replaced.size === 0) return;
    copy.lamps = lamps;
    if (kinds.length > copy.luminaires.count) copy.luminaires = tableFrom(luminaireColumns, kinds);
    lightStreets(copy, replaced);
  },
};

/** The lamps that are replaced, each with the year in which it comes. */
function lampYears({ where, installed, rollOut }: LampReplacement, twin: ReadingTwin): [lamp: number, year: number][] {
  const meant = lampsAt(where, twin), now = installed ?? Number(twin.facts.date.slice(0, 4));
  if (!rollOut) return meant.map((lamp) => [lamp, now]);
  const years = replacementYears({ count: meant.length, cabinet: Int32Array.from(meant, (lamp) => twin.lamps.cabinet[lamp]!) }, { points: rollOut.path, lampsInAll: rollOut.path.at(-1)!.lamps });
  return meant.flatMap((lamp, at): [number, number][] => (years[at]! <= rollOut.atEndOf ? [[lamp, years[at]!]] : []));
}

/** What stands for the lamps of a street follows those that were replaced; where they stand and how they are tilted stays. */
function lightStreets(copy: Twin, replaced: ReadonlySet<number>): void {
  const { lamps, litStreets } = copy, ofStreet = new Map<number, number[]>(), streets = new Set([...replaced].map((lamp) => lamps.street[lamp]!));
  for (let lamp = 0; lamp < lamps.count; lamp++) {
    const street = lamps.street[lamp]!;
    if (!streets.has(street)) continue;
    const known = ofStreet.get(street);
    if (known) known.push(lamp);
    else ofStreet.set(street, [lamp]);
  }
  const after = copyTable(litStreetColumns, litStreets);
  for (let row = 0; row < after.count; row++) {
    const own = ofStreet.get(after.street[row]!);
    if (!own) continue;
    const { luminaire, heightM, fluxLm } = streetLamps(copy, own);
    after.luminaire[row] = luminaire;
    after.heightM[row] = heightM;
    after.fluxLm[row] = fluxLm;
  }
  copy.litStreets = after;
}
