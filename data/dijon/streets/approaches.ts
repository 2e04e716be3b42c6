import type { RawNode, RawWay } from '../../build/raw-city.ts';

/** A lane more before the stop line, this long. */
const POCKET_M = 65;
/** Shorter streets have no room to widen and narrow again. */
const LEAST_LENGTH_M = 110;

/** Ways of main roads get a lane more on their last metres before signals, for those who turn. Adds the nodes where it starts. */
export function widenApproaches(nodes: RawNode[], ways: readonly RawWay[]): RawWay[] {
  return ways.flatMap((way) => {
    const isRamp = way.oneWay !== 0 && way.lanesForward === 1 && (way.class === 'trunk' || way.class === 'motorway');
    if (!isRamp && way.class !== 'primary' && way.class !== 'secondary' && way.class !== 'tertiary') return [way];
    if (way.roundabout || lengthM(nodes, way.nodes) < LEAST_LENGTH_M) return [way];
    const atEnd = nodes[way.nodes.at(-1)!]!.control === 'signals', atStart = nodes[way.nodes[0]!]!.control === 'signals' && way.oneWay === 0;
    let { nodes: rows } = way;
    const parts: RawWay[] = [];
    if (atStart && (!atEnd || lengthM(nodes, rows) > 2 * LEAST_LENGTH_M)) {
      const [head, rest] = cut(nodes, rows);
      parts.push({ ...way, name: `${way.name}a`, nodes: head, lanesBackward: way.lanesBackward + 1 });
      rows = rest;
    }
    if (!atEnd) return [...parts, { ...way, nodes: rows }];
    const [head, rest] = cut(nodes, [...rows].reverse());
    return [...parts, { ...way, nodes: rest.reverse() }, { ...way, name: `${way.name}z`, nodes: head.reverse(), lanesForward: way.lanesForward + 1 }];
  });
}

/** The first `POCKET_M` of a run of nodes and the rest; they share a new node. */
function cut(nodes: RawNode[], rows: readonly number[]): [number[], number[]] {
  let walkedM = 0;
  for (let index = 1; index < rows.length; index++) {
    const from = nodes[rows[index - 1]!]!, to = nodes[rows[index]!]!;
    const stepM = lengthM(nodes, [rows[index - 1]!, rows[index]!]);
    if (walkedM + stepM < POCKET_M) { walkedM += stepM; continue; }
    const share = (POCKET_M - walkedM) / stepM;
    const xM = Math.round((from.xM + share * (to.xM - from.xM)) * 100) / 100, yM = Math.round((from.yM + share * (to.yM - from.yM)) * 100) / 100;
    // A corner of the way that is near enough serves as well.
    const near = share > 0.8 && index < rows.length - 1 ? rows[index]! : share < 0.2 && index > 1 ? rows[index - 1]! : -1;
    const node = near >= 0 ? near : nodes.push({ name: `p${nodes.length}`, xM, yM }) - 1;
    const head = rows.slice(0, near === rows[index] ? index + 1 : index), rest = rows.slice(near === rows[index - 1] ? index - 1 : index);
    return [head.at(-1) === node ? head : [...head, node], rest[0] === node ? [...rest] : [node, ...rest]];
  }
  return [[...rows], []];
}

function lengthM(nodes: readonly RawNode[], rows: readonly number[]): number {
  let sumM = 0;
  for (let index = 1; index < rows.length; index++) {
    const eastM = nodes[rows[index]!]!.xM - nodes[rows[index - 1]!]!.xM, northM = nodes[rows[index]!]!.yM - nodes[rows[index - 1]!]!.yM;
    sumM += Math.sqrt(eastM * eastM + northM * northM);
  }
  return sumM;
}
