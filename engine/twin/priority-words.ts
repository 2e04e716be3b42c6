/** What a controller answers who asks for priority, or what became of the request. */
export const priorityAnswer = {
  none: 0, notNeeded: 1, extension: 2, earlyGreen: 3, refused: 4, passed: 5, dropped: 6, skip: 7, insertion: 8, rotation: 9,
  /** Its stage is called out of turn, before all others. */
  stageCalled: 10,
  /** Its green is held until it has passed. */
  heldUntilPassed: 11,
  /** A stage was longer, for green that had been taken from it for who asked last. */
  givenBack: 12,
  /** Green that was taken from a stage is not given back. */
  notGivenBack: 13,
} as const;

/** Answers by which something was changed for who asked, those that change more behind. */
export const services = ['extension', 'earlyGreen', 'skip', 'rotation', 'insertion', 'heldUntilPassed', 'stageCalled'] as const satisfies readonly (keyof typeof priorityAnswer)[];

export type Service = (typeof services)[number];

const codes: readonly number[] = services.map((name) => priorityAnswer[name]);

export const isService = (answer: number): boolean => codes.includes(answer);

/** Why. */
export const priorityReason = {
  none: 0,
  /** It comes while its group is green anyway. */
  comesOnGreen: 1,
  /** Its green would have ended just before it. */
  missesGreen: 2,
  /** It comes before its green begins. */
  comesOnRed: 3,
  /** Longer than the stage may ever last. */
  beyondLongest: 4,
  /** Another was served a short while ago. */
  lockout: 5,
  /** The plan could not be regained soon enough. */
  planTooFarOff: 6,
  /** The running stage has only just begun, or the intergreen matrix allows no less. */
  atShortest: 7,
  /** Another asked before and needs the opposite. */
  anotherFirst: 8,
  /** The rules of this controller have no such means. */
  noSuchMeans: 9,
  /** Not late enough to be served here. */
  notLate: 10,
  /** It told that it has passed. */
  signedOff: 11,
  /** It told that it goes elsewhere. */
  withdrawn: 12,
  /** Nothing was heard of it any more. */
  notRenewed: 13,
  /** Somebody else would wait longer than anyone may there. */
  othersWaitTooLong: 14,
  /** Somebody waits for a stage that would be left out. */
  stageAskedFor: 15,
  /** Too close behind the vehicle before of its line to be served here. */
  tooCloseBehind: 20,
  /** Too few people aboard to be served here. */
  tooFewAboard: 21,
  /** Lines such as its own are not served here. */
  otherLineClass: 22,
  /** Nobody is served here at this time of the day. */
  outOfHours: 23,
  /** Several asked that could not all be served: this costs all of them together the least. */
  solvedTogether: 24,
  /** More asked than can be settled together, and it was heard after them. */
  tooManyAsk: 25,
  /** Vehicles of its kind go before the plan here. */
  beforeThePlan: 30,
  /** Another is let through that goes before all others. */
  absoluteFirst: 31,
  /** One that went before the plan has passed, and the plan is being regained. */
  planBeingRegained: 32,
  /** Green had been taken from it for a bus or tram. */
  greenTaken: 33,
  /** Another plan runs by the clock. */
  planChanged: 34,
} as const;
