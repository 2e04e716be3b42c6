/** What `jumeau inspect` says of a photometric file. */
export const photometryWords = {
  flux: { fr: 'flux du luminaire', en: 'flux of the luminaire' },
  source: { fr: 'flux des lampes', en: 'flux of the lamps' },
  power: { fr: 'puissance', en: 'power' },
  efficacy: { fr: 'efficacité', en: 'efficacy' },
  colour: { fr: 'température de couleur', en: 'colour temperature' },
  largest: { fr: 'intensité maximale', en: 'largest intensity' },
  largestAt: { fr: (c: string, gamma: string) => `vers C ${c}°, gamma ${gamma}°`, en: (c: string, gamma: string) => `towards C ${c}°, gamma ${gamma}°` },
  upward: { fr: 'flux au-dessus de l’horizon (ULR)', en: 'flux above the horizon (ULR)' },
  codes: { fr: 'codes de flux CIE', en: 'CIE flux codes' },
  symmetry: { fr: 'symétrie', en: 'symmetry' },
  none: { fr: 'aucune', en: 'none' },
  aboutAxis: { fr: 'de révolution', en: 'about the vertical axis' },
  aboutC0C180: { fr: 'par le plan C0-C180', en: 'about plane C0-C180' },
  aboutC90C270: { fr: 'par le plan C90-C270', en: 'about plane C90-C270' },
  aboutBothPlanes: { fr: 'par les deux plans', en: 'about both planes' },
  absolute: { fr: 'Mesure absolue : le flux est celui du luminaire entier.', en: 'Absolute measurement: the flux is that of the luminaire as a whole.' },
  relative: { fr: 'Mesure relative : intensités pour 1 000 lm des lampes.', en: 'Relative measurement: intensities for 1,000 lm of the lamps.' },
  converted: { fr: (type: string) => `Photométrie de type ${type}, convertie en plans C (type C).`, en: (type: string) => `Photometry of type ${type}, converted to C planes (type C).` },
  thrownAcross: {
    fr: 'La lumière porte surtout le long de C90-C270 : pour une rue éclairée le long de C0-C180, ce fichier semble tourné de 90°. Demandez au fabricant où est la rue.',
    en: 'The light is thrown mostly along C90-C270: for a road lit along C0-C180 this file seems turned by 90°. Ask the maker where the road is.',
  },
  curve: {
    fr: (most: string) => `Courbe polaire, le bas en bas ; bord du disque : ${most} cd. x : C0-C180, le long de la rue ; o : C90-C270, en travers (C90 à droite)`,
    en: (most: string) => `Polar curve, down is down; edge of the disc: ${most} cd. x: C0-C180, along the road; o: C90-C270, across it (C90 on the right)`,
  },
} as const;
