import * as z from 'zod';
import { adaptiveLighting } from './adaptive-lighting.ts';
import { bollardHours } from './bollard-hours.ts';
import { busHolding } from './bus-holding.ts';
import { busLane } from './bus-lane.ts';
import { busPriority } from './bus-priority.ts';
import { cabinetControl } from './cabinet-control.ts';
import { closeLane } from './close-lane.ts';
import { closeLink } from './close-link.ts';
import { communicationLoss } from './communication-loss.ts';
import { demandGrowth } from './demand-growth.ts';
import { dimLamps } from './dim-lamps.ts';
import { divert } from './divert.ts';
import { emergencyTrip } from './emergency-trip.ts';
import { eventCrowd } from './event-crowd.ts';
import { headway } from './headway.ts';
import { incident } from './incident.ts';
import { lampReplacement } from './lamp-replacement.ts';
import { lightingOverride } from './lighting-override.ts';
import { lightingProgram } from './lighting-program.ts';
import { limitByTime } from './limit-by-time.ts';
import { passengerGrowth } from './passenger-growth.ts';
import { preemption } from './preemption.ts';
import { priorityRules } from './priority-rules.ts';
import { runTime } from './run-time.ts';
import { signalControl } from './signal-control.ts';
import { signalPlan } from './signal-plan.ts';
import { speedLimit } from './speed-limit.ts';
import { switchingRule } from './switching-rule.ts';
import { timetableShift } from './timetable-shift.ts';
import { transponders } from './transponders.ts';
import { weatherNight } from './weather-night.ts';

/** Every kind of change, by the name that a scenario gives it. */
export const changeKinds = {
  'dim-lamps': dimLamps, 'lamp-replacement': lampReplacement, 'lighting-program': lightingProgram, 'switching-rule': switchingRule, 'adaptive-lighting': adaptiveLighting, 'lighting-override': lightingOverride,
  'communication-loss': communicationLoss, 'cabinet-control': cabinetControl, 'bus-priority': busPriority, 'priority-rules': priorityRules, transponders, 'bus-holding': busHolding, 'signal-control': signalControl, 'signal-plan': signalPlan,
  'close-link': closeLink, 'close-lane': closeLane, incident, 'limit-by-time': limitByTime, divert, preemption, 'emergency-trip': emergencyTrip, 'weather-night': weatherNight,
  headway, 'timetable-shift': timetableShift, 'run-time': runTime, 'demand-growth': demandGrowth, 'passenger-growth': passengerGrowth, 'event-crowd': eventCrowd, 'bus-lane': busLane, 'bollard-hours': bollardHours, 'speed-limit': speedLimit,
} as const;

export const changeSchema = z.discriminatedUnion('change', [
  dimLamps.schema, lampReplacement.schema, lightingProgram.schema, switchingRule.schema, adaptiveLighting.schema, lightingOverride.schema, communicationLoss.schema, cabinetControl.schema, busPriority.schema, priorityRules.schema, transponders.schema, busHolding.schema, signalControl.schema, signalPlan.schema, closeLink.schema, closeLane.schema, incident.schema, limitByTime.schema, divert.schema, preemption.schema, emergencyTrip.schema, weatherNight.schema,
  headway.schema, timetableShift.schema, runTime.schema, demandGrowth.schema, passengerGrowth.schema, eventCrowd.schema, busLane.schema, bollardHours.schema, speedLimit.schema,
]);

/** One alteration of the twin that a scenario asks for. */
export type Change = z.infer<typeof changeSchema>;
