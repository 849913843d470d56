/**
 * The one threshold for everything. Chosen on the labelled pairs named in README.md for the best
 * balance of missed and false matches; the same for persons, companies and vessels, with and without
 * further evidence.
 */
export const MATCH_FROM = 0.5

/** General words alone make nobody known: no name reaches more by them. */
export const NOBODY = -8
/** The same words are found, however common they are (law 1). */
export const SAME_NAME = 0.6
/** So is the branch of a listed party that is named after it and a place. */
export const BRANCH = 0.2
/** So is a firm of which only the own words are given, not what it does: `Fujian Jinhua`. Its country decides the rest. */
export const SHORT = 0.05
/** Where names say nothing, evidence alone has to carry: a shared number does, a country does not. */
export const NO_NAME = -4

/** Log-odds as a probability, to two decimals. */
export function likelihood(logOdds: number): number {
  return Math.round(100 / (1 + Math.exp(-logOdds))) / 100
}
