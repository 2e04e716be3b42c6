/** One service day of a GTFS feed (gtfs.org, Schedule reference), names as there. Times are seconds since midnight. */
export interface GtfsDay {
  /** 'YYYY-MM-DD'. */
  date: string;
  agency: string;
  /** `agency_timezone`, '' where the feed has none. */
  timezone: string;
  stops: { id: string; code: string; name: string; latitudeDeg: number; longitudeDeg: number }[];
  routes: { id: string; shortName: string; longName: string; type: number; colour: number }[];
  trips: GtfsTrip[];
}

export interface GtfsTrip {
  id: string;
  /** Row in `routes`. */
  route: number;
  headsign: string;
  direction: 0 | 1;
  /** '' where the feed has no blocks. */
  blockId: string;
  /** In order of stop_sequence; `stop` is a row in `stops`. */
  calls: { stop: number; arriveS: number; departS: number; sequence: number }[];
  /** Along its shape; 0 where the feed gives none. */
  shapeLengthM: number;
}

/** The trips of the service day by id, each with the id of its shape. */
export type RunningTrips = ReadonlyMap<string, { trip: GtfsTrip; shape: string }>;
