import { category } from '../../../engine/twin/streets.ts';
import type { RawWay } from '../raw-city.ts';
import type { RoadClassName } from '../names.ts';
import type { Piece, Side } from './street-plan.ts';

/** Marking to marking. Usual French values: 3.50 m on fast roads, 2.75 to 3.25 m in town (guidance of Cerema, ex-Certu, not verified against the text). */
const LANE_M: Readonly<Record<RoadClassName, number>> = {
  motorway: 3.5, trunk: 3.5, primary: 3.25, secondary: 3.25, tertiary: 3, residential: 2.75, service: 2.75, busway: 3.25, tramway: 3, footway: 2,
};
const BUS_LANE_M = 3.25;
/** A single lane is wider: on a one-way street with kerbs on both sides, and around an island. */
const ALONE_M = 3.5, RING_ALONE_M = 4;

const ON_BUS_LANES = category.bus | category.taxi | category.bicycle | category.emergency;

export interface LaneShare { permitted: number; widthM: number }

/** The lanes of one direction, right to left. */
export function lanesOf(way: RawWay, side: Side | undefined, isOnlySide: boolean): LaneShare[] {
  if (!side) return [];
  const isAlone = isOnlySide && side.lanes === 1 && !side.busLane;
  const widthM = isAlone ? Math.max(LANE_M[way.class], way.roundabout ? RING_ALONE_M : way.class === 'tramway' ? 0 : ALONE_M) : LANE_M[way.class];
  const ordinary = Array.from({ length: side.lanes }, () => ({ permitted: way.permitted, widthM }));
  return side.busLane ? [{ permitted: ON_BUS_LANES, widthM: BUS_LANE_M }, ...ordinary] : ordinary;
}

export const sideWidthM = (lanes: readonly LaneShare[]): number => lanes.reduce((sum, { widthM }) => sum + widthM, 0);

/** Kerb to kerb. */
export const pieceWidthM = ({ way, forward, backward }: Piece): number =>
  sideWidthM(lanesOf(way, forward, !backward)) + sideWidthM(lanesOf(way, backward, !forward));
