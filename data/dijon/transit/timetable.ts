import type { LineFacts } from './lines.ts';

const hour = (hours: number) => hours * 3600;

/** From when to when vehicles leave the terminus, and how far apart; seconds since midnight. */
interface Period { fromS: number; untilS: number; headwayS: number }

/** Service runs 05:30 to 01:00 (published); the thinning at both ends of the day is assumed. */
function periodsOf({ service, headwayMin, peakHeadwayMin }: LineFacts): Period[] {
  const day = headwayMin * 60, peak = peakHeadwayMin * 60;
  switch (service) {
    case 'tram': return [
      { fromS: hour(5.5), untilS: hour(6.5), headwayS: 2 * day }, { fromS: hour(6.5), untilS: hour(16.5), headwayS: day },
      { fromS: hour(16.5), untilS: hour(18.5), headwayS: peak }, { fromS: hour(18.5), untilS: hour(20), headwayS: day },
      { fromS: hour(20), untilS: hour(22), headwayS: 2 * day }, { fromS: hour(22), untilS: hour(24.3), headwayS: 3 * day },
    ];
    case 'main': return [
      { fromS: hour(5.5), untilS: hour(6.5), headwayS: 2 * day }, { fromS: hour(6.5), untilS: hour(9), headwayS: peak },
      { fromS: hour(9), untilS: hour(16), headwayS: day }, { fromS: hour(16), untilS: hour(18.5), headwayS: peak },
      { fromS: hour(18.5), untilS: hour(20), headwayS: 1.5 * day }, { fromS: hour(20), untilS: hour(24.2), headwayS: Math.max(2 * day, 1800) },
    ];
    case 'suburban': return [
      { fromS: hour(6.25), untilS: hour(9), headwayS: peak }, { fromS: hour(9), untilS: hour(16), headwayS: day },
      { fromS: hour(16), untilS: hour(18.75), headwayS: peak }, { fromS: hour(18.75), untilS: hour(21), headwayS: 2 * day },
    ];
    case 'local': return [{ fromS: hour(6.75), untilS: hour(9), headwayS: peak }, { fromS: hour(9), untilS: hour(19.5), headwayS: day }];
    case 'night': return [{ fromS: hour(21), untilS: hour(24.4), headwayS: day }];
    case 'early': return [{ fromS: hour(5.5), untilS: hour(6.2), headwayS: day }];
    case 'school': return [];
  }
}

/** When the vehicles of a line leave its first (0) or last (1) terminus, seconds since midnight, rising. */
export function departuresS(line: LineFacts, lineIndex: number, direction: 0 | 1): number[] {
  // School services: there before the bells between half past seven and half past eight, home after the last lesson.
  if (line.service === 'school') return direction === 0 ? [hour(6.5) + (lineIndex % 5) * 1080] : [hour(15.75) + (lineIndex % 5) * 1080];
  const times: number[] = [];
  const periods = periodsOf(line);
  // The two termini start half a headway apart, and lines start minutes apart, so that not all pass the centre together.
  let nextS = periods[0]!.fromS + (direction === 1 ? periods[0]!.headwayS / 2 : 0) + (lineIndex % 4) * 60;
  for (const { fromS, untilS, headwayS } of periods) {
    nextS = Math.max(nextS, fromS);
    while (nextS < untilS) {
      times.push(Math.round(nextS));
      nextS += headwayS;
    }
  }
  return times;
}
