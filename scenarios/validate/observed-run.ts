/** A run seen from outside, whoever simulated it: what two simulators can be held against each other by. */
export interface ObservedRun {
  seed: number;
  counts: ObservedCounts;
  /** Vehicles that arrived. */
  trips: readonly ObservedTrip[];
  /** Streets in intervals of a quarter of an hour. */
  links: readonly ObservedLink[];
  /** The net through time. */
  moments: readonly ObservedMoment[];
}

/** Vehicles at the end of the run. */
export interface ObservedCounts {
  inserted: number;
  arrived: number;
  /** Still on the road. */
  running: number;
  /** Wanted to enter and could not yet. */
  waiting: number;
  /** Moved on because they had stood too long: SUMO's teleports. */
  rescued: number;
}

export interface ObservedTrip { name: string; durationS: number; timeLossS: number; departDelayS: number }

export interface ObservedLink {
  link: string;
  fromS: number;
  untilS: number;
  /** Vehicles that came onto it from another link. */
  entered: number;
  /** Its length over the mean speed on it; undefined where nobody drove. */
  travelTimeS: number | undefined;
  /** Time spent on it by all vehicles together. */
  vehicleSeconds: number;
}

export interface ObservedMoment { timeS: number; running: number }
