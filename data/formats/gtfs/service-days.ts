import { readRows, type FeedReading } from './feed-rows.ts';

/** When a service runs. Dates are 'YYYY-MM-DD', so that they compare as text. */
export interface Service {
  /** Monday first; empty where calendar.txt does not name the service. */
  weekdays: boolean[];
  from: string;
  until: string;
  added: Set<string>;
  removed: Set<string>;
}

const DAY_MS = 86_400_000;
/** A feed that claims to hold for longer is looked at for this long only. */
const MAX_DAYS = 800;

const dateMs = (date: string): number => Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)));
const dateOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
/** 0 for Monday. */
const weekdayOf = (date: string): number => (new Date(dateMs(date)).getUTCDay() + 6) % 7;

export async function readServices(reading: FeedReading): Promise<Map<string, Service>> {
  const services = new Map<string, Service>();
  const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
  const service = (id: string): Service => {
    if (!services.has(id)) services.set(id, { weekdays: [], from: '', until: '', added: new Set(), removed: new Set() });
    return services.get(id)!;
  };
  const dashed = (value: string) => value.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
  if (reading.files.names.has('calendar.txt')) {
    await readRows(reading, 'calendar.txt', ['service_id', 'start_date', 'end_date', ...days], (row) => {
      const entry = service(row.text('service_id'));
      entry.weekdays = days.map((day) => row.text(day) === '1');
      entry.from = dashed(row.text('start_date'));
      entry.until = dashed(row.text('end_date'));
    });
  }
  if (reading.files.names.has('calendar_dates.txt')) {
    await readRows(reading, 'calendar_dates.txt', ['service_id', 'date', 'exception_type'], (row) => {
      const entry = service(row.text('service_id'));
      (row.text('exception_type') === '1' ? entry.added : entry.removed).add(dashed(row.text('date')));
    });
  }
  return services;
}

const runsOn = ({ weekdays, from, until, added, removed }: Service, date: string): boolean =>
  added.has(date) || (!removed.has(date) && weekdays.length > 0 && date >= from && date <= until && weekdays[weekdayOf(date)]!);

/** The services that run on a day. */
export const servicesOn = (services: ReadonlyMap<string, Service>, date: string): Set<string> =>
  new Set([...services].filter(([, service]) => runsOn(service, date)).map(([id]) => id));

/** The weekday (Monday to Friday, else any day) with the most trips; the earliest of equals. Undefined where nothing ever runs. */
export function busiestWeekday(services: ReadonlyMap<string, Service>, tripsOfService: ReadonlyMap<string, number>): string | undefined {
  const dates = [...services.values()].flatMap(({ from, until, added }) => [from, until, ...added]).filter((date) => /^\d{4}-\d\d-\d\d$/.test(date)).sort();
  if (dates.length === 0) return undefined;
  const lastMs = Math.min(dateMs(dates.at(-1)!), dateMs(dates[0]!) + MAX_DAYS * DAY_MS);
  let best: { date: string; trips: number } | undefined;
  for (const weekdaysOnly of [true, false]) {
    for (let ms = dateMs(dates[0]!); ms <= lastMs; ms += DAY_MS) {
      const date = dateOf(ms);
      if (weekdaysOnly && weekdayOf(date) > 4) continue;
      let trips = 0;
      for (const id of servicesOn(services, date)) trips += tripsOfService.get(id) ?? 0;
      if (trips > (best?.trips ?? 0)) best = { date, trips };
    }
    if (best) return best.date;
  }
  return undefined;
}
