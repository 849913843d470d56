/** Written by scripts/fit-screening.mjs --cross-validate: measures under weights that did not see the pair. */
export const CROSS_VALIDATED: Readonly<Record<string, number>> = {}
