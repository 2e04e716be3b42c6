import type { Place } from '../transit/places.ts';
import { avenue, collector, expressway, lesserRoad, pedestrianStreet, road, type RoadKind } from './road-kinds.ts';

/** A corner of a drawn road: a place that lines are named after too, or latitude and longitude in degrees. */
export type Corner = Place | readonly [latitudeDeg: number, longitudeDeg: number];

/** A main road as drawn: a smooth line through its corners. Roads that pass the same place meet there. */
export interface DrawnRoad { kind: RoadKind; corners: readonly Corner[] }

const draw = (kind: RoadKind, ...corners: Corner[]): DrawnRoad => ({ kind, corners });

/** A lane of its own each way for buses. */
const BUS = { busLane: true } as const;

/**
 * Main roads of the agglomeration, drawn by hand to about 200 m: which places they join is as in reality, their exact
 * course is not. What comes first keeps its course where two lie close.
 */
export const drawnRoads: readonly DrawnRoad[] = [
  // The boulevards around the old town, on the line of its ramparts.
  draw(avenue('Boulevard de Brosses', BUS), 'Darcy', [47.3253, 5.0368], 'Saint-Bernard'),
  draw(avenue('Boulevard de la Trémouille', BUS), 'Saint-Bernard', 'République'),
  draw(avenue('Boulevard Thiers'), 'République', [47.3257, 5.0486], [47.3225, 5.0508]),
  draw(avenue('Boulevard Carnot'), [47.3225, 5.0508], 'Carnot', 'Wilson'),
  draw(avenue('Rue de Tivoli'), 'Wilson', [47.3155, 5.0385], '1er Mai'),
  draw(avenue('Rue de l\'Arquebuse', BUS), '1er Mai', [47.3192, 5.0308], [47.3222, 5.0312], 'Darcy'),
  draw(avenue('Avenue du Maréchal-Foch', BUS), 'Gare', 'Darcy'),
  // Streets through the old town.
  draw(collector('Rue de la Liberté'), 'Darcy', [47.3222, 5.0385]),
  draw(pedestrianStreet('Rue de la Liberté'), [47.3222, 5.0385], [47.3217, 5.0416]),
  draw(collector('Rue Vaillant'), [47.3217, 5.0416], 'Théâtre', [47.3225, 5.0508]),
  draw(collector('Rue Monge'), '1er Mai', 'Monge', [47.3222, 5.0385]),
  draw(collector('Rue de la Préfecture'), 'République', [47.3245, 5.0436], 'Théâtre'),
  draw(collector('Rue Berbisey'), [47.3155, 5.0385], [47.3190, 5.0393], [47.3217, 5.0416]),
  draw(collector('Rue Chabot-Charny'), 'Wilson', [47.3190, 5.0440], 'Théâtre'),
  draw(collector('Rue des Godrans'), 'Saint-Bernard', 'Godrans', [47.3217, 5.0416]),
  // The outer boulevards.
  draw(avenue('Boulevard Voltaire'), 'Trois Ponts', [47.3108, 5.0500], 'Castel'),
  draw(avenue('Boulevard Mansart'), 'Castel', [47.3122, 5.0632], 'Université'),
  draw(avenue('Boulevard de l\'Université', BUS), 'Université', [47.3165, 5.0686], 'CHU Hôpitaux'),
  draw(avenue('Boulevard Jeanne-d\'Arc', BUS), 'CHU Hôpitaux', [47.3262, 5.0648], 'Trimolet'),
  draw(avenue('Boulevard de Strasbourg', BUS), 'Trimolet', [47.3348, 5.0555], 'Drapeau'),
  draw(avenue('Boulevard de la Marne'), 'Drapeau', [47.3385, 5.0410], 'Jouvence'),
  draw(avenue('Boulevard François-Pompon'), 'Jouvence', 'Marmuzots'),
  draw(road('Boulevard des Gorgets'), 'Marmuzots', [47.3295, 5.0240], 'Victor Hugo'),
  draw(avenue('Boulevard de l\'Ouest'), 'Victor Hugo', [47.3210, 5.0195], [47.3158, 5.0175], 'Larrey'),
  draw(avenue('Boulevard des Bourroches'), 'Larrey', [47.3070, 5.0228], 'Bourroches'),
  draw(avenue('Boulevard Eugène-Fyot'), 'Bourroches', 'Tanneries', 'Trois Ponts'),
  // Avenues out of the old town, and the roads they become.
  draw(avenue('Avenue Victor-Hugo', BUS), 'Darcy', [47.3248, 5.0285], 'Victor Hugo'),
  draw(avenue('Avenue de Talant'), 'Victor Hugo', [47.3305, 5.0160], 'Talant Citadelle', 'Talant Dullin', [47.3480, 5.0035], [47.3500, 5.0020]),
  draw(road('Route de Troyes'), [47.3500, 5.0020], 'Daix', [47.3610, 4.9790], [47.3830, 4.9480], [47.4120, 4.9300]),
  draw(avenue('Avenue Albert-Ier', BUS), 'Gare', [47.3240, 5.0180], 'Lac Kir'),
  draw(road('Route de Plombières'), 'Lac Kir', 'Plombières Route', 'Plombières', [47.3420, 4.9480], [47.3400, 4.9150], [47.3310, 4.8700]),
  draw(avenue('Avenue du Drapeau', BUS), 'République', [47.3320, 5.0480], 'Drapeau'),
  draw(avenue('Avenue de Langres', BUS), 'Drapeau', 'Junot', [47.3485, 5.0522], 'Toison d\'Or'),
  draw(avenue('Avenue de l\'Europe', BUS), 'Toison d\'Or', [47.3572, 5.0508], [47.3602, 5.0502], [47.3632, 5.0495]),
  draw(road('Rue de Valmy', BUS), [47.3632, 5.0495], 'Valmy'),
  draw(lesserRoad('Avenue du Parc Valmy'), 'Valmy', [47.3675, 5.0480], 'Parc Valmy', [47.3690, 5.0540]),
  draw(road('Route de Langres'), [47.3632, 5.0495], [47.3690, 5.0540], [47.3790, 5.0610], [47.4120, 5.0780]),
  draw(road('Rue d\'Ahuy'), 'Jouvence', [47.3430, 5.0345], [47.3520, 5.0345], [47.3600, 5.0310], 'Ahuy', [47.3850, 5.0150], [47.4120, 5.0120]),
  draw(avenue('Boulevard Clemenceau', BUS), 'République', 'Auditorium'),
  draw(road('Avenue Aristide-Briand', BUS), 'Auditorium', 'Clemenceau', [47.3318, 5.0582], 'Grésilles', 'Stalingrad', 'Épirey Cap Nord'),
  draw(lesserRoad('Route de Ruffey'), 'Épirey Cap Nord', [47.3590, 5.0855], [47.3750, 5.0960], [47.4120, 5.1130]),
  draw(avenue('Rue de Mulhouse', BUS), 'Auditorium', [47.3262, 5.0560], [47.3232, 5.0620], 'CHU Hôpitaux'),
  draw(road('Rue de Gray'), [47.3257, 5.0486], 'Place du 30 Octobre', [47.3262, 5.0560], 'Trimolet', [47.3325, 5.0720], 'Saint-Apollinaire'),
  draw(avenue('Avenue de Gray'), 'Saint-Apollinaire', 'Val Sully'),
  draw(avenue('Route de Gray'), 'Val Sully', [47.3335, 5.1100], [47.3370, 5.1450], [47.3400, 5.1800], [47.3425, 5.2350]),
  draw(avenue('Avenue du 21e-RI', BUS), 'Université', 'Mirande', 'Mazen-Sully', [47.3136, 5.0890], 'Grand Marché', [47.3140, 5.1015], 'Quetigny Centre'),
  draw(road('Route de Bressey'), 'Quetigny Centre', [47.3125, 5.1250], [47.3100, 5.1550], 'Bressey', [47.3060, 5.2350]),
  draw(avenue('Rue d\'Auxonne'), 'Wilson', 'Trois Ponts', [47.3075, 5.0480], [47.3060, 5.0580], [47.3035, 5.0700], [47.3012, 5.0868], [47.3005, 5.1050]),
  draw(road('Route de Genlis'), [47.3005, 5.1050], 'Chevigny Zone', 'Chevigny', [47.2880, 5.1500], 'Magny', [47.2480, 5.1980], [47.2300, 5.2350]),
  draw(road('Cours du Parc', BUS), 'Trois Ponts', 'Colombière'),
  draw(road('Route de Longvic'), 'Colombière', 'Longvic Carmélites', 'Longvic', [47.2780, 5.0685], 'Ouges', [47.2520, 5.0930], 'Bretenière', [47.2180, 5.1250], [47.1950, 5.1400]),
  draw(road('Rue Chevreul'), 'Wilson', [47.3130, 5.0470], 'Castel'),
  draw(avenue('Avenue Jean-Jaurès', BUS), '1er Mai', 'Jaurès', [47.3078, 5.0290], 'Bourroches'),
  draw(avenue('Avenue Roland-Carraz', BUS), 'Bourroches', [47.2965, 5.0245]),
  draw(avenue('Route de Beaune'), [47.2965, 5.0245], 'Chenôve Commerces', [47.2820, 5.0155]),
  draw(road('Route de Beaune'), [47.2820, 5.0155], 'Marsannay Acti-Sud', [47.2700, 4.9990], [47.2480, 4.9840], [47.1950, 4.9600]),
  draw(road('Rue de Chenôve', BUS), [47.2965, 5.0245], [47.2935, 5.0160], 'Chenôve Centre'),
  draw(road('Rue du Vieux-Bourg', BUS), 'Chenôve Centre', 'Chenôve Bourg'),
  draw(lesserRoad('Route des Grands Crus'), 'Chenôve Bourg', [47.2800, 4.9960], 'Marsannay', [47.2560, 4.9760], [47.1950, 4.9500]),
  draw(road('Route de Seurre'), 'Jaurès', [47.3070, 5.0375], 'Tanneries', [47.2960, 5.0430], [47.2870, 5.0480], 'Beauregard'),
  draw(avenue('Route de Seurre'), 'Beauregard', [47.2600, 5.0560], [47.2480, 5.0590], 'Fénay'),
  draw(road('Route de Seurre'), 'Fénay', [47.1950, 5.0750]),
  draw(lesserRoad('Rue de l\'Hôpital'), '1er Mai', [47.3130, 5.0290], 'Larrey'),
  draw(lesserRoad('Avenue Eiffel', BUS), 'Larrey', [47.3148, 5.0090], 'Fontaine d\'Ouche', 'Champ Perdrix', [47.3205, 4.9870], 'Plombières Route'),
  draw(lesserRoad('Quai de l\'Ouche'), 'Lac Kir', [47.3225, 5.0035], 'Fontaine d\'Ouche'),
  draw(lesserRoad('Route de Corcelles'), 'Larrey', 'Motte Giron', [47.3085, 4.9920], [47.3010, 4.9680], 'Corcelles', 'Flavignerot', [47.2650, 4.8900], [47.2600, 4.8700]),
  draw(avenue('Rue de Carraz'), 'Larrey', [47.3060, 5.0168], 'Carraz', [47.2985, 5.0100], 'Chenôve Centre'),
  // Roads between suburbs and villages.
  draw(lesserRoad('Route de Fontaine'), 'Marmuzots', [47.3385, 5.0240], 'Fontaine-lès-Dijon', [47.3500, 5.0180], [47.3600, 5.0060], 'Hauteville', [47.3830, 4.9900], [47.4120, 4.9800]),
  draw(lesserRoad('Rue de la Suzon'), 'Fontaine-lès-Dijon', [47.3520, 5.0345], 'Suzon', 'Toison d\'Or'),
  draw(lesserRoad('Rue des Montoillots'), 'Talant Dullin', 'Talant Montoillots', 'Fontaine-lès-Dijon'),
  draw(lesserRoad('Rue de Dijon'), 'Daix', 'Hauteville'),
  draw(lesserRoad('Rue de Bellefond'), 'Toison d\'Or', [47.3495, 5.0640], 'Épirey Cap Nord'),
  draw(lesserRoad('Rue de Cracovie'), 'Épirey Cap Nord', [47.3475, 5.0800], 'Bourg Écoparc', 'Val Sully'),
  draw(lesserRoad('Rue de Saint-Apollinaire'), 'Stalingrad', [47.3380, 5.0760], 'Saint-Apollinaire'),
  draw(lesserRoad('Avenue de Dallas'), 'Saint-Apollinaire', [47.3250, 5.0820], 'Mazen-Sully', [47.3012, 5.0790]),
  draw(lesserRoad('Route de Pré Thomas'), 'Val Sully', 'Pré Thomas', 'Parc Technologique', [47.3195, 5.0985], 'Grand Marché', [47.3080, 5.0985], [47.3005, 5.1050]),
  draw(road('Boulevard de l\'Europe', BUS), 'Quetigny Centre', 'Quetigny Europe'),
  draw(lesserRoad('Boulevard de l\'Europe'), 'Quetigny Europe', [47.3065, 5.1180], 'Chevigny Zone'),
  draw(lesserRoad('Avenue du Château'), [47.3140, 5.1015], [47.3220, 5.1080], [47.3335, 5.1100]),
  draw(lesserRoad('Route de Sennecey'), [47.3005, 5.1050], 'Sennecey', 'Neuilly', 'Crimolois'),
  draw(lesserRoad('Route de Crimolois'), 'Chevigny Zone', [47.2950, 5.1210], 'Crimolois', [47.2600, 5.1180], 'Bretenière'),
  draw(lesserRoad('Route de Neuilly'), 'Longvic', [47.2860, 5.0820], 'Neuilly', [47.2700, 5.0900], 'Ouges'),
  draw(lesserRoad('Route de Magny'), 'Bressey', [47.2870, 5.1800], 'Magny'),
  draw(lesserRoad('Rue de Longvic'), 'Chenôve Commerces', [47.2885, 5.0350], [47.2870, 5.0480], 'Longvic Carmélites'),
  draw(lesserRoad('Rue de Dijon'), 'Colombière', [47.2995, 5.0600], [47.3035, 5.0700]),
  draw(lesserRoad('Rue de Perrigny'), 'Marsannay Acti-Sud', 'Perrigny', [47.2560, 5.0130], [47.2480, 5.0300], [47.2480, 5.0590], [47.2520, 5.0930]),
  draw(lesserRoad('Rue de Marsannay'), 'Marsannay', [47.2725, 4.9950], [47.2700, 4.9990]),
  draw(lesserRoad('Rue de Chenôve Bourg'), 'Chenôve Bourg', 'Chenôve Commerces'),
  draw(lesserRoad('Route de Fénay'), 'Fénay', [47.2370, 5.0850], 'Bretenière'),
  draw(lesserRoad('Route de Velars'), 'Corcelles', [47.3150, 4.9430], 'Plombières'),
  draw(lesserRoad('Rue des Valendons'), [47.3430, 5.0345], [47.3420, 5.0440], 'Junot', 'Saint-Martin', 'Stalingrad'),
  draw(lesserRoad('Rue de Jouvence'), 'Saint-Bernard', [47.3277, 5.0400], [47.3310, 5.0385], 'Jouvence'),
  draw(lesserRoad('Rue Devosge'), 'Darcy', 'Devosge', [47.3277, 5.0400]),
  draw(avenue('Boulevard de Longvic'), [47.2995, 5.0600], [47.2940, 5.0720], [47.2905, 5.0823], [47.2890, 5.0900]),
  draw(avenue('Route de Dole'), [47.2790, 5.1290], [47.2745, 5.1395], [47.2560, 5.1660], [47.2300, 5.2000], [47.1950, 5.2300]),
  draw(lesserRoad('Rue des Grandes Terres'), 'Crimolois', [47.2790, 5.1290]),
  draw(collector('Rue des Perrières'), 'Devosge', [47.3295, 5.0330], 'Marmuzots'),
  draw(collector('Rue de la Corvée'), [47.3305, 5.0160], [47.3375, 5.0175], 'Fontaine-lès-Dijon'),
  draw(collector('Rue Général-Fauconnet'), 'Drapeau', 'Stalingrad'),
  draw(collector('Rue de Mirande'), 'Carnot', [47.3172, 5.0600], [47.3165, 5.0686]),
  draw(collector('Rue de Metz'), 'Clemenceau', 'Place du 30 Octobre', 'Carnot'),
  draw(collector('Rue du Faubourg-Raines'), '1er Mai', [47.3180, 5.0225], [47.3210, 5.0195]),
];

/** Tram tracks, on ground of their own beside the avenues; streets cross them on the level. Stops stand about where the places are. */
export const drawnTramways: readonly (readonly (readonly [latitudeDeg: number, longitudeDeg: number])[])[] = [
  // T1: Gare, Darcy, Godrans, Auditorium, hospital, university, Mazen-Sully, Grand Marché, Quetigny.
  [
    [47.3226, 5.0268], [47.3227, 5.0318], [47.3231, 5.0347], [47.3239, 5.0373], [47.3247, 5.0400], [47.3258, 5.0430], [47.3266, 5.0478], [47.3274, 5.0522],
    [47.3259, 5.0592], [47.3232, 5.0650], [47.3205, 5.0692], [47.3155, 5.0706], [47.3116, 5.0722], [47.3130, 5.0785], [47.3118, 5.0832], [47.3106, 5.0884],
    [47.3126, 5.0955], [47.3130, 5.1015], [47.3131, 5.1070], [47.3098, 5.1118],
  ],
  // T2 north: Parc Valmy, Valmy, Toison d'Or, Junot, to the line above near République.
  [
    [47.3682, 5.0498], [47.3662, 5.0462], [47.3640, 5.0447], [47.3602, 5.0453], [47.3565, 5.0482], [47.3535, 5.0500], [47.3485, 5.0508], [47.3435, 5.0512], [47.3385, 5.0464],
    [47.3330, 5.0462], [47.3300, 5.0447], [47.3278, 5.0437], [47.3262, 5.0423], [47.3251, 5.0409],
  ],
  // T2 south: Darcy, 1er Mai, Jaurès, Bourroches, Chenôve.
  [
    [47.3231, 5.0347], [47.3213, 5.0331], [47.3186, 5.0296], [47.3155, 5.0303], [47.3128, 5.0309], [47.3093, 5.0302], [47.3064, 5.0258], [47.3030, 5.0240], [47.2992, 5.0205], [47.2957, 5.0145],
    [47.2921, 5.0104], [47.2893, 5.0052], [47.2878, 5.0028],
  ],
];

/** A road with separate carriageways: it crosses all others by bridges and meets them at interchanges only. */
export interface DrawnExpressway { kind: RoadKind; corners: readonly (readonly [latitudeDeg: number, longitudeDeg: number])[]; startsOutside: boolean; endsOutside: boolean; interchanges: readonly (readonly [latitudeDeg: number, longitudeDeg: number])[] }

/** Road number apart: where the drawn roads named by a point near it cross, an interchange is built. */
export const drawnExpressways: readonly DrawnExpressway[] = [
  {
    kind: expressway('Rocade'), startsOutside: true, endsOutside: false,
    corners: [
      [47.3480, 4.8600], [47.3480, 4.9150], [47.3475, 4.9500], [47.3445, 4.9780], [47.3440, 4.9930], [47.3505, 5.0080], [47.3560, 5.0200], [47.3598, 5.0330],
      [47.3606, 5.0410], [47.3602, 5.0502], [47.3590, 5.0610], [47.3555, 5.0760], [47.3490, 5.0870], [47.3400, 5.0910], [47.3300, 5.0905], [47.3220, 5.0895], [47.3136, 5.0890],
      [47.3012, 5.0868], [47.2920, 5.0830], [47.2840, 5.0770], [47.2780, 5.0690], [47.2745, 5.0520], [47.2760, 5.0360], [47.2790, 5.0240], [47.2820, 5.0155],
    ],
    interchanges: [[47.3495, 5.0045], [47.3520, 5.0130], [47.3598, 5.0315], [47.3602, 5.0502], [47.3550, 5.0795], [47.3325, 5.0905], [47.3136, 5.0890], [47.3012, 5.0868], [47.2905, 5.0823], [47.2780, 5.0685], [47.2750, 5.0525]],
  },
  {
    kind: expressway('A39'), startsOutside: false, endsOutside: false,
    corners: [[47.2890, 5.0900], [47.2870, 5.1000], [47.2850, 5.1120], [47.2790, 5.1290]],
    interchanges: [],
  },
  {
    kind: { ...expressway('Autoroute A31'), class: 'motorway', outsideKmh: 130, insideKmh: 110 }, startsOutside: true, endsOutside: true,
    corners: [[47.4150, 5.2080], [47.3800, 5.2050], [47.3410, 5.1980], [47.3000, 5.1680], [47.2760, 5.1420], [47.2500, 5.1000], [47.2430, 5.0580], [47.2380, 5.0250], [47.2150, 4.9980], [47.1950, 4.9800]],
    interchanges: [[47.3410, 5.1980], [47.2750, 5.1390], [47.2430, 5.0585]],
  },
];
