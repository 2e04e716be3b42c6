import type { lampTechnology } from '../../../engine/twin/photometry.ts';
import { quantityIn } from '../inventory/quantity.ts';
import { wordTable } from '../word-table.ts';
import type { Tags } from './osm-element.ts';

/** What the tags of a `highway=street_lamp` say beyond where it stands; few have any. */
export interface OsmLampTags {
  technology?: keyof typeof lampTechnology;
  heightM?: number;
  powerW?: number;
  fluxLm?: number;
  colourTemperatureK?: number;
  /** Lights on the column. */
  count: number;
}

/** `light:method` as the OpenStreetMap wiki lists it. */
const methods: Readonly<Record<string, keyof typeof lampTechnology>> = wordTable({
  LED: 'led', led: 'led', high_pressure_sodium: 'highPressureSodium', sodium: 'highPressureSodium', low_pressure_sodium: 'lowPressureSodium',
  mercury: 'mercury', 'metal-halide': 'metalHalide', metal_halide: 'metalHalide', 'metal-iodide': 'metalHalide', fluorescent: 'fluorescent', incandescent: 'incandescent', halogen: 'incandescent',
});

const MOST_LIGHTS = 12, MOST = { heightM: 60, powerW: 5000, fluxLm: 1e6, colourTemperatureK: 20_000 };

export function lampTags(tags: Tags): OsmLampTags {
  const technology = methods[tags['light:method'] ?? tags['lamp_type'] ?? ''], count = Number(tags['light:count'] ?? 1);
  const said = (key: string, of: Parameters<typeof quantityIn>[1], unit: string, most: number): number | undefined => {
    const value = quantityIn((tags[key] ?? '').trim(), of, unit);
    return value !== undefined && value > 0 && value <= most ? value : undefined;
  };
  const measured = {
    heightM: said('light:height', 'length', 'm', MOST.heightM) ?? said('height', 'length', 'm', MOST.heightM),
    powerW: said('light:power', 'power', 'W', MOST.powerW),
    fluxLm: said('light:flux', 'flux', 'lm', MOST.fluxLm),
    // Often a word such as "orange", which is no temperature.
    colourTemperatureK: said('light:colour', 'temperature', 'K', MOST.colourTemperatureK),
  };
  return {
    ...(technology && { technology }), ...Object.fromEntries(Object.entries(measured).filter(([, value]) => value !== undefined)),
    count: Number.isInteger(count) && count >= 1 && count <= MOST_LIGHTS ? count : 1,
  };
}
