import { frenchCertificateForms } from '../data/build/french-savings.ts';
import { formatClock } from '../engine/foundation/clock.ts';
import { switchingKind } from '../engine/twin/lighting.ts';
import type { ReadingTwin } from '../engine/twin/twin.ts';
import { nearName } from '../scenarios/changes/near-name.ts';
import type { Certificate, SavingsReportInput, SwitchingStated } from '../scenarios/report/savings/savings-report-input.ts';
import type { SavingsTables } from '../scenarios/report/savings/savings-tables.ts';
import { BadInput, badInput } from './bad-input.ts';

/** Rows of the cabinets that have lamps, in these communes or in all; -1 for lamps without one, which have no commune. */
export function cabinetsWithin({ lamps, cabinets, communes }: ReadingTwin, asked: readonly string[] | undefined): number[] {
  const names = Array.from(communes.name), unknown = (asked ?? []).filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new BadInput(unknown.map((commune) => ({ severity: 'error', code: 'cli-savings-unknown-commune', where: '--commune', parameters: { commune: commune.slice(0, 80), near: nearName(commune.slice(0, 80), names) ?? '' } })));
  const feeding = new Set(Array.from(lamps.cabinet, (cabinet) => Math.max(-1, cabinet)));
  const isAsked = (cabinet: number): boolean => asked === undefined || (cabinet >= 0 && asked.includes(names[cabinets.commune[cabinet]!] ?? ''));
  const within = [...feeding].filter(isAsked).sort((one, other) => one - other);
  if (within.length === 0) throw badInput('cli-savings-no-lamps-here', '');
  return within;
}

/** The boundary in names and numbers. */
export function boundaryOf({ lamps, cabinets, communes, lightingZones }: ReadingTwin, within: readonly number[]): SavingsReportInput['boundary'] {
  const rows = new Set(within), zones = new Set<number>();
  let lampCount = 0;
  for (let lamp = 0; lamp < lamps.count; lamp++) {
    if (!rows.has(Math.max(-1, lamps.cabinet[lamp]!))) continue;
    lampCount++;
    zones.add(Math.max(-1, lamps.zone[lamp]!));
  }
  const named = new Set(within.filter((cabinet) => cabinet >= 0 && cabinets.commune[cabinet]! >= 0).map((cabinet) => cabinets.commune[cabinet]!));
  return {
    lampCount, cabinetCount: within.filter((cabinet) => cabinet >= 0).length, communes: [...named].map((commune) => communes.name[commune]!).sort((one, other) => one.localeCompare(other, 'fr')),
    zones: [...zones].sort((one, other) => one - other).map((zone) => (zone < 0 ? '' : lightingZones.name[zone]!)),
  };
}

/** Rules by which lamps within the twin are switched: each once. */
export function switchingOf({ lightingZones, switchingRules: rules, lamps, facts: { lighting } }: ReadingTwin): SwitchingStated[] {
  const used = new Set<number>();
  for (let lamp = 0; lamp < lamps.count; lamp++) used.add(lamps.zone[lamp]! < 0 ? -1 : lightingZones.switching[lamps.zone[lamp]!]!);
  return [...used].sort((one, other) => one - other).map((rule): SwitchingStated => {
    if (rule < 0) return { kind: 'offsets', onMin: lighting.switchOnOffsetMin, offMin: lighting.switchOffOffsetMin };
    const name = rules.name[rule]!;
    if (rules.kind[rule] === switchingKind.photocell) return { kind: 'photocell', name, onLx: rules.onLx[rule]!, offLx: rules.offLx[rule]! };
    if (rules.kind[rule] === switchingKind.fixedHours) return { kind: 'clock', name, on: formatClock(rules.onClockS[rule]!).slice(0, 5), off: formatClock(rules.offClockS[rule]!).slice(0, 5) };
    return { kind: 'sun', name, altitudeDeg: rules.sunAltitudeDeg[rule]!, onOffsetS: rules.onOffsetS[rule]!, offOffsetS: rules.offOffsetS[rule]! };
  });
}

/** Forms that fit what was done: renewal where lamps were replaced, dimming where lamps are dimmed that were not before. A form pays for dimming once: watts that were dimmed already are told, and not counted. */
export function certificatesOf({ lamps, lightingZones }: ReadingTwin, within: readonly number[], { zones }: SavingsTables, lampsWereReplaced: boolean): { forms: Certificate[]; alreadyDimmedW: number } {
  const rows = new Set(within), all = Array.from({ length: zones.count }, (_, at) => at), isDimmed = (outputH: number, litH: number): boolean => outputH < litH * (1 - 1e-9);
  const zonesOf = (some: readonly number[]): Set<number> => new Set(some.map((at) => zones.zoneRow[at]!)), dimmed = all.filter((at) => isDimmed(zones.afterFullOutputH[at]!, zones.afterLitH[at]!));
  const old = zonesOf(dimmed.filter((at) => isDimmed(zones.beforeFullOutputH[at]!, zones.beforeLitH[at]!))), known = zonesOf(dimmed);
  let dimmedW = 0, alreadyDimmedW = 0, replacedCount = 0;
  for (let lamp = 0; lamp < lamps.count; lamp++) {
    if (!rows.has(Math.max(-1, lamps.cabinet[lamp]!))) continue;
    const zone = lamps.zone[lamp]! >= 0 ? lamps.zone[lamp]! : lightingZones.count;
    if (old.has(zone)) alreadyDimmedW += lamps.ratedPowerW[lamp]!;
    else if (known.has(zone)) dimmedW += lamps.ratedPowerW[lamp]!;
    if (lamps.powerBeforeW[lamp]! > 0) replacedCount++;
  }
  const forms = frenchCertificateForms.filter(({ basis }) => (basis === 'dimmedWatts' ? dimmedW > 0 : lampsWereReplaced)).map((form) => ({ ...form, basisCount: form.basis === 'dimmedWatts' ? dimmedW : replacedCount }));
  return { forms, alreadyDimmedW };
}

/** Outlines of all communes. */
export const outlinesOf = ({ communes, points }: ReadingTwin): (readonly [number, number])[][] =>
  Array.from({ length: communes.count }, (_, commune) => Array.from({ length: communes.pointCount[commune]! }, (__, at) => [points.xM[communes.firstPoint[commune]! + at]!, points.yM[communes.firstPoint[commune]! + at]!] as const));
