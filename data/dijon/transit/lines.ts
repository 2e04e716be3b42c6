import type { Place } from './places.ts';

/** How a line runs through the day; see timetable.ts. */
export type Service = 'tram' | 'main' | 'suburban' | 'local' | 'school' | 'night' | 'early';

export interface LineFacts {
  name: string;
  service: Service;
  colour: number;
  /** Published one-way length, km; 0 where none is published and the way between the places decides. */
  lengthKm: number;
  /** Weekday daytime headway in minutes, and at the busiest time where that is published or assumed. */
  headwayMin: number;
  peakHeadwayMin: number;
  assumed: boolean;
  articulated: boolean;
  via: readonly Place[];
}

const TRAM = 0xab0672, MAIN = 0xea619f, ROUND = 0xe63312, SUBURBAN = 0x005ca9, LOCAL = 0xf08050, SCHOOL = 0x3893ad, NIGHT = 0x2d2e83;

type Way = readonly Place[];
const published = (service: Service, colour: number, name: string, lengthKm: number, headwayMin: number, peakHeadwayMin: number, articulated: boolean, via: Way): LineFacts =>
  ({ name, service, colour, lengthKm, headwayMin, peakHeadwayMin, assumed: false, articulated, via });
const assumed = (service: Service, colour: number, headwayMin: number, peakHeadwayMin: number) => (name: string, ...via: Way): LineFacts =>
  ({ name, service, colour, lengthKm: 0, headwayMin, peakHeadwayMin, assumed: true, articulated: false, via });
const suburban = assumed('suburban', SUBURBAN, 30, 30);
const local = assumed('local', LOCAL, 70, 70);
const school = assumed('school', SCHOOL, 0, 0);

/**
 * The 57 routes of the network. Lengths and daytime headways of the first eleven are published (facts/transit.ts); where a
 * range is published its middle stands here. Peak headways of the buses are assumed to be
 * those of the daytime: about 120 buses at the peak, two thirds of the fleet, allow no more.
 * The course of every line and all figures of the other 46 are assumptions.
 */
export const lineFacts: readonly LineFacts[] = [
  published('tram', TRAM, 'T1', 8.5, 7, 5, false, ['Gare', 'Darcy', 'Godrans', 'République', 'Auditorium', 'CHU Hôpitaux', 'Université', 'Mazen-Sully', 'Grand Marché', 'Quetigny Centre', 'Quetigny Europe']),
  published('tram', TRAM, 'T2', 11.5, 7.5, 6.5, false, ['Parc Valmy', 'Valmy', 'Toison d\'Or', 'Junot', 'République', 'Godrans', 'Darcy', '1er Mai', 'Jaurès', 'Bourroches', 'Chenôve Centre', 'Chenôve Bourg']),
  published('main', MAIN, 'L3', 10.9, 9, 9, true, ['Champ Perdrix', 'Fontaine d\'Ouche', 'Lac Kir', 'Gare', 'Darcy', 'République', 'Clemenceau', 'Grésilles', 'Stalingrad', 'Épirey Cap Nord', 'Bourg Écoparc', 'Val Sully']),
  published('main', MAIN, 'L4', 8.6, 15, 15, true, ['Marsannay', 'Chenôve Bourg', 'Chenôve Centre', 'Bourroches', '1er Mai', 'Monge', 'Darcy', 'République']),
  published('main', MAIN, 'L5', 10.2, 8, 8, true, ['Fontaine-lès-Dijon', 'Talant Montoillots', 'Talant Dullin', 'Talant Citadelle', 'Victor Hugo', 'Darcy', 'Théâtre', 'Carnot', 'CHU Hôpitaux', 'Université', 'Mirande', 'Mazen-Sully', 'Grand Marché']),
  published('main', MAIN, 'L6', 12.4, 10.5, 10.5, true, ['Ouges', 'Longvic', 'Longvic Carmélites', 'Colombière', 'Wilson', 'Théâtre', 'République', 'Drapeau', 'Junot', 'Toison d\'Or', 'Suzon']),
  published('main', MAIN, 'L7', 7.3, 16, 16, false, ['Trimolet', 'Saint-Apollinaire', 'Val Sully', 'Pré Thomas', 'Parc Technologique', 'Grand Marché', 'Quetigny Centre', 'Quetigny Europe', 'Chevigny Zone', 'Chevigny']),
  published('main', MAIN, 'L8', 9.9, 11, 11, false, ['Chenôve Centre', 'Carraz', 'Larrey', '1er Mai', 'Wilson', 'Carnot', 'Place du 30 Octobre', 'Trimolet', 'Saint-Apollinaire', 'Val Sully', 'Pré Thomas']),
  published('main', MAIN, 'L9', 8.9, 17.5, 17.5, false, ['Suzon', 'Toison d\'Or', 'Saint-Martin', 'Stalingrad', 'Grésilles', 'Place du 30 Octobre', 'Wilson', 'Monge', '1er Mai', 'Larrey']),
  published('main', MAIN, 'Corol', 15.9, 15, 15, true, ['Champ Perdrix', 'Fontaine d\'Ouche', 'Larrey', 'Bourroches', 'Tanneries', 'Castel', 'Université', 'CHU Hôpitaux', 'Trimolet', 'Drapeau', 'Jouvence', 'Marmuzots', 'Victor Hugo', 'Talant Citadelle', 'Talant Dullin']),
  published('local', ROUND, 'City', 4.2, 11, 11, false, ['République', 'Théâtre', 'Wilson', 'Monge', 'Darcy', 'Saint-Bernard']),

  suburban('10', 'Talant Citadelle', 'Talant Montoillots', 'Fontaine-lès-Dijon', 'Suzon', 'Ahuy'),
  suburban('12', 'Plombières', 'Plombières Route', 'Lac Kir', 'Gare', 'Monge', 'Wilson', 'Colombière'),
  suburban('13', 'Motte Giron', 'Larrey', 'Gare', 'Victor Hugo', 'Marmuzots', 'Fontaine-lès-Dijon'),
  suburban('14', 'Marsannay', 'Marsannay Acti-Sud', 'Chenôve Commerces', 'Bourroches'),
  suburban('15', 'Perrigny', 'Marsannay Acti-Sud', 'Chenôve Commerces', 'Carraz'),
  suburban('16', 'Quetigny Centre', 'Chevigny Zone', 'Sennecey', 'Neuilly', 'Crimolois'),
  suburban('18', 'Longvic Carmélites', 'Longvic', 'Colombière', 'Tanneries', '1er Mai', 'Darcy'),
  suburban('19', 'Pré Thomas', 'Val Sully', 'Saint-Apollinaire', 'Grésilles'),

  local('30', 'Hauteville', 'Daix', 'Talant Montoillots', 'Victor Hugo', 'Darcy'),
  local('31', 'Longvic', 'Ouges', 'Bretenière'),
  local('32', 'Longvic', 'Ouges', 'Fénay'),
  local('33', 'Flavignerot', 'Corcelles', 'Motte Giron', 'Larrey', 'Monge'),
  local('34', 'Sainte-Anne', 'Tanneries', '1er Mai', 'Monge'),
  local('35', 'Montagne de Larrey', 'Larrey', '1er Mai', 'Monge'),
  local('36', 'Bressey', 'Quetigny Europe', 'Quetigny Centre', 'Grand Marché'),
  local('37', 'Magny', 'Chevigny', 'Quetigny Centre', 'Grand Marché'),
  local('38', 'Gare', 'Darcy', 'Marmuzots', 'Jouvence'),
  local('39', 'Fontaine d\'Ouche', 'Champ Perdrix', 'Lac Kir'),
  local('40', 'Toison d\'Or', 'Saint-Martin', 'Drapeau', 'République'),
  local('41', 'Chevigny', 'Chevigny Zone', 'Quetigny Europe', 'Grand Marché'),
  local('42', 'Bourroches', 'Chenôve Centre', 'Chenôve Commerces'),
  local('43', 'Grésilles', 'Saint-Apollinaire', 'Bourg Écoparc'),
  local('44', 'Longvic', 'Beauregard'),
  local('45', 'Carraz', 'Chenôve Centre', 'Chenôve Commerces', 'Beauregard'),

  school('61', 'Fénay', 'Ouges', 'Longvic'),
  school('62', 'Fénay', 'Longvic', 'Colombière', 'Wilson'),
  school('63', 'Bretenière', 'Ouges', 'Longvic'),
  school('64', 'Bressey', 'Quetigny Europe', 'Chevigny'),
  school('65', 'Hauteville', 'Daix', 'Talant Montoillots'),
  school('66', 'Neuilly', 'Longvic'),
  school('67', 'Crimolois', 'Sennecey', 'Université', 'Place du 30 Octobre'),
  school('68', 'Bretenière', 'Longvic', 'Colombière', 'Wilson'),
  school('69', 'Crimolois', 'Sennecey', 'Chevigny'),
  school('70', 'Plombières', 'Plombières Route', 'Lac Kir'),
  school('71', 'Stalingrad', 'Grésilles', 'Trimolet'),
  school('72', 'Magny', 'Chevigny'),
  school('73', 'Quetigny Centre', 'Chevigny'),
  school('74', 'Pré Thomas', 'Saint-Apollinaire', 'Place du 30 Octobre', 'Castel'),
  school('75', 'Flavignerot', 'Corcelles', 'Chenôve Centre'),

  school('89', 'Grésilles', 'Auditorium', 'République'),
  assumed('early', NIGHT, 20, 20)('93', 'Chenôve Centre', 'Bourroches', '1er Mai', 'Gare'),
  school('98', 'Longvic Carmélites', 'Colombière', 'Trois Ponts'),
  school('99', 'Victor Hugo', 'Gare', 'Devosge'),
  assumed('night', NIGHT, 45, 45)('FN', 'Grand Marché', 'Quetigny Centre', 'Chevigny Zone', 'Chevigny'),
  local('NAV', 'Carraz', 'Larrey', 'Bourroches'),
  assumed('night', NIGHT, 30, 30)('PL', 'République', 'Théâtre', 'Carnot', 'CHU Hôpitaux', 'Université'),
];
