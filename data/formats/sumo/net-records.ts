/** A SUMO street network (.net.xml) as records, in the order of the file. Meanings: sumo.dlr.de/docs/Networks/SUMO_Road_Networks.html. */
export interface SumoLane {
  id: string;
  speedMps: number;
  lengthM: number;
  widthM: number;
  /** Bit set of `category`. */
  permitted: number;
  /** [x, y, x, y ...] */
  shape: number[];
}

export interface SumoEdge {
  id: string;
  function: string;
  from: string;
  to: string;
  name: string;
  type: string;
  priority: number;
  shape: number[];
  lanes: SumoLane[];
  line: number;
}

export interface SumoConnection {
  from: string;
  to: string;
  fromLane: number;
  toLane: number;
  /** The internal lane it starts with; empty where the net has none. */
  via: string;
  tl: string;
  linkIndex: number;
  dir: string;
  /** Who goes first by the net's rules: 'M' major, 'm' minor, '=' equal, 's' and 'w' stop ... */
  state: string;
  /** Drivers wait before the junction until there is room behind it. */
  keepClear: boolean;
  /** Before the stop line: from here a driver sees the foes. */
  visibilityM: number;
  permitted: number;
  line: number;
}

export interface SumoRequest { index: number; response: string; foes: string }

export interface SumoJunction {
  id: string;
  type: string;
  xM: number;
  yM: number;
  incLanes: string[];
  intLanes: string[];
  requests: SumoRequest[];
  line: number;
}

export interface SumoPhase { durationS: number; shortestS: number; longestS: number; state: string }

/** One program of a signal controller: a tlLogic of a net or an additional file. */
export interface SumoProgram {
  id: string;
  programId: string;
  type: string;
  offsetS: number;
  phases: SumoPhase[];
  /** `param` elements: keys with their values. */
  parameters: Map<string, string>;
  file: string;
  line: number;
}

export interface SumoLocation { netOffsetM: [number, number]; boundaryM: [number, number, number, number]; projection: string }

export interface SumoNet {
  file: string;
  location: SumoLocation | undefined;
  edges: SumoEdge[];
  junctions: SumoJunction[];
  connections: SumoConnection[];
  programs: SumoProgram[];
  roundaboutNodes: Set<string>;
  leftHand: boolean;
}
