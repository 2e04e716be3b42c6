import { parseClock } from '../../../engine/foundation/clock.ts';
import { placeName, type Place, type ProblemList } from '../problem-list.ts';
import type { XmlElement } from './xml-elements.ts';

/** No street, speed, time or position of a city is larger than this; beyond it a number is a mistake. */
export const LARGEST_NUMBER = 1e9;

/** Reads the attributes of one element and lists what is wrong with them. */
export interface AttributeReader {
  text(name: string, otherwise?: string): string;
  /** A finite number within bounds; the default, or the bound nearest to 0, when it is not. */
  number(name: string, otherwise?: number, least?: number, most?: number): number;
  /** Seconds, also written 'HH:MM:SS' or 'D:HH:MM:SS'. */
  time(name: string, otherwise?: number): number;
  shape(name: string): number[];
  has(name: string): boolean;
}

/** SUMO writes times as seconds or as clock times; undefined when it is neither. */
export function parseTime(value: string): number | undefined {
  const days = /^(-?\d+):(\d{1,2}:\d\d:\d\d)$/.exec(value.trim());
  if (days) return Number(days[1]) * 86400 + (parseClock(days[2]!) ?? NaN);
  if (value.includes(':')) return parseClock(value);
  const seconds = value.trim() === '' ? NaN : Number(value);
  return Number.isFinite(seconds) && Math.abs(seconds) <= LARGEST_NUMBER ? seconds : undefined;
}

/** 'x,y x,y,z ...' to [x, y, x, y ...]; undefined when it is not such a list. */
export function parseShape(value: string): number[] | undefined {
  const shape: number[] = [];
  for (const corner of value.split(' ')) {
    if (corner === '') continue;
    const parts = corner.split(',');
    const x = Number(parts[0]), y = Number(parts[1] === '' ? NaN : parts[1]);
    if (!(Math.abs(x) <= LARGEST_NUMBER) || !(Math.abs(y) <= LARGEST_NUMBER)) return undefined;
    shape.push(x, y);
  }
  return shape;
}

export function readAttributes(element: XmlElement, file: string, problems: ProblemList): AttributeReader {
  const { attributes } = element;
  const place: Place = { file, line: element.line };
  const named = (): string => `${element.name} "${attributes['id'] ?? attributes['from'] ?? attributes['lane'] ?? ''}"`;
  const bad = (code: string, name: string, value: string): void =>
    problems.error(code, placeName(place, named()), { attribute: name, value: value.slice(0, 80) });
  const missing = (name: string): void => problems.error('sumo-missing-attribute', placeName(place, named()), { attribute: name });
  return {
    has: (name) => attributes[name] !== undefined,
    text(name, otherwise) {
      const value = attributes[name] ?? otherwise;
      if (value === undefined) missing(name);
      return value ?? '';
    },
    number(name, otherwise, least = -LARGEST_NUMBER, most = LARGEST_NUMBER) {
      const raw = attributes[name];
      const fallback = otherwise ?? Math.max(least, Math.min(most, 0));
      if (raw === undefined) {
        if (otherwise === undefined) missing(name);
        return fallback;
      }
      const value = raw.trim() === '' ? NaN : Number(raw);
      if (value >= least && value <= most) return value;
      bad('sumo-bad-number', name, raw);
      return fallback;
    },
    time(name, otherwise) {
      const raw = attributes[name];
      if (raw === undefined) {
        if (otherwise === undefined) missing(name);
        return otherwise ?? 0;
      }
      const value = parseTime(raw);
      if (value === undefined) bad('sumo-bad-time', name, raw);
      return value ?? otherwise ?? 0;
    },
    shape(name) {
      const shape = parseShape(attributes[name] ?? '');
      if (shape === undefined) bad('sumo-bad-shape', name, attributes[name] ?? '');
      return shape ?? [];
    },
  };
}
