import type { Place } from '../transit/places.ts';

/** Patterns of streets; see quarterKinds. */
export type QuarterName = 'medieval' | 'faubourg' | 'estate' | 'houses' | 'works' | 'village';

export interface QuarterKind {
  /** Blocks are divided until they are about this big. */
  blockM2: number;
  /** How far streets turn away from the long side of a block and its middle. */
  disorder: number;
  /** Share of the last streets that end in a yard instead of going through. */
  deadEndShare: number;
  /** How much streets bend, rise of the arc over its chord. */
  bend: number;
  /** Share of narrow streets that are one-way. */
  oneWayShare: number;
}

export const quarterKinds: Readonly<Record<QuarterName, QuarterKind>> = {
  medieval: { blockM2: 6500, disorder: 0.3, deadEndShare: 0.08, bend: 0.06, oneWayShare: 0.6 },
  faubourg: { blockM2: 14500, disorder: 0.12, deadEndShare: 0.1, bend: 0.02, oneWayShare: 0.4 },
  estate: { blockM2: 27000, disorder: 0.1, deadEndShare: 0.3, bend: 0.05, oneWayShare: 0 },
  houses: { blockM2: 17500, disorder: 0.16, deadEndShare: 0.25, bend: 0.12, oneWayShare: 0.05 },
  works: { blockM2: 45000, disorder: 0.06, deadEndShare: 0.25, bend: 0.03, oneWayShare: 0 },
  village: { blockM2: 15000, disorder: 0.25, deadEndShare: 0.3, bend: 0.1, oneWayShare: 0 },
};

/** A built-up disc: where people live or work. What comes first decides where two overlap. */
export type Settlement = readonly [kind: QuarterName, at: Place | readonly [latitudeDeg: number, longitudeDeg: number], radiusM: number];

/** Placed by hand on a map of the agglomeration, to about 200 m. */
export const settlements: readonly Settlement[] = [
  ['medieval', [47.3215, 5.0410], 680],
  ['works', 'Toison d\'Or', 520], ['works', 'Parc Valmy', 430], ['works', 'Valmy', 330], ['works', 'Épirey Cap Nord', 700], ['works', [47.3560, 5.0700], 450],
  ['works', 'Parc Technologique', 620], ['works', 'Grand Marché', 520], ['works', 'Quetigny Europe', 650], ['works', 'Chevigny Zone', 800],
  ['works', [47.2910, 5.0520], 750], ['works', 'Longvic Carmélites', 420], ['works', 'Beauregard', 700], ['works', 'Chenôve Commerces', 720],
  ['works', 'Marsannay Acti-Sud', 720], ['works', [47.3600, 5.0330], 420], ['works', [47.2950, 5.0360], 520], ['works', 'Bourg Écoparc', 350],
  ['estate', 'Fontaine d\'Ouche', 620], ['estate', 'Grésilles', 560], ['estate', 'Université', 620], ['estate', 'CHU Hôpitaux', 480], ['estate', 'Chenôve Centre', 620],
  ['estate', 'Talant Dullin', 520], ['estate', 'Quetigny Centre', 620], ['estate', 'Champ Perdrix', 350], ['estate', 'Mirande', 380],
  ['faubourg', [47.3230, 5.0440], 1500], ['faubourg', [47.3285, 5.0520], 1150], ['faubourg', [47.3110, 5.0380], 1050], ['faubourg', [47.3260, 5.0280], 950],
  ['houses', [47.3190, 5.0560], 1300], ['houses', [47.3370, 5.0450], 1300], ['houses', 'Saint-Martin', 1000], ['houses', 'Stalingrad', 800], ['houses', 'Marmuzots', 1000],
  ['houses', 'Jouvence', 950], ['houses', 'Suzon', 750], ['houses', 'Fontaine-lès-Dijon', 1000], ['houses', 'Talant Montoillots', 850], ['houses', 'Talant Citadelle', 850],
  ['houses', 'Talant Dullin', 900], ['houses', 'Larrey', 750], ['houses', 'Motte Giron', 500], ['houses', 'Bourroches', 850], ['houses', 'Carraz', 650],
  ['houses', 'Montagne de Larrey', 350], ['houses', 'Tanneries', 750], ['houses', 'Colombière', 750], ['houses', 'Castel', 850], ['houses', 'Mirande', 650],
  ['houses', 'Mazen-Sully', 450], ['houses', 'Trimolet', 700], ['houses', 'Saint-Apollinaire', 950], ['houses', 'Val Sully', 700], ['houses', 'Pré Thomas', 400],
  ['houses', 'Quetigny Centre', 1150], ['houses', 'Chevigny', 1150], ['houses', [47.2960, 5.1400], 800], ['houses', 'Longvic', 1000], ['houses', [47.2830, 5.0560], 600],
  ['houses', 'Chenôve Centre', 1050], ['houses', 'Chenôve Bourg', 600], ['houses', 'Marsannay', 900], ['houses', 'Perrigny', 700], ['houses', [47.3090, 5.0090], 500],
  ['village', 'Ahuy', 650], ['village', 'Daix', 620], ['village', 'Hauteville', 560], ['village', 'Plombières', 700], ['village', 'Sennecey', 640],
  ['village', 'Neuilly', 600], ['village', 'Crimolois', 420], ['village', 'Ouges', 560], ['village', 'Fénay', 560], ['village', [47.2480, 5.0590], 350],
  ['village', 'Bretenière', 460], ['village', 'Magny', 480], ['village', 'Bressey', 520], ['village', 'Corcelles', 420], ['village', 'Flavignerot', 300],
];
