import { estimated, read, unconfirmed } from './figure.ts';

const PARIS = 'consumed power by lamp and gear, inventory of the city of Paris';
const DIJON_PAGE = 'dijon-metropole.fr, éclairage LED';

export const lightingFigures = {
  lamps: read(34200, 'over 34,000 light points, key figures of the connected-city project; 200 more so that "over" holds'),
  ledShare: read(1, '100 % LED at the end of the contract, same source'),
  savingShare: read(0.65, '65 % of the energy saved at the end of the contract, same source'),
  powerBeforeW: estimated(110, 'mean consumed power before, from the fleet and its energy'),
  mostLampsOfACabinet: estimated(60, 'usual for cabinets of 30 to 60 lamps'),
  litUpToMps: estimated(14, 'streets outside built-up areas (over 50 km/h) are unlit; the eastern ring road has been unlit since 2014'),
  dimmedFromS: read(22 * 3600, `${DIJON_PAGE}: Dijon and Quetigny, 22:00 to 05:00`),
  dimmedUntilS: read(5 * 3600, `${DIJON_PAGE}: Dijon and Quetigny, 22:00 to 05:00`),
  /** The page says "réduite à 70 %", to or by 70 %: `reducedTo` in ../lamps.ts chooses. */
  dimmedShare: unconfirmed(0.7, `${DIJON_PAGE}: "réduite à 70 %" may mean to or by 70 %`),
  announcedShare: unconfirmed(0.5, 'announcement of 2022: 50 % from 23:00 to 05:00; taken for villages and works, where nothing else is known'),
  announcedFromS: unconfirmed(23 * 3600, 'announcement of 2022'),
  senneceyOffUntilS: read(5 * 3600, 'Sennecey-lès-Dijon switches off from 0:00 to 5:00'),
  fluxLmPerW: estimated(125, 'LED street luminaires of 2018 to 2024, driver losses included'),
} as const;

/** Lamps before LED: consumed power, gear included (lamp watts in the name). */
export const OLD_LAMPS = {
  sodium250: read(282, PARIS), sodium150: read(170, PARIS), sodium100: read(115, PARIS), sodium70: read(86, PARIS),
  mercury125: read(141, PARIS), mercury80: read(95, PARIS),
} as const;
