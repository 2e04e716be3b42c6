import type { ProblemList } from '../problem-list.ts';
import type { XmlElement } from './xml-elements.ts';

/** Values of an attribute that change nothing; any other value does. `null`: every value does. */
type Harmless = readonly string[] | null;

const never: Harmless = null;
const off: Harmless = ['0', 'false', 'no'];

/**
 * Attributes of SUMO's elements that change who drives where, or how, and that a twin does not hold. What is in none of
 * these lists is either imported or for drawing and output only.
 */
const unapplied: Readonly<Record<string, Readonly<Record<string, Harmless>>>> = {
  lane: { changeLeft: never, changeRight: never, acceleration: off },
  edge: { bidi: never },
  vType: {
    accelerationProfile: never, actionStepLength: ['0', '1', '1.0', '1.00'], apparentDecel: never, desiredMaxSpeed: never, impatience: ['0', '0.0'],
    lateralAlignment: never, latAlignment: ['center', 'default'], laneChangeModel: ['default', 'LC2013'], maxSpeedLat: never, minGapLat: never,
    scale: ['1', '1.0'], startupDelay: ['0', '0.0'], speedFactorBounds: never, ccDecel: never, collisionMinGapFactor: ['1', '1.0'],
    lcStrategic: ['1', '1.0'], lcCooperative: ['1', '1.0'], lcSpeedGain: ['1', '1.0'], lcKeepRight: ['1', '1.0'], lcOvertakeRight: ['0', '0.0'], lcOpposite: ['1', '1.0'],
    lcLookaheadLeft: ['2', '2.0'], lcSpeedGainRight: ['0.1'], lcAssertive: ['1', '1.0'], lcSublane: never, lcPushy: ['0', '0.0'], lcImpatience: ['0', '0.0'],
    jmCrossingGap: ['10', '10.0'], jmDriveAfterYellowTime: ['-1', '-1.0'], jmDriveAfterRedTime: ['-1', '-1.0'], jmDriveRedSpeed: never,
    jmIgnoreKeepClearTime: ['-1', '-1.0'], jmIgnoreFoeSpeed: ['0', '0.0'], jmIgnoreFoeProb: ['0', '0.0'], jmIgnoreJunctionFoeProb: ['0', '0.0'],
    jmSigmaMinor: never, jmStoplineGap: ['1', '1.0'], jmTimegapMinor: ['1', '1.0'],
  },
  vehicle: {
    departEdge: ['0', 'first'], arrivalEdge: never, arrivalLane: ['current'], arrivalSpeed: ['current'], speedFactor: never, departPosLat: ['center'], arrivalPosLat: never,
    insertionChecks: ['all'], reroute: off,
  },
  stop: {
    parking: off, triggered: off, expectTriggered: off, expectContainerTriggered: off, containerTriggered: off, split: never, join: never, speed: ['0', '0.0'],
    extension: never, arrival: never, onDemand: off, jump: never, ended: never, posLat: never, parkingArea: never, chargingStation: never, containerStop: never,
  },
  e1Detector: { vTypes: [''], nextEdges: [''], detectPersons: ['', 'none'] },
  inductionLoop: { vTypes: [''], nextEdges: [''], detectPersons: ['', 'none'] },
  e2Detector: { vTypes: [''], nextEdges: [''], detectPersons: ['', 'none'], tl: never },
  laneAreaDetector: { vTypes: [''], nextEdges: [''], detectPersons: ['', 'none'], tl: never },
  route: { repeat: ['0'], cycleTime: never },
  phase: { next: never, earlyTarget: never, finalTarget: never },
};

/** Trips and flows know what vehicles know, and more. */
const attributesOf: typeof unapplied = {
  ...unapplied,
  trip: { ...unapplied['vehicle']!, fromTaz: never, toTaz: never, fromJunction: never, toJunction: never, viaJunctions: never, fromLonLat: never, toLonLat: never, fromXY: never, toXY: never, viaXY: never, viaLonLat: never },
  flow: { ...unapplied['vehicle']!, fromTaz: never, toTaz: never, fromJunction: never, toJunction: never, viaJunctions: never },
};

/** Counts what a file says and a twin cannot hold; `report` lists each attribute once, with how often it stands there. */
export interface UnappliedCounter { see(element: XmlElement): void; report(): void }

export function countUnapplied(file: string, problems: ProblemList): UnappliedCounter {
  const counts = new Map<string, { element: string; attribute: string; count: number }>();
  return {
    see({ name, attributes }) {
      const known = Object.hasOwn(attributesOf, name) ? attributesOf[name]! : undefined;
      // Lanes and edges inside a junction end on ':' names; what they say is said again by their connection.
      if (known === undefined || attributes['id']?.startsWith(':') || attributes['from']?.startsWith(':')) return;
      for (const [attribute, value] of Object.entries(attributes)) {
        if (!Object.hasOwn(known, attribute) || known[attribute]?.includes(value)) continue;
        const key = `${name} ${attribute}`;
        const counted = counts.get(key) ?? { element: name, attribute, count: 0 };
        counted.count++;
        counts.set(key, counted);
      }
    },
    report() {
      for (const { element, attribute, count } of counts.values()) problems.warning('sumo-attribute-not-applied', file, { element, attribute, count });
      counts.clear();
    },
  };
}
