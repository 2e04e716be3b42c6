// A crossing of two one-lane streets as SUMO files, for side-by-side runs: small enough to be told apart to the second.
const ARM_M = 800, HALF_M = 7.2, LANE_M = 1.6, LIMIT_MPS = 13.89;
const lengthM = (ARM_M - HALF_M).toFixed(2);

/** By the side it comes from: where it goes, the unit vector inward, in the order of the signal groups. */
const arms = [
  { from: 'N', to: 'S', x: 0, y: 1 }, { from: 'E', to: 'W', x: 1, y: 0 }, { from: 'S', to: 'N', x: 0, y: -1 }, { from: 'W', to: 'E', x: -1, y: 0 },
] as const;

/** A point `out` metres from the middle on the arm, on the side that traffic comes in on (right-hand traffic), or goes out on. */
const at = ({ x, y }: (typeof arms)[number], out: number, inward: boolean): string => {
  const side = inward ? LANE_M : -LANE_M;
  return `${(x * out - y * side).toFixed(2)},${(y * out + x * side).toFixed(2)}`;
};
const opposite = (arm: (typeof arms)[number]): (typeof arms)[number] => arms.find(({ from }) => from === arm.to)!;

/** The street network. Groups of the controller C: 0 from the north, 1 east, 2 south, 3 west; all go straight. */
export const crossingNet = `<net version="1.9"><location netOffset="0.00,0.00" convBoundary="-${ARM_M},-${ARM_M},${ARM_M},${ARM_M}" origBoundary="-${ARM_M},-${ARM_M},${ARM_M},${ARM_M}" projParameter="!"/>
${arms.map((arm, group) => `<edge id=":C_${group}" function="internal"><lane id=":C_${group}_0" index="0" speed="${LIMIT_MPS}" length="${2 * HALF_M}" shape="${at(arm, HALF_M, true)} ${at(opposite(arm), HALF_M, false)}"/></edge>`).join('\n')}
${arms.map((arm) => `<edge id="${arm.from}C" from="${arm.from}" to="C" priority="-1"><lane id="${arm.from}C_0" index="0" speed="${LIMIT_MPS}" length="${lengthM}" shape="${at(arm, ARM_M, true)} ${at(arm, HALF_M, true)}"/></edge>
<edge id="C${arm.from}" from="C" to="${arm.from}" priority="-1"><lane id="C${arm.from}_0" index="0" speed="${LIMIT_MPS}" length="${lengthM}" shape="${at(arm, HALF_M, false)} ${at(arm, ARM_M, false)}"/></edge>`).join('\n')}
<tlLogic id="C" type="static" programID="0" offset="0"><phase duration="90" state="GrGr"/></tlLogic>
<junction id="C" type="traffic_light" x="0.00" y="0.00" incLanes="${arms.map(({ from }) => `${from}C_0`).join(' ')}" intLanes="${arms.map((_, group) => `:C_${group}_0`).join(' ')}" shape="-7.2,3.2 -3.2,7.2 3.2,7.2 7.2,3.2 7.2,-3.2 3.2,-7.2 -3.2,-7.2 -7.2,-3.2">
${['0000', '0101', '0000', '0101'].map((response, index) => `<request index="${index}" response="${response}" foes="${index % 2 === 0 ? '1010' : '0101'}" cont="0"/>`).join('')}</junction>
${arms.map((arm) => `<junction id="${arm.from}" type="dead_end" x="${arm.x * ARM_M}" y="${arm.y * ARM_M}" incLanes="C${arm.from}_0" intLanes="" shape="${at(arm, ARM_M, true)} ${at(arm, ARM_M, false)}"/>`).join('\n')}
${arms.map((arm, group) => `<connection from="${arm.from}C" to="C${arm.to}" fromLane="0" toLane="0" via=":C_${group}_0" tl="C" linkIndex="${group}" dir="s" state="o"/>
<connection from=":C_${group}" to="C${arm.to}" fromLane="0" toLane="0" dir="s" state="M"/>`).join('\n')}
</net>`;

/** Poisson arrivals of an hour on all four arms, by a small generator of its own, so that anyone can draw them again. */
function arrivalsS(perHour: number, seed: number): number[] {
  let draw = seed * 7919 + 1, timeS = 0;
  const times: number[] = [];
  for (;;) {
    draw = (draw * 1103515245 + 12345) % 2147483648;
    timeS -= (Math.log(((draw >>> 8) + 0.5) / 8388608) * 3600) / perHour;
    if (timeS > 3600) return times;
    times.push(timeS);
  }
}

/** Cars without noise that want to drive the limit. `laterS` is added to every departure. */
export function crossingTraffic(eastWest: number, northSouth: number, seed: number, laterS: number): string {
  const cars = arms.flatMap((arm, at) => arrivalsS(at % 2 === 1 ? eastWest : northSouth, seed * 10 + at).map((timeS) => ({ timeS, edges: `${arm.from}C C${arm.to}` })));
  cars.sort((one, other) => one.timeS - other.timeS);
  return `<routes><vType id="car" sigma="0" speedFactor="1" speedDev="0"/>${cars.map(({ timeS, edges }, id) =>
    `<vehicle id="${id}" type="car" depart="${(timeS + laterS).toFixed(2)}" departSpeed="max"><route edges="${edges}"/></vehicle>`).join('\n')}</routes>`;
}
