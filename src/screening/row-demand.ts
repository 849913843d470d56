import type { ListedParty } from './model.ts'

/** What the row demands of who deals with the party, in the publisher's words. */
export function demandInWords({ rule, list, programmes }: ListedParty): readonly string[] {
  const { licenceRequirement, reviewPolicy, footnotes, citation } = rule
  return [
    listing(programmes.length > 0 ? `${list} (${programmes.join(', ')})` : list, citation),
    ...(licenceRequirement === undefined ? [] : [`Licence required: ${licenceRequirement}`]),
    ...(footnotes.length === 0 ? [] : [`Footnotes: ${footnotes.join(', ')}`]),
    ...(reviewPolicy === undefined ? [] : [`Review policy: ${reviewPolicy}`]),
  ]
}

/** Some publishers say themselves that the party is listed, and since when. */
function listing(list: string, citation: string | undefined): string {
  if (citation === undefined) return `Listed on ${list}`
  return /^(?:re-?)?listed\b/i.test(citation)
    ? `On ${list}: ${citation.charAt(0).toLowerCase()}${citation.slice(1)}`
    : `Listed on ${list}, ${citation}`
}
