/**
 * How near a run must come to the reference. Two runs of the reference that differ in their seed only are not nearer
 * to each other than chance lets them be: so limits widen with the spread that the reference itself shows.
 */
export const LIMITS = {
  /** Mean duration and mean time loss: the wider of a share and of so many standard deviations between seeds of the reference. */
  meanShare: 0.03,
  meanDeviations: 2,
  /** Mean time loss of buses. */
  busTimeLossShare: 0.05,
  /** Vehicles inserted, arrived and still running: the wider of a share and of so many vehicles, for there are no parts of one. */
  countShare: 0.01,
  countVehicles: 1,
  /** Share of link flows with GEH below 5. */
  gehBelow5Share: 0.95,
  /** Median relative difference of link travel times: the wider of a share and of so many times that between seeds of the reference. */
  linkTimeShare: 0.08,
  linkTimeTimesOwn: 1.5,
} as const;
