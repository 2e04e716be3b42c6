import type { Source } from '../../../engine/twin/twin.ts';
import type { Thing, ThingKind } from '../session/thing.ts';
import type { ThingWords } from '../viewer-context.ts';
import type { FactContext, ThingFacts, Fact } from './fact.ts';
import { cabinetFacts, lampFacts } from './lighting-facts.ts';
import { controllerFacts, junctionFacts, streetFacts } from './street-facts.ts';
import { communeFacts, placedFacts } from './territory-facts.ts';
import { lineFacts, stopFacts, vehicleFacts, vehicleKindWord } from './transit-facts.ts';

/** Kind of thing: its word, and the words by which a source says that it gave such things. */
const kinds: Record<ThingKind, { word: keyof ThingWords; source: RegExp }> = {
  lamps: { word: 'kindLamp', source: /lamp/i }, departures: { word: 'kindVehicle', source: /trip|demand|traffic|departure|vehicle/i },
  controllers: { word: 'kindSignals', source: /signal|junction/i }, junctions: { word: 'kindJunction', source: /junction|street/i },
  streets: { word: 'kindStreet', source: /street/i }, lines: { word: 'kindLine', source: /line|timetable|transit|bus/i }, stops: { word: 'kindStop', source: /stop/i },
  cabinets: { word: 'kindCabinet', source: /cabinet|lamp/i }, cameras: { word: 'kindCamera', source: /camera/i }, buildings: { word: 'kindBuilding', source: /building/i },
  bollardSites: { word: 'kindBollardSite', source: /bollard/i }, pedestrianZones: { word: 'kindPedestrianZone', source: /pedestrian|bollard/i },
  serviceVehicles: { word: 'kindServiceVehicle', source: /geolocated|municipal|service vehicle|radio/i }, controlPosts: { word: 'kindControlPost', source: /control post/i },
  areas: { word: 'kindArea', source: /area|park|water/i }, communes: { word: 'kindCommune', source: /commune|population/i }, fibres: { word: 'kindFibre', source: /fibre|cable/i },
};

const factsOf = (context: FactContext, { kind, row }: Thing): Fact[] => {
  switch (kind) {
    case 'lamps': return lampFacts(context, row);
    case 'cabinets': return cabinetFacts(context, row);
    case 'departures': return vehicleFacts(context, row);
    case 'controllers': return controllerFacts(context, row);
    case 'junctions': return junctionFacts(context, row);
    case 'streets': return streetFacts(context, row);
    case 'lines': return lineFacts(context, row);
    case 'stops': return stopFacts(context, row);
    case 'communes': return communeFacts(context, row);
    default: return placedFacts(context, kind, row);
  }
};

/** What people call a thing. */
export function titleOf({ twin, words }: FactContext, { kind, row }: Thing): string {
  if (kind === 'lines') return `${twin.lines.name[row]} ${twin.lines.title[row]}`;
  if (kind === 'departures') {
    const trip = twin.departures.trip[row]!;
    return trip >= 0 ? twin.lines.name[twin.trips.line[trip]!]! : twin.departures.name[row] || `n° ${row + 1}`;
  }
  if (kind === 'fibres') return `n° ${row + 1}`;
  return twin[kind].name[row] || words.unnamed;
}

export const kindOf = (context: FactContext, { kind, row }: Thing): string =>
  kind === 'departures' ? vehicleKindWord(context, row) : (context.words[kinds[kind].word] as string);

/** Everything known of a thing; undefined when the twin has no such row. */
export function thingFacts(context: FactContext, thing: Thing): ThingFacts | undefined {
  const { twin, words, city } = context;
  if (thing.row >= twin[thing.kind].count) return undefined;
  const given: Source | undefined = twin.facts.sources.find(({ what }) => kinds[thing.kind].source.test(what));
  const parts = [given?.from, given?.synthetic ?? twin.facts.synthetic ? words.syntheticThing : undefined];
  if (thing.kind === 'departures') parts.unshift(`${words.simulated} ${city.run(context.shown)?.name ?? ''}`.trim());
  return { kind: kindOf(context, thing), title: titleOf(context, thing), facts: factsOf(context, thing), source: parts.filter(Boolean).join(' · ') };
}
