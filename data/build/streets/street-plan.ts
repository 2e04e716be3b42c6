import type { RawWay } from '../raw-city.ts';
import type { Heading, Line } from './line.ts';

/** One direction of a carriageway before its lanes are laid. */
export interface Side {
  /** Ordinary lanes. */
  lanes: number;
  busLane: boolean;
  /** Marked turns of each lane at its end, left to right; undefined where nothing is marked. */
  turnLanes: string[][] | undefined;
}

/** A stretch of a way between two nodes, the same along all of it. */
export interface Piece {
  /** Way and number of the stretch. */
  name: string;
  way: RawWay;
  /** Rows of the raw nodes, at least two. */
  nodes: number[];
  /** With the order of nodes, and against it; undefined where nobody drives that way. */
  forward: Side | undefined;
  backward: Side | undefined;
}

export interface PlannedLane {
  link: number;
  permitted: number;
  widthM: number;
  /** From start to stop line. */
  line: Line;
}

/** One direction of a street, laid out. Lanes are counted from the right. */
export interface PlannedLink {
  name: string;
  street: number;
  isForward: boolean;
  way: RawWay;
  fromJunction: number;
  toJunction: number;
  /** Raw nodes at its ends: within one junction there may be several. */
  fromNode: number;
  toNode: number;
  /** The raw nodes next to them on the way. */
  secondNode: number;
  lastButOneNode: number;
  lengthM: number;
  speedLimitMps: number;
  priority: number;
  firstLane: number;
  laneCount: number;
  turnLanes: string[][] | undefined;
  /** Whether its drivers meet a stop sign at its end. */
  stopSign: boolean;
  /** Where it points when it leaves its first junction and when it reaches its last. */
  startHeading: Heading;
  endHeading: Heading;
}

export interface PlannedStreet {
  name: string;
  way: RawWay;
  line: Line;
  widthM: number;
  lengthM: number;
}

export interface PlannedJunction {
  name: string;
  xM: number;
  yM: number;
  /** Raw nodes that became this junction. */
  nodes: number[];
  control: number;
  busPriority: boolean;
  /** Links that end and start here. */
  incoming: number[];
  outgoing: number[];
}

/** A way through a junction, from lane to lane. */
export interface PlannedMovement {
  fromLane: number;
  toLane: number;
  fromLink: number;
  toLink: number;
  junction: number;
  turn: number;
  /** Left positive. */
  turnedRad: number;
  permitted: number;
  line: Line;
  lengthM: number;
  speedLimitMps: number;
  waitAtM: number;
}

/** Everything that the passes have worked out so far. */
export interface StreetPlan {
  junctions: PlannedJunction[];
  streets: PlannedStreet[];
  links: PlannedLink[];
  lanes: PlannedLane[];
}
