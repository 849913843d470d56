import type { ListedParty } from './model.ts'

/** What the row demands of who deals with the party, in the publisher's words. */
export function demandInWords({ rule, list, programmes }: ListedParty): readonly string[] {
  const { licenceRequirement, reviewPolicy, footnotes, citation } = rule
  return [
    `Listed on ${list}${programmes.length > 0 ? ` (${programmes.join(', ')})` : ''}${citation === undefined ? '' : `, ${citation}`}`,
    ...(licenceRequirement === undefined ? [] : [`Licence required: ${licenceRequirement}`]),
    ...(footnotes.length === 0 ? [] : [`Footnotes: ${footnotes.join(', ')}`]),
    ...(reviewPolicy === undefined ? [] : [`Review policy: ${reviewPolicy}`]),
  ]
}
