import { busCommercialSpeed } from './bus-commercial-speed.ts';
import { busEnergy } from './bus-energy.ts';
import { busExcessWait } from './bus-excess-wait.ts';
import { busMeanDelay } from './bus-mean-delay.ts';
import { busMeanEarly } from './bus-mean-early.ts';
import { busOnTime } from './bus-on-time.ts';
import { busPriorityEarlyGreens } from './bus-priority-early-greens.ts';
import { busPriorityExtensions } from './bus-priority-extensions.ts';
import { busPunctuality } from './bus-punctuality.ts';
import { busRunTimeSpread } from './bus-run-time-spread.ts';
import { busStopLineDelay } from './bus-stop-line-delay.ts';
import { busTimeLoss } from './bus-time-loss.ts';
import { collisions } from './collisions.ts';
import { emergencyNotArrived } from './emergency-not-arrived.ts';
import { emergencyTripTime } from './emergency-trip-time.ts';
import type { CityAlone, Indicator, Measured } from './indicator.ts';
import { junctionDelayBus } from './junction-delay-bus.ts';
import { junctionDelayOther } from './junction-delay-other.ts';
import { junctionDelayPerson } from './junction-delay-person.ts';
import { lightingBelowClass } from './lighting-below-class.ts';
import { lightingCo2Year } from './lighting-co2-year.ts';
import { lightingCostYear } from './lighting-cost-year.ts';
import { lightingEnergy } from './lighting-energy.ts';
import { lightingEnergyYear } from './lighting-energy-year.ts';
import { lightingOverLit } from './lighting-over-lit.ts';
import { lightingSavingSinceLed } from './lighting-saving-since-led.ts';
import { passengerRides } from './passenger-rides.ts';
import { passengersLeftBehind } from './passengers-left-behind.ts';
import { passengerTime } from './passenger-time.ts';
import { passengerWait } from './passenger-wait.ts';
import { pedestrianWait } from './pedestrian-wait.ts';
import { peopleCrossed } from './people-crossed.ts';
import { priorityArrivalBand } from './priority-arrival-band.ts';
import { queueAtGreen } from './queue-at-green.ts';
import { rescues } from './rescues.ts';
import { splitFailures } from './split-failures.ts';
import { stopsLeftOut } from './stops-left-out.ts';
import { trafficCo2 } from './traffic-co2.ts';
import { trafficEnergy } from './traffic-energy.ts';
import { trafficNotArrived } from './traffic-not-arrived.ts';
import { trafficTimeLoss } from './traffic-time-loss.ts';
import { trafficTravelTime } from './traffic-travel-time.ts';
import { tramTimeLoss } from './tram-time-loss.ts';
import { vehicleKilometres } from './vehicle-kilometres.ts';
import { vehiclesDiverted } from './vehicles-diverted.ts';
import { vehiclesHeld } from './vehicles-held.ts';

const all = [
  lightingEnergyYear, lightingCostYear, lightingCo2Year, lightingSavingSinceLed, lightingEnergy, lightingBelowClass, lightingOverLit,
  busMeanDelay, busMeanEarly, busTimeLoss, tramTimeLoss, busPunctuality, busOnTime, busExcessWait, busStopLineDelay, busCommercialSpeed, busRunTimeSpread, busPriorityExtensions, busPriorityEarlyGreens, priorityArrivalBand, busEnergy,
  passengerTime, passengerWait, passengersLeftBehind, passengerRides,
  trafficTravelTime, trafficTimeLoss, trafficNotArrived, trafficEnergy, trafficCo2, vehicleKilometres, emergencyTripTime, emergencyNotArrived,
  junctionDelayBus, junctionDelayOther, junctionDelayPerson, queueAtGreen, splitFailures,
  pedestrianWait, peopleCrossed,
  vehiclesDiverted, stopsLeftOut, vehiclesHeld, rescues, collisions,
] as const;

export type IndicatorName = (typeof all)[number]['name'];

/** Every indicator, in the order of reports. */
export const indicators: readonly Indicator<IndicatorName>[] = all;

export const indicatorNamed = (name: IndicatorName): Indicator<IndicatorName> => indicators.find((one) => one.name === name)!;

/** Every indicator over one run. */
export const measureAll = (over: Measured): Record<IndicatorName, number | null> =>
  Object.fromEntries(indicators.map((one) => [one.name, one.measure(over)])) as Record<IndicatorName, number | null>;

/** Those that a city has without a run: a year follows sun and schedules. */
const ofCity: readonly Indicator<IndicatorName, CityAlone>[] = [lightingEnergyYear, lightingCostYear, lightingCo2Year, lightingSavingSinceLed, lightingBelowClass, lightingOverLit];

/** Those that no run changes: only other lamps, and other hours of theirs. */
export const cityIndicators: readonly IndicatorName[] = ofCity.map(({ name }) => name);

/** Those that add up all nights of a year. */
export const yearIndicators: readonly IndicatorName[] = [lightingEnergyYear, lightingCostYear, lightingCo2Year, lightingSavingSinceLed].map(({ name }) => name);

/** What some of the indicators gave, by their names. */
export type IndicatorValues = Partial<Record<IndicatorName, number | null>>;

/** Every indicator of a city that needs no run. */
export const measureCity = (over: CityAlone): IndicatorValues => Object.fromEntries(ofCity.map((one) => [one.name, one.measure(over)]));

/** Every indicator that needs a run: with those of its city all that there are. */
export const measureRun = (over: Measured): IndicatorValues =>
  Object.fromEntries(indicators.filter((one) => !ofCity.some(({ name }) => name === one.name)).map((one) => [one.name, one.measure(over)]));
