/** An interval that is still to come, in the order of the plan; the first is the one that runs. Clearings have one length only. */
export interface IntervalAhead {
  leastS: number;
  plannedS: number;
  longestS: number;
  /** What others lose for every second that it is shorter than planned ... */
  shorterCost: number;
  /** ... and for every second that it is longer. */
  longerCost: number;
}

/** One that asks. Times count from the beginning of the running interval. */
export interface Claim {
  /** By interval ahead: 1 where its group is green. */
  greenIn: ArrayLike<number>;
  /** Its green is to begin by then, from now on at the earliest: who is late already has lost that anyway; ... */
  dueS: number;
  /** ... and to last until then. */
  leavesS: number;
  /** What a second of its wait counts for. */
  weight: number;
}

/** What a search over schedules asks again and again. By claim, then by interval ahead. */
export interface ClaimTables {
  intervals: readonly IntervalAhead[];
  claims: readonly Claim[];
  /** The interval with which a green begins; of an interval without green, meaningless. */
  firstOfGreen: number[][];
  /** The interval with which it ends. */
  lastOfGreen: number[][];
  /** From the beginning of an interval until a green begins with it or after it, at the least; where none does, until the end of the last. */
  leastUntilGreenS: number[][];
  /** From the beginning of an interval until the green that runs in it ends, at the most. */
  longestGreenS: number[][];
  /** When everybody has gone that was promised a green: from then on the plan may go on. */
  allGoneS: number;
}

export function tabulate(intervals: readonly IntervalAhead[], asked: readonly Claim[]): ClaimTables {
  const claims = asked.map((claim) => ({ ...claim, dueS: Math.max(0, claim.dueS) }));
  const count = intervals.length, isGreen = (row: number, interval: number): boolean => interval >= 0 && interval < count && claims[row]!.greenIn[interval] === 1;
  const byClaim = (fill: (row: number) => number[]): number[][] => claims.map((_, row) => fill(row));
  /** Filled from the last interval to the first: what comes after is known. */
  const backwards = (of: (interval: number, after: number) => number, atEnd: number): number[] => {
    const values = new Array<number>(count + 1).fill(atEnd);
    for (let interval = count - 1; interval >= 0; interval--) values[interval] = of(interval, values[interval + 1]!);
    return values;
  };
  return {
    intervals, claims,
    firstOfGreen: byClaim((row) => intervals.map((_, at) => { let first = at; while (isGreen(row, first - 1)) first--; return first; })),
    lastOfGreen: byClaim((row) => backwards((at, after) => (isGreen(row, at + 1) ? after : at), count)),
    leastUntilGreenS: byClaim((row) => backwards((at, after) => (isGreen(row, at) && !isGreen(row, at - 1) ? 0 : intervals[at]!.leastS + after), 0)),
    longestGreenS: byClaim((row) => backwards((at, after) => (isGreen(row, at) ? intervals[at]!.longestS + after : 0), 0)),
    allGoneS: Math.max(...claims.map(({ leavesS }) => leavesS)),
  };
}

/** Who is promised the greens that begin with an interval: what they wait costs, and how long the interval has to last for all who were promised one. */
export interface EntryOption { promised: number; waitCost: number; leastS: number }

/**
 * All ways to promise the greens that begin with an interval. A green that lasts for one also lasts for those of the same
 * green who go before: there is no use in promising it to the later one alone.
 */
export function entryOptions(tables: ClaimTables, interval: number, timeS: number, promised: number): EntryOption[] {
  const { claims, lastOfGreen, longestGreenS } = tables;
  const entering = claims.map((_, row) => row).filter((row) => beginsAt(tables, row, interval) && (promised & (1 << row)) === 0 && timeS + longestGreenS[row]![interval]! >= claims[row]!.leavesS)
    .sort((one, other) => lastOfGreen[one]![interval]! - lastOfGreen[other]![interval]! || claims[one]!.leavesS - claims[other]!.leavesS);
  let options: { promised: number; waitCost: number; closedGreen: number }[] = [{ promised, waitCost: 0, closedGreen: -1 }];
  for (const row of entering) {
    const waitCost = Math.max(0, timeS - claims[row]!.dueS) * claims[row]!.weight, green = lastOfGreen[row]![interval]!;
    options = options.flatMap((option) => [
      { ...option, closedGreen: green },
      ...(option.closedGreen === green ? [] : [{ promised: option.promised | (1 << row), waitCost: option.waitCost + waitCost, closedGreen: option.closedGreen }]),
    ]);
  }
  return options.map((option) => ({ promised: option.promised, waitCost: option.waitCost, leastS: leastFor(tables, interval, timeS, option.promised) }));
}

const beginsAt = ({ claims }: ClaimTables, row: number, interval: number): boolean => claims[row]!.greenIn[interval] === 1 && (interval === 0 || claims[row]!.greenIn[interval - 1] !== 1);

/** How long an interval has to last so that whoever was promised its green can still go, if what follows it lasts as long as it may. */
function leastFor({ claims, longestGreenS }: ClaimTables, interval: number, timeS: number, promised: number): number {
  let leastS = 0;
  claims.forEach(({ greenIn, leavesS }, row) => {
    if ((promised & (1 << row)) === 0 || greenIn[interval] !== 1) return;
    leastS = Math.max(leastS, leavesS - timeS - longestGreenS[row]![interval + 1]!);
  });
  return leastS;
}
