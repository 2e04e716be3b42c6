import { textIn } from '../../../scenarios/language/language.ts';
import type { Thing, ThingKind } from '../session/thing.ts';
import type { ThingWords } from '../session/words.ts';
import type { FactContext, ThingFacts, Fact } from './fact.ts';
import { cabinetFacts, lampFacts } from './lighting-facts.ts';
import { controllerFacts, crossingStreets, junctionFacts, streetFacts } from './street-facts.ts';
import { communeFacts, placedFacts } from './territory-facts.ts';
import { lineFacts, stopFacts, vehicleFacts, vehicleKindWord } from './transit-facts.ts';

/** Kind of thing: its word, and the words by which a source says, in English, that it gave such things. */
const kinds: Record<ThingKind, { word: keyof ThingWords; source: RegExp }> = {
  lamps: { word: 'kindLamp', source: /\blamps?\b/ }, departures: { word: 'kindVehicle', source: /\b(traffic|trips|demand)\b/ },
  controllers: { word: 'kindSignals', source: /\b(signals?|junctions)\b/ }, junctions: { word: 'kindJunction', source: /\b(junctions|streets)\b/ },
  streets: { word: 'kindStreet', source: /\bstreets\b/ }, lines: { word: 'kindLine', source: /\b(lines|timetables?)\b/ }, stops: { word: 'kindStop', source: /\bstops\b/ },
  cabinets: { word: 'kindCabinet', source: /\bcabinets\b/ }, cameras: { word: 'kindCamera', source: /\bcameras\b/ }, buildings: { word: 'kindBuilding', source: /\bbuildings\b/ },
  bollardSites: { word: 'kindBollardSite', source: /\bbollards?\b/ }, pedestrianZones: { word: 'kindPedestrianZone', source: /\b(pedestrian|bollards?)\b/ },
  serviceVehicles: { word: 'kindServiceVehicle', source: /\bvehicles\b(?! a day)/ }, controlPosts: { word: 'kindControlPost', source: /\b(control post|cameras)\b/ },
  areas: { word: 'kindArea', source: /\b(water|woods|parks)\b/ }, communes: { word: 'kindCommune', source: /\bcommunes\b/ }, fibres: { word: 'kindFibre', source: /\bfibre\b/ },
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
  const streets = kind === 'junctions' ? crossingStreets(twin, (junction) => junction === row)
    : kind === 'controllers' ? crossingStreets(twin, (junction) => twin.junctions.controller[junction] === row) : '';
  return streets || twin[kind].name[row] || words.unnamed;
}

export const kindOf = (context: FactContext, { kind, row }: Thing): string =>
  kind === 'departures' ? vehicleKindWord(context, row) : (context.words[kinds[kind].word] as string);

/** Everything known of a thing; undefined when the twin has no such row. */
export function thingFacts(context: FactContext, thing: Thing): ThingFacts | undefined {
  const { twin, words, city, language } = context;
  if (thing.row >= twin[thing.kind].count) return undefined;
  const given = twin.facts.sources.filter(({ what }) => kinds[thing.kind].source.test(what.en));
  const parts = given.map(({ from }) => textIn(from, language));
  if (given.some(({ synthetic }) => synthetic) || (given.length === 0 && twin.facts.synthetic)) parts.push(words.syntheticThing);
  if (thing.kind === 'departures') parts.unshift(`${words.simulated} ${city.run(context.shown)?.name ?? ''}`.trim());
  return { kind: kindOf(context, thing), title: titleOf(context, thing), facts: factsOf(context, thing), source: parts.join(' · ') };
}
