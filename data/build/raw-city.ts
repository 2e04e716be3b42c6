import type { JunctionControlName, RoadClassName } from './names.ts';

/**
 * A street network before it has lanes and junction rules: what an OSM file gives after reading and what the generator
 * of the reference city draws. The passes in this folder turn it into the tables of a twin.
 */
export interface RawNode {
  /** What the source calls it. */
  name: string;
  xM: number;
  yM: number;
  /** Given where the source knows; the passes decide otherwise. */
  control?: JunctionControlName;
  /** Buses may ask for priority at this junction's controller. */
  busPriority?: boolean;
  stopSign?: RawStopSign;
}

/** A stop sign, drawn where the stop line is or on the junction itself. */
export interface RawStopSign {
  /** Rows of the nodes from which those come for whom it stands there. */
  fromNodes: number[];
  /** Whether the source says which way it faces; if not, `fromNodes` holds either side. */
  isFacingKnown: boolean;
  /** On a junction: whether it holds for all arms; if not, for those without priority. */
  allArms: boolean;
}

/** A way: a run of nodes with the same properties. Ways meet where they share a node, and nowhere else. */
export interface RawWay {
  name: string;
  /** What people call it. */
  title: string;
  class: RoadClassName;
  /** Rows in `nodes`, at least two. */
  nodes: number[];
  /** 1: with the order of nodes only, -1: against it only, 0: both ways. */
  oneWay: -1 | 0 | 1;
  /** Ordinary lanes with and against the order of nodes. */
  lanesForward: number;
  lanesBackward: number;
  /** An extra rightmost lane for buses only, with and against. */
  busLaneForward: boolean;
  busLaneBackward: boolean;
  /** `turn:lanes` of OSM, left to right as OSM writes them, per direction; e.g. [['left'], ['through', 'right']]. */
  turnLanesForward?: string[][];
  turnLanesBackward?: string[][];
  speedLimitMps: number;
  roundabout: boolean;
  /** Leads onto or off a road rather than along one; gives way to a road of its class. */
  slipRoad?: boolean;
  /** 0 at grade, 1 bridge, -1 tunnel. */
  level: number;
  /** Bit set of engine/twin/streets `category`. */
  permitted: number;
}

/** A turn restriction: node paths that these categories may not drive, or one of which they must once they have come to its second node. */
export interface RawRestriction {
  kind: 'no' | 'only';
  /** Bit set of engine/twin/streets `category`. */
  categories: number;
  /** Rows in `nodes`, at least three a path: before the turn, where it is made (more than one node across a wide junction), behind it. All begin with the same two. */
  paths: number[][];
}

export interface RawStreets { nodes: RawNode[]; ways: RawWay[]; restrictions?: RawRestriction[] }
