/**
 * The one threshold for everything. Chosen on the labelled pairs named in README.md for the best
 * balance of missed and false matches; the same for persons, companies and vessels, with and without
 * further evidence.
 */
export const MATCH_FROM = 0.5

/** A name that its publisher calls weak, where it does not agree word by word. */
export const WEAK_ALIAS = -1.5

/** Log-odds as a probability, to two decimals. */
export function likelihood(logOdds: number): number {
  return Math.round(100 / (1 + Math.exp(-logOdds))) / 100
}
