import type { RoadClassName } from '../../build/names.ts';

/** What all stretches of a drawn road have in common. */
export interface RoadKind {
  title: string;
  class: RoadClassName;
  /** Lanes each way. */
  lanes: number;
  /** Posted limit outside and inside built-up areas, km/h. */
  outsideKmh: number;
  insideKmh: number;
  /** Side streets may not start here: expressways, bridges, tunnels. */
  closed: boolean;
  /** Has a lane of its own each way for buses. */
  busLane: boolean;
  /** Trams run here. */
  tram: boolean;
}

const kind = (title: string, roadClass: RoadClassName, lanes: number, outsideKmh: number, insideKmh: number, more: Partial<RoadKind> = {}): RoadKind =>
  ({ title, class: roadClass, lanes, outsideKmh, insideKmh, closed: false, busLane: false, tram: false, ...more });

export const expressway = (title: string): RoadKind => kind(title, 'trunk', 2, 110, 90, { closed: true });
/** A main road with two lanes each way. */
export const avenue = (title: string, more: Partial<RoadKind> = {}): RoadKind => kind(title, 'primary', 2, 80, 50, more);
/** A main road with one lane each way. */
export const road = (title: string, more: Partial<RoadKind> = {}): RoadKind => kind(title, 'primary', 1, 80, 50, more);
export const lesserRoad = (title: string, more: Partial<RoadKind> = {}): RoadKind => kind(title, 'secondary', 1, 80, 50, more);
export const collector = (title: string, more: Partial<RoadKind> = {}): RoadKind => kind(title, 'tertiary', 1, 50, 50, more);
export const sideStreet = (title: string, more: Partial<RoadKind> = {}): RoadKind => kind(title, 'residential', 1, 30, 30, more);
/** For those who walk and cycle, and for emergencies. */
export const pedestrianStreet = (title: string): RoadKind => kind(title, 'footway', 1, 20, 20);
export const tramway: RoadKind = kind('Voie du tram', 'tramway', 1, 50, 50, { closed: true, tram: true });
