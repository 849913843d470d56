const FEMININE = /(?:o[vw]|e[vw]|in|yn)a$|ska[jy]a$/

/** Baranov and Baranova, Angelo and Angela, Michel and Michelle. */
export function doGendersDiffer(one: string, two: string): boolean {
  const [short, long] = one.length <= two.length ? [one, two] : [two, one]
  if (FEMININE.test(one) !== FEMININE.test(two) && short.length > 3) return true
  if (long === `${short}a` || long === `${short}le` || long === `${short}e`) return true
  return one.endsWith('o')
    ? isOtherEnding(one, two, 'a')
    : one.endsWith('a') && isOtherEnding(one, two, 'o')
}

function isOtherEnding(one: string, two: string, ending: string): boolean {
  return two.endsWith(ending) && one.slice(0, -1) === two.slice(0, -1)
}
