import { exp } from '../../../engine/foundation/exact-math.ts';
import { roadClass } from '../../../engine/twin/streets.ts';
import type { CordonRoad } from '../../build/demand/cordon.ts';
import { accessLinks, addFlow, wholeTrips, type FlowList } from '../../build/demand/flows-of-zones.ts';
import type { Zones } from '../../build/demand/zones.ts';
import { edgeFigures } from '../facts/edge-traffic.ts';

const { perLaneOfClass, throughShare, throughShareOfMotorway, motorwayPull, decayM, leastApartM } = edgeFigures;

const throughShareOf = ({ class: kind }: CordonRoad): number => (kind === roadClass.motorway ? throughShareOfMotorway.value : throughShare.value);

/** Vehicles a day into the map on a road at its edge. */
export const inboundPerDay = ({ class: kind, lanes }: CordonRoad): number =>
  lanes * (kind === roadClass.motorway ? perLaneOfClass.motorway.value
    : kind === roadClass.trunk ? perLaneOfClass.trunk.value
      : kind === roadClass.primary ? perLaneOfClass.primary.value : perLaneOfClass.secondary.value);

/** Trips between the roads at the edge and the zones, and through from edge to edge. */
export function addEdgeFlows(seed: number, flows: FlowList, zones: Zones, roads: readonly CordonRoad[]): void {
  roads.forEach((road, index) => {
    const localPerDay = inboundPerDay(road) * (1 - throughShareOf(road));
    const pull = Float64Array.from({ length: zones.count }, (_, zone) => {
      const eastM = zones.xM[zone]! - road.xM, northM = zones.yM[zone]! - road.yM;
      return (0.7 * zones.jobs[zone]! + 0.3 * zones.population[zone]!) * exp(-Math.sqrt(eastM * eastM + northM * northM) / decayM.value);
    });
    const sum = pull.reduce((all, value) => all + value, 0);
    for (let zone = 0; zone < zones.count; zone++) {
      const expected = (localPerDay * pull[zone]!) / sum;
      const access = accessLinks(seed, zones, zone);
      // People who work in town come in the morning: two thirds of those who enter; the others live here and return.
      const into = [wholeTrips(seed, expected * 0.65, 10000 + index, zone), wholeTrips(seed, expected * 0.35, 11000 + index, zone)] as const;
      const outOf = [wholeTrips(seed, expected * 0.35, 12000 + index, zone), wholeTrips(seed, expected * 0.65, 13000 + index, zone)] as const;
      if (into[0] + into[1] > 0) addFlow(flows, road.entry, access[index % access.length]!, [into[0], into[1], 0]);
      if (outOf[0] + outOf[1] > 0) addFlow(flows, access[(3 * index + 1) % Math.min(access.length, 3)]!, road.exit, [outOf[0], outOf[1], 0]);
    }
  });
  addThroughFlows(seed, flows, roads);
}

const pullOf = (from: CordonRoad, to: CordonRoad): number =>
  from.class === roadClass.motorway && to.class === roadClass.motorway ? motorwayPull.value : to.class <= roadClass.trunk ? 1 : 0.3;

function addThroughFlows(seed: number, flows: FlowList, roads: readonly CordonRoad[]): void {
  roads.forEach((from, index) => {
    const weights = roads.map((to) => {
      const eastM = to.xM - from.xM, northM = to.yM - from.yM;
      return Math.sqrt(eastM * eastM + northM * northM) < leastApartM.value ? 0 : inboundPerDay(to) * pullOf(from, to);
    });
    const sum = weights.reduce((all, value) => all + value, 0);
    if (sum === 0) return;
    const throughPerDay = inboundPerDay(from) * throughShareOf(from);
    roads.forEach((to, other) => {
      const trips = wholeTrips(seed, (throughPerDay * weights[other]!) / sum, 14000 + index, other);
      if (trips > 0) addFlow(flows, from.entry, to.exit, [0, 0, trips]);
    });
  });
}
