/** Vehicle categories in the plural. */
export const categoryWords = {
  car: { fr: 'voitures', en: 'cars' }, van: { fr: 'camionnettes', en: 'vans' }, lorry: { fr: 'poids lourds', en: 'lorries' },
  bus: { fr: 'bus', en: 'buses' }, tram: { fr: 'trams', en: 'trams' }, bicycle: { fr: 'vélos', en: 'bicycles' },
  motorcycle: { fr: 'deux-roues motorisés', en: 'motorcycles' }, emergency: { fr: 'véhicules d’urgence', en: 'emergency vehicles' }, taxi: { fr: 'taxis', en: 'taxis' },
} as const;
