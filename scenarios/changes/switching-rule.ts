import * as z from 'zod';
import { allRows, tableFrom } from '../../engine/foundation/table.ts';
import { lightingZoneColumns, switchingKind, switchingRuleColumns } from '../../engine/twin/lighting.ts';
import { clockS, clockTime, why, type ChangeKind } from './change-kind.ts';
import { claimsOfZones, zoneName, zoneProblems, zonesMeant } from './zone-place.ts';

const bySun = z.strictObject({
  by: z.literal('sun'),
  sunAltitudeDeg: z.number().min(-18).max(5).default(-0.833).meta({ description: 'lamps burn while the sun stands below this: -0.833 sunset and sunrise, -6 civil twilight' }),
  onOffsetMin: z.number().int().min(-180).max(180).default(0).meta({ description: 'minutes after that moment in the evening, below 0 before it' }),
  offOffsetMin: z.number().int().min(-180).max(180).default(0).meta({ description: 'minutes after that moment in the morning, below 0 before it' }),
});
const byPhotocell = z.strictObject({
  by: z.literal('photocell'),
  onLx: z.number().min(1).max(2000).meta({ description: 'lamps come on when daylight falls to this, lux on a level surface' }),
  offLx: z.number().min(1).max(2000).meta({ description: 'lamps go off when daylight rises to this; at least onLx' }),
});
const byClock = z.strictObject({ by: z.literal('clock'), on: clockTime, off: clockTime });

const schema = z.strictObject({
  change: z.literal('switching-rule'),
  why,
  zone: zoneName,
  rule: z.discriminatedUnion('by', [bySun, byPhotocell, byClock]).meta({ description: 'when lamps burn: by the sun, by a photocell or at fixed hours' }),
}).meta({
  description: 'Another rule by which the lamps of a zone come on and go off.',
  examples: [{ change: 'switching-rule', why: 'Meeting of 12 March', zone: 'parks', rule: { by: 'sun', sunAltitudeDeg: -6, onOffsetMin: 5 } }],
});

type Rule = z.infer<typeof schema>['rule'];

export const switchingRule: ChangeKind<typeof schema> = {
  schema,

  problems(change, twin, where) {
    const { rule } = change, problems = zoneProblems(twin, change.zone, `${where}.zone`);
    if (rule.by === 'photocell' && rule.offLx < rule.onLx) problems.push({ severity: 'error', code: 'change-photocell-flickers', where: `${where}.rule.offLx`, parameters: { onLx: rule.onLx, offLx: rule.offLx } });
    if (rule.by === 'clock' && clockS(rule.on) % 86_400 === clockS(rule.off) % 86_400) problems.push({ severity: 'error', code: 'change-empty-span', where: `${where}.rule.off`, parameters: { from: rule.on } });
    return problems;
  },

  claims: ({ zone, rule }, twin) => claimsOfZones(twin, zone, 'switching-rule', JSON.stringify(rule)),


  apply(change, copy) {
    const rules = allRows(switchingRuleColumns, copy.switchingRules), wanted = { name: change.rule.by, ...columnsOf(change.rule) };
    const found = rules.findIndex((row) => JSON.stringify(row) === JSON.stringify(wanted)), switching = found >= 0 ? found : rules.length;
    const zones = zonesMeant(copy, change.zone);
    if (zones.every((zone) => copy.lightingZones.switching[zone] === switching)) return;
    if (found < 0) copy.switchingRules = tableFrom(switchingRuleColumns, [...rules, wanted]);
    copy.lightingZones = tableFrom(lightingZoneColumns, allRows(lightingZoneColumns, copy.lightingZones).map((row, zone) => (zones.includes(zone) ? { ...row, switching } : row)));
  },
};

const NOTHING = { sunAltitudeDeg: 0, onOffsetS: 0, offOffsetS: 0, onLx: 0, offLx: 0, onClockS: 0, offClockS: 0 };

function columnsOf(rule: Rule) {
  switch (rule.by) {
    case 'sun': return { kind: switchingKind.sun, ...NOTHING, sunAltitudeDeg: rule.sunAltitudeDeg, onOffsetS: rule.onOffsetMin * 60, offOffsetS: rule.offOffsetMin * 60 };
    case 'photocell': return { kind: switchingKind.photocell, ...NOTHING, onLx: rule.onLx, offLx: rule.offLx };
    case 'clock': return { kind: switchingKind.fixedHours, ...NOTHING, onClockS: clockS(rule.on), offClockS: clockS(rule.off) };
  }
}
