import type { RowValues } from '../../../engine/foundation/table.ts';
import type { vehicleTypeColumns } from '../../../engine/twin/demand.ts';
import type { Place } from '../problem-list.ts';

/** What route and additional files hold, as records. Meanings: sumo.dlr.de/docs/Definition_of_Vehicles,_Vehicle_Types,_and_Routes.html. */
export interface SumoVehicleType { id: string; row: RowValues<typeof vehicleTypeColumns>; place: Place }

/** Things drawn by weight: the types or routes of a distribution. */
export interface SumoDistribution { id: string; members: { id: string; weight: number }[]; place: Place }

export interface SumoStop {
  busStop: string;
  lane: string;
  edge: string;
  endM: number | undefined;
  durationS: number;
  untilS: number;
  place: Place;
}

export interface SumoRoute { id: string; edges: string; stops: SumoStop[]; place: Place }

/** A vehicle, a trip (from, to) or a flow of either. Texts are as in the file where their meaning depends on the route. */
export interface SumoVehicle {
  kind: 'vehicle' | 'trip' | 'flow';
  id: string;
  type: string;
  /** Name of a route or route distribution; empty where `own` or from and to stand. */
  route: string;
  /** The line of public transport it serves; empty for other traffic. */
  line: string;
  /** The route inside the element. */
  own: SumoRoute | undefined;
  from: string;
  to: string;
  via: string;
  depart: string;
  departLane: string;
  departPosition: string;
  departSpeed: string;
  arrivalPosition: string;
  stops: SumoStop[];
  /** Of a flow. -1 where not given. */
  beginS: number;
  endS: number;
  periodS: number;
  /** Mean of exponential gaps between vehicles. */
  exponentialS: number;
  /** Chance of a vehicle in each second. */
  probability: number;
  number: number;
  place: Place;
}

export interface SumoBusStop { id: string; name: string; lane: string; startM: number | undefined; endM: number | undefined; place: Place }

/** A detector of an additional file. Positions from the end of the lane are negative, as in the file. */
export interface SumoDetector {
  id: string;
  kind: 'loop' | 'laneArea';
  lanes: string[];
  positionM: number;
  /** Of a lane area: one of the two. */
  endM: number | undefined;
  lengthM: number | undefined;
  /** Where its place is off the lane it is moved onto it. */
  friendly: boolean;
  intervalS: number;
  place: Place;
}

/** Gets everything of the demand, in the order of the files. */
export interface DemandSink {
  vehicleType(type: SumoVehicleType): void;
  typeDistribution(distribution: SumoDistribution): void;
  route(route: SumoRoute): void;
  routeDistribution(distribution: SumoDistribution): void;
  vehicle(vehicle: SumoVehicle): void;
  busStop(stop: SumoBusStop): void;
  detector(detector: SumoDetector): void;
}
