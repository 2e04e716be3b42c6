import type { CityFacts } from '../../../engine/twin/twin.ts';

/**
 * Where the places are that the lines are named after: latitude and longitude north and east in degrees, to about 300 m.
 * Placed by hand on a map of the agglomeration; a line is routed near them, not exactly through them.
 */
export const places = {
  // Centre and boulevards
  'Gare': [47.3233, 5.0275], 'Darcy': [47.3237, 5.0335], 'Godrans': [47.3245, 5.0400], 'République': [47.3272, 5.0445],
  'Monge': [47.3190, 5.0355], '1er Mai': [47.3160, 5.0325], 'Wilson': [47.3163, 5.0440], 'Théâtre': [47.3217, 5.0440],
  'Saint-Bernard': [47.3262, 5.0410], 'Clemenceau': [47.3280, 5.0530], 'Auditorium': [47.3287, 5.0520], 'Carnot': [47.3178, 5.0510],
  'Jaurès': [47.3100, 5.0330], 'Place du 30 Octobre': [47.3225, 5.0530], 'Trois Ponts': [47.3110, 5.0425], 'Marmuzots': [47.3335, 5.0285],
  'Devosge': [47.3265, 5.0360], 'Victor Hugo': [47.3250, 5.0230],
  // West
  'Fontaine d\'Ouche': [47.3185, 5.0000], 'Lac Kir': [47.3255, 5.0080], 'Champ Perdrix': [47.3150, 4.9960], 'Motte Giron': [47.3130, 5.0080],
  'Montagne de Larrey': [47.3060, 5.0120], 'Larrey': [47.3100, 5.0190], 'Talant Citadelle': [47.3370, 5.0080], 'Talant Dullin': [47.3425, 5.0080],
  'Talant Montoillots': [47.3410, 5.0120], 'Plombières': [47.3385, 4.9720], 'Plombières Route': [47.3320, 4.9900],
  // North
  'Fontaine-lès-Dijon': [47.3430, 5.0210], 'Jouvence': [47.3370, 5.0330], 'Toison d\'Or': [47.3540, 5.0515], 'Valmy': [47.3646, 5.0465],
  'Junot': [47.3430, 5.0530], 'Drapeau': [47.3370, 5.0480], 'Épirey Cap Nord': [47.3490, 5.0720], 'Saint-Martin': [47.3420, 5.0560],
  'Ahuy': [47.3660, 5.0220], 'Suzon': [47.3560, 5.0440], 'Daix': [47.3520, 4.9990], 'Hauteville': [47.3680, 4.9950],
  // East
  'Grésilles': [47.3335, 5.0640], 'Trimolet': [47.3305, 5.0600], 'CHU Hôpitaux': [47.3205, 5.0675], 'Université': [47.3125, 5.0700], 'Mirande': [47.3140, 5.0790],
  'Saint-Apollinaire': [47.3315, 5.0850], 'Val Sully': [47.3320, 5.0950], 'Pré Thomas': [47.3290, 5.1010], 'Mazen-Sully': [47.3130, 5.0830],
  'Grand Marché': [47.3150, 5.0960], 'Quetigny Centre': [47.3145, 5.1075], 'Quetigny Europe': [47.3105, 5.1130], 'Chevigny': [47.2990, 5.1330],
  'Chevigny Zone': [47.3020, 5.1220], 'Bressey': [47.3070, 5.1840], 'Magny': [47.2660, 5.1690], 'Parc Valmy': [47.3668, 5.0510], 'Parc Technologique': [47.3250, 5.1000],
  'Bourg Écoparc': [47.3460, 5.0960],
  // South
  'Colombière': [47.3020, 5.0470], 'Longvic': [47.2870, 5.0640], 'Longvic Carmélites': [47.2960, 5.0560], 'Beauregard': [47.2780, 5.0520], 'Sennecey': [47.2910, 5.1060],
  'Neuilly': [47.2830, 5.1030], 'Crimolois': [47.2745, 5.1195], 'Ouges': [47.2610, 5.0740], 'Fénay': [47.2330, 5.0610], 'Bretenière': [47.2390, 5.1130],
  'Bourroches': [47.3055, 5.0270], 'Carraz': [47.3030, 5.0150], 'Chenôve Centre': [47.2925, 5.0085], 'Chenôve Commerces': [47.2890, 5.0220], 'Chenôve Bourg': [47.2890, 5.0030],
  'Marsannay': [47.2715, 4.9880], 'Marsannay Acti-Sud': [47.2760, 5.0070], 'Perrigny': [47.2670, 5.0070], 'Corcelles': [47.2950, 4.9390], 'Flavignerot': [47.2810, 4.9140],
  'Sainte-Anne': [47.3080, 5.0400], 'Tanneries': [47.3060, 5.0390], 'Stalingrad': [47.3420, 5.0650], 'Castel': [47.3090, 5.0560],
  'Depot of buses': [47.3020, 5.0570], 'Depot of trams': [47.3030, 5.0330],
} as const satisfies Record<string, readonly [number, number]>;

export type Place = keyof typeof places;

/** Metres east and north of the city's origin. */
export function onMap(facts: Readonly<CityFacts>, place: Place): [number, number] {
  const [latitudeDeg, longitudeDeg] = places[place];
  return [
    (longitudeDeg - facts.originLongitudeDeg) * facts.metresPerDegreeEast,
    (latitudeDeg - facts.originLatitudeDeg) * facts.metresPerDegreeNorth,
  ];
}
