/** Pedestrian zones of the old town: names are real, outlines by hand to about 50 m. Bollards close them to traffic. */
export interface ZoneFacts { name: string; outlineDeg: readonly (readonly [latitudeDeg: number, longitudeDeg: number])[] }

export const pedestrianZoneFacts: readonly ZoneFacts[] = [
  { name: 'Rue de la Liberté et Les Halles', outlineDeg: [[47.3226, 5.0376], [47.3240, 5.0394], [47.3240, 5.0420], [47.3224, 5.0428], [47.3209, 5.0420], [47.3212, 5.0394], [47.3216, 5.0378]] },
  { name: 'Palais des Ducs et rue Verrerie', outlineDeg: [[47.3224, 5.0428], [47.3240, 5.0420], [47.3248, 5.0426], [47.3236, 5.0452], [47.3222, 5.0456], [47.3206, 5.0444], [47.3209, 5.0420]] },
  { name: 'Place Émile-Zola et rue Amiral-Roussin', outlineDeg: [[47.3209, 5.0420], [47.3206, 5.0444], [47.3188, 5.0434], [47.3184, 5.0402], [47.3196, 5.0388], [47.3212, 5.0394]] },
];
