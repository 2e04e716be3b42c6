/** What a setting costs, by objective; less is better in each. */
export type Costs = readonly number[];

/** Whether one is at least as good in all, and better in one. */
export function dominates(one: Costs, other: Costs): boolean {
  let better = false;
  for (let at = 0; at < one.length; at++) {
    if (one[at]! > other[at]!) return false;
    if (one[at]! < other[at]!) better = true;
  }
  return better;
}

/** The rank of each: 0 for those that nobody dominates, 1 for those that only these dominate, and so on. Deb and others (2002), IEEE Transactions on Evolutionary Computation 6, 182, section III A. */
export function ranks(costs: readonly Costs[]): number[] {
  const rank = costs.map(() => -1);
  let left = costs.length;
  for (let now = 0; left > 0; now++) {
    const front = costs.flatMap((one, at) => (rank[at] === -1 && !costs.some((other, by) => rank[by] === -1 && dominates(other, one)) ? [at] : []));
    for (const at of front) rank[at] = now;
    left -= front.length;
  }
  return rank;
}

/** How alone each stands among those of its rank: the sides of the box that its neighbours leave it; Infinity at the ends. The same paper, section III B. */
export function crowdingDistances(costs: readonly Costs[], rank: readonly number[]): number[] {
  const distance = costs.map(() => 0);
  for (const now of new Set(rank)) {
    const members = costs.flatMap((_, at) => (rank[at] === now ? [at] : []));
    for (let objective = 0; objective < costs[0]!.length; objective++) {
      const cost = (member: number): number => costs[member]![objective]!;
      const sorted = [...members].sort((one, other) => cost(one) - cost(other) || one - other), range = cost(sorted.at(-1)!) - cost(sorted[0]!);
      distance[sorted[0]!] = distance[sorted.at(-1)!] = Infinity;
      if (range > 0) for (let at = 1; at + 1 < sorted.length; at++) distance[sorted[at]!]! += (cost(sorted[at + 1]!) - cost(sorted[at - 1]!)) / range;
    }
  }
  return distance;
}

/** Positions from the best to the worst: by rank, then the most alone first, then as given. */
export function bestFirst(costs: readonly Costs[]): number[] {
  const rank = ranks(costs), distance = crowdingDistances(costs, rank);
  return costs.map((_, at) => at).sort((one, other) => rank[one]! - rank[other]! || compare(distance[other]!, distance[one]!) || one - other);
}

const compare = (one: number, other: number): number => (one === other ? 0 : one - other);

/** Area that a front of two costs dominates up to a reference point: the larger, the better the front. */
export function dominatedArea(costs: readonly Costs[], reference: Costs): number {
  const inside = costs.filter((one) => one[0]! < reference[0]! && one[1]! < reference[1]!).sort((one, other) => one[0]! - other[0]! || one[1]! - other[1]!);
  let area = 0, least = reference[1]!;
  for (const [first, second] of inside) {
    if (second! >= least) continue;
    area += (reference[0]! - first!) * (least - second!);
    least = second!;
  }
  return area;
}
