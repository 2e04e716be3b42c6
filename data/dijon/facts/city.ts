import { flatMapAt } from '../../../engine/foundation/flat-map.ts';
import type { Text, Wording } from '../../../engine/foundation/text.ts';
import type { CityFacts, Source } from '../../../engine/twin/twin.ts';
import { frenchElectricity } from '../../build/french-electricity.ts';
import { demandFigures } from './demand.ts';

const OPEN = 'Licence Ouverte 2.0';
const FACTS: Wording = { fr: 'faits, sans droit d’auteur', en: 'facts, not under copyright' };
const OWN: Wording = { fr: 'Apache-2.0, ce projet', en: 'Apache-2.0, this project' };
const seen = (what: Text, from: Wording, licence: Wording = OPEN): Source => ({ what, from, licence, synthetic: false });
const made = (what: Text, from: Wording): Source => ({ what, from, licence: OWN, synthetic: true });

const sources: Source[] = [
  seen(
    { fr: 'noms, populations, superficies et contours des communes', en: 'names, populations, areas and outlines of the communes' },
    { fr: 'INSEE, population municipale 2023 ; IGN et INSEE, contours de 2018, simplifiés', en: 'INSEE, municipal population 2023; IGN and INSEE, outlines of 2018, simplified' },
  ),
  seen(
    {
      fr: 'nombres de points lumineux, caméras, bâtiments, véhicules et carrefours avec priorité aux bus, longueur de fibre optique',
      en: 'counts of lamps, cameras, buildings, vehicles and junctions with bus priority, length of optical fibre',
    },
    { fr: 'chiffres clés du projet de ville connectée OnDijon, Dijon métropole', en: 'key figures of the connected-city project OnDijon, Dijon métropole' },
    FACTS,
  ),
  seen(
    { fr: 'longueurs et intervalles du tram et des principales lignes de bus', en: 'lengths and headways of the tram and main bus lines' },
    { fr: 'Divia, horaires de l’automne 2025 (transport.data.gouv.fr)', en: 'Divia, timetables of autumn 2025 (transport.data.gouv.fr)' },
  ),
  seen({ fr: 'montées par jour dans les bus et trams, dont la moitié en tram', en: 'rides a day by bus and tram, half of them by tram' }, { fr: 'Divia, chiffres clés 2022', en: 'Divia, key figures of 2022' }, FACTS),
  seen({ fr: 'véhicules par jour sur la rocade à Ahuy', en: 'vehicles a day on the ring road at Ahuy' }, 'infos-dijon.com', FACTS),
  made(
    { fr: 'rues', en: 'streets' },
    {
      fr: 'grands axes dessinés à la main d’après les vrais, autres rues tracées par des règles (docs/models/reference-city.md)',
      en: 'main roads drawn by hand after the real ones, side streets by rules (docs/models/reference-city.md)',
    },
  ),
  made(
    { fr: 'carrefours, voies et plans de feux', en: 'junctions, lanes and signal plans' },
    { fr: 'règles de l’art, appliquées aux rues synthétiques', en: 'rules of the trade, applied to the synthetic streets' },
  ),
  made(
    { fr: 'traversées piétonnes et piétons', en: 'pedestrian crossings and people on foot' },
    {
      fr: 'placées par des règles près des habitations ; nombre de marches et heures estimés (docs/models/pedestrians.md)',
      en: 'placed by rules near doors; number of walks and their hours estimated (docs/models/pedestrians.md)',
    },
  ),
  made(
    { fr: 'tracés, arrêts et horaires de toutes les lignes', en: 'courses, stops and timetables of all lines' },
    { fr: 'calculés entre des lieux réels ; les intervalles non publiés sont des hypothèses', en: 'routed between real places; unpublished headways are assumptions' },
  ),
  made(
    { fr: 'voyageurs des bus et trams, ligne par ligne et heure par heure', en: 'passengers of buses and trams, line by line and hour by hour' },
    { fr: 'montées du jour réparties par règles sur lignes, arrêts et heures (docs/models/passengers.md)', en: 'rides of the day spread by rules over lines, stops and hours (docs/models/passengers.md)' },
  ),
  made(
    { fr: 'trafic', en: 'traffic' },
    { fr: 'modèle gravitaire ajusté à un seul comptage (docs/models/demand.md)', en: 'gravity model fitted to a single count (docs/models/demand.md)' },
  ),
  made(
    { fr: 'points lumineux, armoires, abaissements non publiés', en: 'lamps, cabinets, dimming that is not published' },
    { fr: 'espacement selon la classe de rue (docs/models/reference-lighting.md)', en: 'spacing by street class (docs/models/reference-lighting.md)' },
  ),
  made(
    { fr: 'emplacements des caméras, bâtiments, bornes, véhicules et fibres optiques', en: 'places of cameras, buildings, bollards, vehicles and fibre' },
    { fr: 'là où de tels équipements se trouvent d’habitude ; les nombres sont réels', en: 'placed where such equipment stands; the counts are real' },
  ),
  made({ fr: 'maisons, eau, bois et champs', en: 'houses, water, woods and fields' }, { fr: 'décor', en: 'scenery' }),
];

/** As `npx jumeau assign` prints for iteration 0, the routes of the demand's own assignment (docs/models/equilibrium.md, seed 1). */
const routeGaps = [{ fromS: 6.5 * 3600, untilS: 9 * 3600, relativeGap: 0.09 }, { fromS: 16 * 3600, untilS: 18.5 * 3600, relativeGap: 0.342 }];

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
  rerouteShare: demandFigures.guidedShare.value,
  routeGaps,
  lighting: { switchOnOffsetMin: 15, switchOffOffsetMin: -15, standbyPowerW: 0.5 },
  energy: frenchElectricity,
  sources,
});
