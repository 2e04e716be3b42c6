import { flatMapAt } from '../../../engine/foundation/flat-map.ts';
import type { CityFacts, Source } from '../../../engine/twin/twin.ts';

const OPEN = 'Licence Ouverte 2.0';
const OWN = 'Apache-2.0, this project';
const made = (what: string, from: string): Source => ({ what, from, licence: OWN, synthetic: true });
const seen = (what: string, from: string, licence = OPEN): Source => ({ what, from, licence, synthetic: false });

const sources: Source[] = [
  seen('names, populations, areas and outlines of the communes', 'INSEE, municipal population 2023; IGN and INSEE, contours of 2018, simplified'),
  seen('counts of lamps, cameras, buildings, vehicles, fibre, junctions with bus priority', 'key figures of the connected-city project OnDijon, Dijon métropole', 'facts'),
  seen('lengths and headways of the tram and main bus lines', 'Divia, feed of autumn 2025 (transport.data.gouv.fr)'),
  seen('vehicles a day on the ring road at Ahuy', 'infos-dijon.com', 'facts'),
  made('streets', 'main roads drawn by hand after the real ones, side streets by rules (docs/models/reference-city.md)'),
  made('junctions, lanes and signal plans', 'rules of the trade on the made streets'),
  made('courses, stops and timetables of all lines', 'routed between real places; unlisted headways are assumptions'),
  made('traffic', 'gravity model fitted to one count (docs/models/demand.md)'),
  made('lamps, cabinets, dimming of what is not published', 'spacing by street class (docs/models/reference-lighting.md)'),
  made('places of cameras, buildings, bollards, vehicles and fibre', 'placed where such equipment stands; the counts are real'),
  made('houses, water, woods and fields', 'scenery'),
];

/** Dijon métropole on a winter weekday. Origin: the middle of the city. */
export const cityFacts = (): CityFacts => ({
  name: 'Dijon métropole',
  synthetic: true,
  ...flatMapAt(47.322, 5.0415),
  date: '2026-01-15',
  utcOffsetMin: 60,
  stepS: 1,
  defaultFromS: 0,
  defaultUntilS: 86400,
  runUntilAllArrived: false,
  rescueAfterS: 300,
  lighting: { switchOnOffsetMin: 15, switchOffOffsetMin: -15, standbyPowerW: 0.5 },
  energy: {
    priceEurPerKwh: 0.2,
    priceSource: 'assumption: 200 EUR/MWh all in; public contracts paid under 100 in 2021 and 300 to 600 in 2022',
    carbonGPerKwh: 55,
    carbonSource: 'RTE, mean French mix 2021: 55 g/kWh',
  },
  sources,
});
