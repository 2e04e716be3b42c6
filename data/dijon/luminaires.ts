import { tableFrom, type RowValues } from '../../engine/foundation/table.ts';
import { lampTechnology, luminaireColumns } from '../../engine/twin/photometry.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { typicalLamps } from '../build/lamps/typical-lamps.ts';
import { LED_KIND, OLD_KIND, OLD_LAMPS, OLD_LAMP_PRINTED_W } from './facts/lighting.ts';

export type OldLamp = keyof typeof OLD_LAMPS;
type Luminaire = RowValues<typeof luminaireColumns>;

/** LEDs by their power, then the lamps before them: rows of `luminaires`. What optics they have is for those who know it: `photometry` stays -1. */
export function writeLuminaires(twin: Twin, ledPowersW: readonly number[]): { ledRow(powerW: number): number; oldRow(lamp: OldLamp): number } {
  const powersW = [...new Set(ledPowersW)], old = Object.keys(OLD_LAMPS) as OldLamp[];
  twin.luminaires = tableFrom(luminaireColumns, [...powersW.map(ledLuminaire), ...old.map(oldLuminaire)]);
  return { ledRow: (powerW) => powersW.indexOf(powerW), oldRow: (lamp) => powersW.length + old.indexOf(lamp) };
}

function ledLuminaire(powerW: number): Luminaire {
  const f = LED_KIND;
  return {
    name: `LED ${powerW} W`, technology: lampTechnology.led, photometry: -1, fixedLossShare: f.fixedLossShare.value, standbyPowerW: f.standbyPowerW.value,
    powerFactor: f.powerFactor.value, dimmedPowerFactor: f.dimmedPowerFactor.value, constantFluxStartShare: 1, constantFluxEndH: 0,
    fluxDecayPerH: typicalLamps.led.fluxDecayPerH, dirtPerYearShare: f.dirtPerYearShare.value, cleaningYears: f.cleaningYears.value, powerRisePerH: 0,
    upwardShare: f.upwardShare.value, colourTemperatureK: f.colourTemperatureK.value,
  };
}

function oldLuminaire(lamp: OldLamp): Luminaire {
  const f = OLD_KIND, technology = lamp.startsWith('sodium') ? 'highPressureSodium' : 'mercury', typical = typicalLamps[technology];
  return {
    name: `${technology} ${OLD_LAMP_PRINTED_W[lamp]} W`, technology: lampTechnology[technology], photometry: -1,
    // What it takes beyond the watts printed on the lamp, gear keeps at any output.
    fixedLossShare: 1 - OLD_LAMP_PRINTED_W[lamp] / OLD_LAMPS[lamp].value, standbyPowerW: 0, powerFactor: typical.powerFactor, dimmedPowerFactor: typical.dimmedPowerFactor,
    constantFluxStartShare: 1, constantFluxEndH: 0, fluxDecayPerH: typical.fluxDecayPerH, dirtPerYearShare: f.dirtPerYearShare.value, cleaningYears: f.cleaningYears.value,
    powerRisePerH: technology === 'highPressureSodium' ? f.sodiumPowerRisePerH.value : 0, upwardShare: -1, colourTemperatureK: typical.colourTemperatureK,
  };
}
