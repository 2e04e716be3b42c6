/** Where crews and vehicles of the municipal services are: places by hand to about 300 m, shares assumed. */
export const CONTROL_POST_DEG = [47.3296, 5.0489] as const;

export const DEPOTS: readonly { name: string; atDeg: readonly [latitudeDeg: number, longitudeDeg: number]; share: number }[] = [
  { name: 'Centre technique municipal', atDeg: [47.3046, 5.0622], share: 0.46 },
  { name: 'Dépôt nord', atDeg: [47.3517, 5.0741], share: 0.16 },
  { name: 'Dépôt de Chenôve', atDeg: [47.2868, 5.0192], share: 0.12 },
  { name: 'Dépôt de Quetigny', atDeg: [47.3082, 5.1152], share: 0.12 },
  { name: 'Dépôt de Longvic', atDeg: [47.2898, 5.0534], share: 0.08 },
  { name: 'Police municipale', atDeg: [47.3249, 5.0457], share: 0.06 },
];

export const SERVICES = ['voirie', 'propreté', 'déneigement', 'éclairage public', 'espaces verts', 'police municipale', 'collecte', 'eau et assainissement'] as const;

export const PUBLIC_BUILDINGS = ['École', 'Gymnase', 'Crèche', 'Médiathèque', 'École maternelle', 'Centre social', 'Salle polyvalente', 'Piscine', 'Stade', 'Atelier municipal', 'Maison des associations', 'Musée'] as const;
