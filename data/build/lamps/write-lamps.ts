import { makeTable, tableFrom, type RowValues } from '../../../engine/foundation/table.ts';
import { cabinetColumns, lampColumns, lightingLimitColumns } from '../../../engine/twin/lighting.ts';
import { adaptiveRuleColumns, adaptiveStepColumns, communicationLossColumns, lightingOverrideColumns } from '../../../engine/twin/lighting-control.ts';
import { litStreetColumns } from '../../../engine/twin/lit-streets.ts';
import { lampTechnology, luminaireColumns } from '../../../engine/twin/photometry.ts';
import type { Twin } from '../../../engine/twin/twin.ts';
import type { LuminaireTrait } from '../../formats/inventory/mapping-schema.ts';
import type { MeasuredLuminaire } from '../../formats/photometry/measured-luminaire.ts';
import { groupLamps, middleOf } from './group-lamps.ts';
import { gearShare, typicalLamps, type Technology } from './typical-lamps.ts';
import { measuredLight, writePhotometries } from './write-photometries.ts';
import { PLAIN_CABINET, writeZonesByClock } from './write-zones.ts';

/** A lamp with all that a twin needs to know. */
export interface CompleteLamp {
  name: string; xM: number; yM: number; street: number;
  technology: Technology | undefined;
  colourTemperatureK: number;
  heightM: number; ratedPowerW: number; powerBeforeW: number; ratedFluxLm: number; installedYear: number;
  /** Names as the source has them; empty where it has none. */
  cabinet: string; zone: string;
  /** Where its light goes, as a file has it; lamps of one file share the object. Left out where nobody knows. */
  light?: MeasuredLuminaire | undefined;
  /** Losses and ageing that are not those of a typical luminaire. */
  traits?: Partial<Record<LuminaireTrait, number>> | undefined;
}

/** A cabinet feeds 30 to 60 lamps as a rule; lamps without one are dealt to groups of at most so many neighbours. */
const MOST_LAMPS_OF_A_CABINET = 60;
/** Lamps whose source names no zone follow this one. */
const ZONE_OF_ALL = 'all';

/** Puts these lamps in place of all that a twin has, with their cabinets, zones at full output and kinds of luminaire. */
export function writeLamps(twin: Twin, lamps: readonly CompleteLamp[]): void {
  const cabinetOf = writeCabinets(twin, lamps);
  const zones = [...new Set(lamps.map(({ zone }) => zone || ZONE_OF_ALL))].sort();
  const zoneRows = new Map(zones.map((name, row) => [name, row]));
  writeZonesByClock(twin, zones.map((name) => ({ name, levels: [{ fromS: 0, outputShare: 1 }] })));
  const luminaireOf = writeLuminaires(twin, lamps);
  twin.lamps = tableFrom(lampColumns, lamps.map(({ name, xM, yM, street, heightM, ratedPowerW, powerBeforeW, ratedFluxLm, installedYear, zone }, lamp) => ({
    name, xM, yM, street, heightM, ratedPowerW, powerBeforeW, ratedFluxLm, installedYear,
    cabinet: cabinetOf[lamp]!, zone: zoneRows.get(zone || ZONE_OF_ALL)!, luminaire: luminaireOf(lamps[lamp]!), replaced: -1,
  })));
  // What was said of the lamps before does not hold for these.
  twin.lightingLimits = makeTable(lightingLimitColumns, 0);
  twin.litStreets = makeTable(litStreetColumns, 0);
  twin.adaptiveRules = makeTable(adaptiveRuleColumns, 0);
  twin.adaptiveSteps = makeTable(adaptiveStepColumns, 0);
  twin.lightingOverrides = makeTable(lightingOverrideColumns, 0);
  twin.communicationLosses = makeTable(communicationLossColumns, 0);
}

/** Cabinets by name, then groups of neighbours for lamps that name none; each stands at its middle lamp. Gives the cabinet of every lamp. */
function writeCabinets(twin: Twin, lamps: readonly CompleteLamp[]): Int32Array {
  const byName = new Map<string, number[]>();
  lamps.forEach(({ cabinet }, lamp) => {
    if (!byName.has(cabinet)) byName.set(cabinet, []);
    byName.get(cabinet)!.push(lamp);
  });
  const unnamed = groupLamps(lamps, byName.get('') ?? [], MOST_LAMPS_OF_A_CABINET);
  byName.delete('');
  const made = unnamed.map((members, group) => [freeName(byName, `group-${group + 1}`), members] as const);
  const all = [...byName, ...made], cabinetOf = new Int32Array(lamps.length);
  twin.cabinets = tableFrom(cabinetColumns, all.map(([name, members], cabinet) => {
    for (const lamp of members) cabinetOf[lamp] = cabinet;
    const { xM, yM } = lamps[middleOf(lamps, members)]!;
    return { name, xM, yM, commune: -1, ...PLAIN_CABINET };
  }));
  return cabinetOf;
}

const freeName = (taken: ReadonlyMap<string, unknown>, name: string): string => (taken.has(name) ? freeName(taken, `${name}'`) : name);

/** One kind for each technology, colour, photometric file and set of traits; each file once, whatever kinds throw its light. Gives the row of a lamp's kind; -1 for lamps of which nobody says what they are. */
function writeLuminaires(twin: Twin, lamps: readonly CompleteLamp[]): (lamp: CompleteLamp) => number {
  const lights = [...new Set(lamps.flatMap(({ light }) => light ?? []))], lightRows = new Map(lights.map((light, row) => [light, row]));
  writePhotometries(twin, lights.map(measuredLight));
  const lightRowOf = ({ light }: CompleteLamp): number => (light ? lightRows.get(light)! : -1);
  const keyOf = (lamp: CompleteLamp): string => `${lamp.technology}:${lamp.colourTemperatureK}:${lightRowOf(lamp)}:${lamp.traits ? JSON.stringify(lamp.traits) : ''}`;
  const rows = new Map<string, number>(), kinds: RowValues<typeof luminaireColumns>[] = [];
  for (const lamp of lamps) {
    if ((lamp.technology ?? lamp.light ?? lamp.traits) === undefined || rows.has(keyOf(lamp))) continue;
    rows.set(keyOf(lamp), kinds.length);
    kinds.push(luminaireOf(lamp, lightRowOf(lamp)));
  }
  twin.luminaires = tableFrom(luminaireColumns, kinds);
  return (lamp) => rows.get(keyOf(lamp)) ?? -1;
}

/** What is typical of its technology, but for what is said of it. */
function luminaireOf({ technology = 'unknown', colourTemperatureK: saidK, light, traits }: CompleteLamp, photometry: number): RowValues<typeof luminaireColumns> {
  const { powerFactor, dimmedPowerFactor, fluxDecayPerH, colourTemperatureK } = typicalLamps[technology], kelvins = saidK || colourTemperatureK;
  return {
    name: [kelvins > 0 ? `${technology} ${kelvins} K` : technology, ...(light ? [light.name] : [])].join(', '), technology: lampTechnology[technology], photometry, fixedLossShare: gearShare(technology),
    // Nobody says that anything listens while it is dark.
    standbyPowerW: 0, powerFactor, dimmedPowerFactor, constantFluxStartShare: 1, constantFluxEndH: 0, fluxDecayPerH,
    dirtPerYearShare: 0, cleaningYears: 0, powerRisePerH: 0, upwardShare: -1, colourTemperatureK: kelvins, ...traits,
  };
}
