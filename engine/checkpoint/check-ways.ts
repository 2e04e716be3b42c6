import type { CityState } from '../state/city-state.ts';
import { SURVEY_S, type GuidanceState } from '../state/guidance-state.ts';
import { measureGuide } from '../traffic/route-guide.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import type { Faults } from './faults.ts';

/**
 * Routes that were made in a run lie one behind the other, each with links that exist, driven by the category of those who took
 * it; and what links take is a time: a search among negative ones goes round and round.
 */
export function checkGuidance(twin: ReadingTwin, guidance: GuidanceState, timeS: number, faults: Faults): void {
  const { routeCount, routeFirstLink, routeLinkCount, routeCategory, routeLinkTotal, routeLinks, routeOf } = guidance, at = 'state.guidance.';
  const room = Math.min(routeFirstLink.length, routeLinkCount.length, routeCategory.length);
  // They grow together: one that is longer would be written past the end of the others.
  if (Math.max(routeFirstLink.length, routeLinkCount.length, routeCategory.length) !== room) faults.add('checkpoint-other-length', `${at}routeFirstLink`, { rows: routeFirstLink.length, wanted: room });
  faults.within(`${at}routeCount`, routeCount, room);
  faults.within(`${at}routeLinkTotal`, routeLinkTotal, routeLinks.length);
  for (const name of ['linkSeconds', 'linkMetres', 'linkTimeS'] as const) if (!guidance[name].every((value) => value >= 0 && value < Infinity)) faults.add('checkpoint-no-number', `${at}${name}`);
  if (!(guidance.nextSurveyS <= timeS + SURVEY_S)) faults.add('checkpoint-wrong-clock', `${at}nextSurveyS`);
  if (faults.problems.length > 0) return;
  let firstLink = 0;
  for (let route = 0; route < routeCount; route++) {
    const count = routeLinkCount[route]!, category = routeCategory[route]!;
    if (routeFirstLink[route] !== firstLink || count < 1 || firstLink + count > routeLinkTotal) return faults.add('checkpoint-chain-broken', `${at}routeFirstLink`);
    if (category === 0 || (category & (category - 1)) !== 0) faults.add('checkpoint-no-such-row', `${at}routeCategory`, { row: category });
    firstLink += count;
  }
  if (firstLink !== routeLinkTotal) faults.add('checkpoint-chain-broken', `${at}routeLinkTotal`);
  for (let row = 0; row < routeLinkTotal; row++) faults.within(`${at}routeLinks`, routeLinks[row]!, twin.links.count - 1);
  for (let departure = 0; departure < routeOf.length; departure++) {
    const route = routeOf[departure]!;
    if (route === -1) continue;
    faults.within(`${at}routeOf`, route, routeCount - 1);
    if (routeCategory[route] !== twin.vehicleTypes.category[twin.departures.vehicleType[departure]!]) faults.add('checkpoint-no-such-row', `${at}routeOf`, { row: route });
  }
}

/** Everyone is on the link of its route that its row of the route guide stands for, and goes on to the next one by a movement of its lane. */
export function checkWays(twin: ReadingTwin, { vehicles, guidance }: CityState, faults: Faults): void {
  const { lanes, movements, routes, routeLinks } = twin, planned = measureGuide(twin), madeRow = madeRows(guidance, planned.rows);
  for (let slot = 0; slot < vehicles.count; slot++) {
    const departure = vehicles.departure[slot]!;
    if (departure < 0) continue;
    const made = guidance?.routeOf[departure] ?? -1, route = twin.departures.route[departure]!;
    const firstRow = made >= 0 ? madeRow[made]! : planned.firstRow[departure]!, count = made >= 0 ? guidance!.routeLinkCount[made]! : routes.linkCount[route]!;
    const links = made >= 0 ? guidance!.routeLinks : routeLinks.link, firstLink = made >= 0 ? guidance!.routeFirstLink[made]! : routes.firstLink[route]!;
    const index = vehicles.guideRow[slot]! - firstRow, isLast = index === count - 1;
    if (index < 0 || index >= count || links[firstLink + index] !== vehicles.link[slot]) { faults.add('checkpoint-no-such-row', 'state.vehicles.guideRow', { row: vehicles.guideRow[slot]! }); continue; }
    if (vehicles.guideEndRow[slot] !== firstRow + count - 1) faults.add('checkpoint-no-such-row', 'state.vehicles.guideEndRow', { row: vehicles.guideEndRow[slot]! });
    const place = vehicles.place[slot]!, isInside = place >= lanes.count, movement = isInside ? place - lanes.count : vehicles.nextMovement[slot]!;
    if (movement < 0) continue;
    const leadsOn = !isLast && lanes.link[movements.toLane[movement]!] === links[firstLink + index + 1] && (isInside || movements.fromLane[movement] === place);
    if (!leadsOn) faults.add('checkpoint-no-such-row', isInside ? 'state.vehicles.place' : 'state.vehicles.nextMovement', { row: movement });
  }
}

/** By made route: the row of the guide with which it begins, behind those of all planned ones. */
function madeRows(guidance: GuidanceState | undefined, plannedRows: number): number[] {
  const rows: number[] = [];
  let row = plannedRows;
  for (let route = 0; route < (guidance?.routeCount ?? 0); route++) {
    rows.push(row);
    row += guidance!.routeLinkCount[route]!;
  }
  return rows;
}
