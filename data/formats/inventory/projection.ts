import proj4 from 'proj4';

/** Longitude and latitude of a point of an inventory; undefined where it lies nowhere on the globe. */
export type ToDegrees = (x: number, y: number) => { longitudeDeg: number; latitudeDeg: number } | undefined;

const GRS80 = '+ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs';

/**
 * Definition of a code that inventories use, as PROJ text; figures of the EPSG register. Others come with the mapping file.
 * The shift of NTF, Paris (27572) is that of IGN, good to a few metres.
 */
function knownDefinition(code: number): string | undefined {
  if (code === 4326 || code === 4258 || code === 4171 || code === 4269) return '+proj=longlat +datum=WGS84 +no_defs';
  if (code === 3857) return '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs';
  if (code === 2154) return `+proj=lcc +lat_1=49 +lat_2=44 +lat_0=46.5 +lon_0=3 +x_0=700000 +y_0=6600000 ${GRS80}`;
  if (code >= 3942 && code <= 3950) {
    const middleDeg = code - 3900;
    return `+proj=lcc +lat_1=${middleDeg - 0.75} +lat_2=${middleDeg + 0.75} +lat_0=${middleDeg} +lon_0=3 +x_0=1700000 +y_0=${(middleDeg - 41) * 1e6 + 200_000} ${GRS80}`;
  }
  if (code === 27572) return '+proj=lcc +lat_1=46.8 +lat_0=46.8 +lon_0=0 +k_0=0.99987742 +x_0=600000 +y_0=2200000 +a=6378249.2 +b=6356515 +towgs84=-168,-60,320,0,0,0,0 +pm=paris +units=m +no_defs';
  if (code > 32600 && code <= 32660) return `+proj=utm +zone=${code - 32600} +datum=WGS84 +units=m +no_defs`;
  if (code > 32700 && code <= 32760) return `+proj=utm +zone=${code - 32700} +south +datum=WGS84 +units=m +no_defs`;
  if (code >= 25828 && code <= 25838) return `+proj=utm +zone=${code - 25800} ${GRS80}`;
  return undefined;
}

/** Within these a code may be used: metropolitan France with room to spare (a conformal zone three degrees to either side), or ten degrees beside the meridian of a UTM zone; undefined where any place will do. */
function areaOf(code: number): { westDeg: number; southDeg: number; eastDeg: number; northDeg: number } | undefined {
  if (code === 2154 || code === 27572) return { westDeg: -6, southDeg: 41, eastDeg: 11, northDeg: 52 };
  if (code >= 3942 && code <= 3950) return { westDeg: -6, southDeg: code - 3900 - 3, eastDeg: 11, northDeg: code - 3900 + 3 };
  const zone = code > 32600 && code <= 32660 ? code - 32600 : code > 32700 && code <= 32760 ? code - 32700 : code >= 25828 && code <= 25838 ? code - 25800 : undefined;
  if (zone === undefined) return undefined;
  const meridianDeg = 6 * zone - 183, isSouth = code > 32700;
  return { westDeg: meridianDeg - 10, southDeg: isSouth ? -85 : -1, eastDeg: meridianDeg + 10, northDeg: isSouth ? 1 : 85 };
}

/** Whether a place lies where its reference system may be used. Definitions that a mapping brings along say nothing of that. */
export function isWithinArea(crs: string, { longitudeDeg, latitudeDeg }: { longitudeDeg: number; latitudeDeg: number }): boolean {
  const area = areaOf(codeOf(crs) ?? NaN);
  return !area || (longitudeDeg >= area.westDeg && longitudeDeg <= area.eastDeg && latitudeDeg >= area.southDeg && latitudeDeg <= area.northDeg);
}

function codeOf(crs: string): number | undefined {
  const code = /^EPSG:(\d{1,6})$/.exec(crs)?.[1];
  return code === undefined ? undefined : Number(code);
}

/** Whether a system that can be placed is named by its code; one that the file or its mapping describes may be a grid that begins in the city. */
export const isNamedByCode = (crs: string): boolean => codeOf(crs) !== undefined;

/** What proj4 reads: the definition of a code, or the text as it stands. */
function definitionOf(crs: string): string | undefined {
  const code = codeOf(crs);
  return code === undefined ? crs : knownDefinition(code);
}

/** Whether a system that can be placed has longitude and latitude, from whatever meridian, and no metres. */
export const isInDegrees = (crs: string): boolean => proj4.Proj(definitionOf(crs)!).names.includes('longlat');

/** To 0.1 mm on the ground: sines differ in their last bits from one machine to the next, a city must not. */
const rounded = (degrees: number): number => Math.round(degrees * 1e9) / 1e9;

/** How to place points of a system, by its code, by PROJ text or by WKT; undefined where nobody here knows it. */
export function projectionOf(crs: string): ToDegrees | undefined {
  const definition = definitionOf(crs);
  if (definition === undefined) return undefined;
  try {
    const converter = proj4(definition, 'EPSG:4326');
    // A definition that cannot be used shows when a point is asked for.
    converter.forward([0, 0]);
    return (x, y) => {
      if (!Number.isFinite(x) || !Number.isFinite(y)) return undefined;
      try {
        const [longitudeDeg, latitudeDeg] = converter.forward([x, y]) as [number, number];
        return Math.abs(latitudeDeg) <= 90 && Math.abs(longitudeDeg) <= 180 ? { longitudeDeg: rounded(longitudeDeg), latitudeDeg: rounded(latitudeDeg) } : undefined;
      } catch {
        return undefined;
      }
    };
  } catch {
    return undefined;
  }
}
