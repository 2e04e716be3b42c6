// A second reader of SUMO nets, for tests only: patterns over the text, nothing shared with the import it is held against.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

export type Attributes = Record<string, string>;

export function textOf(path: string): string {
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** The attributes of every start tag with this name. */
export const tags = (text: string, name: string): Attributes[] =>
  [...text.matchAll(new RegExp(`<${name}\\s([^>]*)>`, 'g'))].map(([, inside]) => Object.fromEntries([...inside!.matchAll(/([\w.]+)="([^"]*)"/g)].map(([, key, value]) => [key!, unescaped(value!)])));

/** Start tags with this name together with the text up to their end tag; '' for an element closed at once. */
export const elements = (text: string, name: string): { own: Attributes; inner: string }[] =>
  [...text.matchAll(new RegExp(`<${name}(\\s[^>]*?)(?:/>|>([\\s\\S]*?)</${name}>)`, 'g'))].map(([, own, inner]) => ({ own: tags(`<x ${own}>`, 'x')[0]!, inner: inner ?? '' }));

const unescaped = (value: string): string => value.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');

export interface NetText {
  /** Streets that vehicles drive on: neither inside junctions nor crossings nor walking areas. */
  edges: { own: Attributes; lanes: Attributes[] }[];
  /** Every lane by id, those inside junctions too. */
  laneById: Map<string, Attributes>;
  /** Connections between two such streets, each with the lanes it crosses the junction by. */
  connections: { own: Attributes; chain: string[] }[];
  junctions: { own: Attributes; requests: Attributes[] }[];
  programs: { own: Attributes; phases: Attributes[] }[];
}

export function readNetText(path: string): NetText {
  const text = textOf(path);
  const all = elements(text, 'edge').map(({ own, inner }) => ({ own, lanes: tags(inner, 'lane') }));
  const edges = all.filter(({ own }) => own['function'] === undefined || own['function'] === 'normal');
  const normal = new Set(edges.map(({ own }) => own['id']!));
  const laneById = new Map(all.flatMap(({ lanes }) => lanes).map((lane) => [lane['id']!, lane]));
  const connectionTags = tags(text, 'connection');
  const next = new Map(connectionTags.filter((own) => own['from']!.startsWith(':') && own['via']).map((own) => [`${own['from']}_${own['fromLane']}`, own['via']!]));
  const connections = connectionTags.filter((own) => normal.has(own['from']!) && normal.has(own['to']!)).map((own) => {
    const chain: string[] = [];
    for (let lane: string | undefined = own['via']; lane !== undefined; lane = next.get(lane)) chain.push(lane);
    return { own, chain };
  });
  return {
    edges, laneById, connections,
    junctions: elements(text, 'junction').filter(({ own }) => own['type'] !== 'internal').map(({ own, inner }) => ({ own, requests: tags(inner, 'request') })),
    programs: elements(text, 'tlLogic').map(({ own, inner }) => ({ own, phases: tags(inner, 'phase') })),
  };
}

/** 'x,y x,y' as points. */
export const points = (shape: string): [number, number][] => shape.split(' ').map((corner) => corner.split(',').map(Number) as [number, number]);

/** Where two lines cross, as distances along either; undefined where they do not. */
export function crossing(one: readonly [number, number][], other: readonly [number, number][]): { oneM: number; otherM: number } | undefined {
  let oneM = 0;
  for (let i = 1; i < one.length; i++) {
    const [ax, ay] = one[i - 1]!, [bx, by] = one[i]!;
    let otherM = 0;
    for (let j = 1; j < other.length; j++) {
      const [cx, cy] = other[j - 1]!, [dx, dy] = other[j]!;
      const turn = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx);
      const s = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / turn, t = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / turn;
      if (turn !== 0 && s >= 0 && s <= 1 && t >= 0 && t <= 1) return { oneM: oneM + s * Math.hypot(bx - ax, by - ay), otherM: otherM + t * Math.hypot(dx - cx, dy - cy) };
      otherM += Math.hypot(dx - cx, dy - cy);
    }
    oneM += Math.hypot(bx - ax, by - ay);
  }
  return undefined;
}
