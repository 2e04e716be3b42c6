import { estimated, read } from './figure.ts';

/** Public transport of the agglomeration (Divia). The lines themselves stand in ../transit/lines.ts. */
export const transitFigures = {
  buses: read(180, 'fleet of about 180 buses in 2013; 180 buses equipped for priority, key figures of the connected-city project'),
  trams: read(33, '33 Citadis trams'),
  articulatedBuses: estimated(70, 'lines 3 to 6 and Corol run articulated buses; enough for their peak with a tenth in reserve'),
  hybridBuses: read(41, '102 hybrids of about 180 buses, 41 standard and 61 articulated: Iveco Group, 2 May 2013; France 3 Bourgogne, 31 July 2013'),
  hybridArticulatedBuses: read(61, 'as above'),
  priorityCheckInM: estimated(300, 'buses have satellite positioning and radio (key figures of the connected-city project); engineers detect at 100 to 300 m'),
  priorityRenewS: estimated(1, 'once a second, without error, loss or delay: how good the equipment is has not been published'),
  priorityExtensionS: estimated(15, 'engineers tune 5 to 15 s; the upper end'),
  priorityLockoutCycles: estimated(1, 'one to three cycles are usual'),
  priorityRecoveryCycles: estimated(3, 'two to three cycles back to the plan were found best'),
  routes: read(57, 'feed of the operator, autumn 2025: 57 routes, 1,086 stops, 25,106 trips over all its days'),
  stops: read(1086, 'feed of the operator, autumn 2025'),
  priorityJunctions: read(113, 'key figures of the connected-city project; published places: lines 3 to 7 and Corol'),
  firstDepartureS: read(5.5 * 3600, 'service from 05:30'),
  lastArrivalS: read(25 * 3600, 'service until 01:00'),
  leastBusesAtPeak: estimated(95, 'of 180 equipped buses; a tenth to a third of a fleet is in reserve or workshop, and school services add to the peak'),
  mostBusesAtPeak: estimated(120, 'as above'),
  layoverS: estimated(300, 'five minutes at a terminus is the usual least'),
  dwellS: estimated(15, '5.0 + 2.75 n seconds (Levinson 1983) with 3 to 4 passengers a stop'),
  ridesPerDay: read(183_000, 'rides a day in 2022, key figures of the network'),
  tramRidesShare: read(0.5, 'half of the rides are by tram, key figures of the network, 2022'),
  comeWithinS: estimated(720, 'up to a headway of 10 to 12 minutes people come at random, beyond they look at the timetable; 12 minutes: five vehicles an hour, what London counts as frequent'),
  leastTurnS: estimated(60, 'a driver changes ends and looks at the timetable'),
} as const;

/** Lines whose junctions have bus priority (programme "Prioribus", 2017-2019). */
export const PRIORITY_LINES: readonly string[] = ['L3', 'L4', 'L5', 'L6', 'L7', 'Corol'];
