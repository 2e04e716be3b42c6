import * as z from 'zod';
import { allRows, tableFrom, type RowValues } from '../../engine/foundation/table.ts';
import { adaptiveKind, adaptiveRuleColumns, adaptiveStepColumns } from '../../engine/twin/lighting-control.ts';
import { clockS, why, type ChangeKind } from './change-kind.ts';
import { span, spanProblems } from './event-time.ts';
import { claimsOfZones, zoneName, zoneProblems, zonesMeant } from './zone-place.ts';

const share = z.number().min(0).max(1);
const presence = z.strictObject({
  by: z.literal('presence'),
  quietShare: share.meta({ description: 'output while nobody is on the street' }),
  busyShare: share.default(1).meta({ description: 'output while a vehicle or somebody who crosses is there, and so long as holdS after' }),
  holdS: z.number().int().min(1).max(3600).default(60).meta({ description: 'seconds after the last one seen until output falls' }),
});
const traffic = z.strictObject({
  by: z.literal('traffic'),
  steps: z.array(z.strictObject({
    fromFlowPerH: z.number().min(0).max(20_000).meta({ description: 'vehicles an hour on the street, both directions together' }),
    outputShare: share.meta({ description: 'output from this flow on' }),
  })).min(2).max(12).meta({ description: 'output by traffic, the first step from 0 vehicles an hour' }),
  intervalS: z.number().int().min(60).max(3600).default(600).meta({ description: 'seconds in which vehicles are counted for one sample' }),
  confirmations: z.number().int().min(1).max(12).default(2).meta({ description: 'samples in a row that must ask for less before output falls' }),
});

const schema = z.strictObject({
  change: z.literal('adaptive-lighting'),
  why,
  zone: zoneName,
  rule: z.discriminatedUnion('by', [presence, traffic]).meta({ description: 'what lamps look at: whether somebody is there, or how much traffic there is' }),
  fallS: z.number().int().min(0).max(600).default(0).meta({ description: 'seconds in which output falls evenly; it rises at once' }),
  ...span,
}).meta({
  description: 'Between two clock times the lamps of a zone follow the traffic of their street instead of their program.',
  examples: [{ change: 'adaptive-lighting', why: 'Meeting of 12 March', zone: 'residential', from: '22:00', until: '05:00', fallS: 10, rule: { by: 'presence', quietShare: 0.3, holdS: 120 } }],
});

type AdaptiveLighting = z.infer<typeof schema>;
type Row = RowValues<typeof adaptiveRuleColumns>;

export const adaptiveLighting: ChangeKind<typeof schema> = {
  schema,

  problems(change, twin, where) {
    const problems = [...zoneProblems(twin, change.zone, `${where}.zone`), ...spanProblems(change, where)], { rule } = change;
    if (rule.by === 'presence' && rule.quietShare > rule.busyShare) problems.push({ severity: 'error', code: 'change-quiet-brighter', where: `${where}.rule.quietShare`, parameters: {} });
    if (rule.by === 'traffic' && !rule.steps.every(({ fromFlowPerH }, at) => (at === 0 ? fromFlowPerH === 0 : fromFlowPerH > rule.steps[at - 1]!.fromFlowPerH))) {
      problems.push({ severity: 'error', code: 'change-steps-not-rising', where: `${where}.rule.steps`, parameters: {} });
    }
    return problems;
  },

  // The lamps of a zone follow one rule: another takes its place, at other hours as well.
  claims: ({ zone, rule, fallS, from, until }, twin) => claimsOfZones(twin, zone, 'adaptive-rule', JSON.stringify([rule, fallS, from, until])),


  apply(change, copy) {
    const zones = zonesMeant(copy, change.zone);
    if (zones.length === 0) return;
    const steps = allRows(adaptiveStepColumns, copy.adaptiveSteps), firstStep = steps.length;
    const added = change.rule.by === 'traffic' ? change.rule.steps : [];
    // The lamps of a zone follow one rule: another takes its place.
    const kept = allRows(adaptiveRuleColumns, copy.adaptiveRules).filter(({ zone }) => !zones.includes(zone));
    copy.adaptiveSteps = tableFrom(adaptiveStepColumns, [...steps, ...added]);
    copy.adaptiveRules = tableFrom(adaptiveRuleColumns, [...kept, ...zones.map((zone) => ruleRow(change, zone, copy.lightingZones.name[zone]!, firstStep))]);
  },
};

function ruleRow({ rule, fallS, from, until }: AdaptiveLighting, zone: number, name: string, firstStep: number): Row {
  const always = { name, zone, fallS, fromClockS: clockS(from) % 86_400, untilClockS: clockS(until) };
  if (rule.by === 'traffic') {
    return { ...always, kind: adaptiveKind.traffic, quietShare: 0, busyShare: 0, holdS: 0, firstStep, stepCount: rule.steps.length, intervalS: rule.intervalS, confirmationCount: rule.confirmations };
  }
  const { quietShare, busyShare, holdS } = rule;
  return { ...always, kind: adaptiveKind.presence, quietShare, busyShare, holdS, firstStep: 0, stepCount: 0, intervalS: 0, confirmationCount: 0 };
}
