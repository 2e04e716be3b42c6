import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import type { ProblemList } from '../../formats/problem-list.ts';

/** More people than come to any one place in a day; of more than that a run would draw one after the other without end. */
export const MOST_PEOPLE_A_DAY = 1e6;
export const isShare = (value: number): boolean => value >= 0 && value <= 1;

/** People who walk are so many that a run comes to its end. */
export function checkPeople({ crossings, walkingHours }: ReadingTwin, problems: ProblemList): void {
  for (let row = 0; row < crossings.count; row++) {
    const count = crossings.dayPeopleCount[row]!;
    if (!(count >= 0 && count <= MOST_PEOPLE_A_DAY)) problems.error('twin-people-count', `crossings.dayPeopleCount: row ${row}`, { value: count, most: MOST_PEOPLE_A_DAY });
  }
  for (let row = 0; row < walkingHours.count; row++) {
    if (!isShare(walkingHours.dayShare[row]!)) problems.error('twin-people-share', `walkingHours.dayShare: row ${row}`, { value: walkingHours.dayShare[row]! });
  }
}
