import { formatDecimal } from '../kernel/index.ts'
import type {
  MissingFact,
  OwnershipFinding,
  OwnershipPath,
  PartyOwnership,
  RedFlag,
  ShareRange,
} from '../screening/index.ts'
import { type Page, paragraph } from './answer/page.ts'

export interface OwnershipVerdict {
  readonly word: 'listed' | 'owned' | 'owned, no rule in effect' | 'undetermined' | 'clear'
  readonly isClear: boolean
}

/** A rule that has no effect on the day asks for a look where the share is reached, not where it is open. */
export function ownershipVerdict({ listed, findings }: PartyOwnership): OwnershipVerdict {
  const some = (truth: 'true' | 'unknown'): boolean =>
    findings.some(({ asWritten, asAdministered }) => [asWritten, asAdministered].includes(truth))
  if (listed === 'true') return { word: 'listed', isClear: false }
  if (some('true')) return { word: 'owned', isClear: false }
  if (listed === 'unknown' || some('unknown')) return { word: 'undetermined', isClear: false }
  if (findings.some(({ owned }) => owned === 'true'))
    return { word: 'owned, no rule in effect', isClear: false }
  return { word: 'clear', isClear: true }
}

const COLOURS = {
  listed: 'red',
  owned: 'red',
  'owned, no rule in effect': 'yellow',
  undetermined: 'yellow',
  clear: 'green',
} as const

type Names = ReadonlyMap<string, string>

export function ownershipLines(
  page: Page,
  answer: PartyOwnership,
  names: Names,
): readonly string[] {
  const { party, lists, findings, strictest, flags } = answer
  const { word } = ownershipVerdict(answer)
  const head = word.toUpperCase()
  const own = lists.length === 0 ? '' : `, itself on ${lists.join(', ')}`
  const told = findings.filter(({ owned }) => owned !== 'false')
  return [
    ...paragraph(
      page,
      `${head}  `,
      `${party.name}${own}`,
      `${page.paint(['bold', COLOURS[word]], head)}  `,
    ),
    ...told.flatMap((finding) => findingLines(page, finding, names)),
    ...(strictest === undefined ? [] : strictestLines(page, strictest, names)),
    ...flags.flatMap((flag) => paragraph(page, '  ! ', flagText(flag, names))),
  ]
}

function findingLines(page: Page, finding: OwnershipFinding, names: Names): readonly string[] {
  const { title, rule, owned, share, threshold, effect, paths, missing } = finding
  const together =
    owned === 'true' ? 'held by listed parties together' : 'may be held by listed parties together'
  const limit = `${percent({ least: threshold, most: threshold })} or more`
  const applied =
    effect.asAdministered === effect.asWritten ? '' : ` As administered: ${effect.asAdministered}.`
  return [
    ...paragraph(
      page,
      '  ',
      `${title} (${rule}): ${percent(share)} ${together}; the rule asks for ${limit}.`,
    ),
    ...paragraph(page, '    In effect: ', `${effect.asWritten}. ${effect.because}${applied}`),
    ...paths.flatMap((path) => paragraph(page, '    Path: ', pathText(path, names))),
    ...more(page, finding.morePaths, 'paths'),
    ...missing.flatMap((fact) => paragraph(page, '    Missing: ', missingText(fact, names))),
    ...more(page, finding.moreMissing, 'missing facts'),
    ...paragraph(page, '    Then: ', `${finding.consequence} [${finding.cite}; ${finding.mark}]`),
  ]
}

function more(page: Page, number: number, what: string): readonly string[] {
  return number === 0 ? [] : paragraph(page, '    ', `… and ${number} more ${what}`)
}

function strictestLines(
  page: Page,
  { owner, row, ranked, others }: NonNullable<PartyOwnership['strictest']>,
  names: Names,
): readonly string[] {
  const { licenceRequirement, reviewPolicy } = row.rule
  const demands = [licenceRequirement, reviewPolicy].filter((part) => part !== undefined)
  const also =
    others.length === 0 ? '' : ` Other owners: ${others.map((id) => nameOf(id, names)).join(', ')}.`
  const doubt = ranked ? '' : ' The rows could not all be ranked: read each.'
  return paragraph(
    page,
    '  Most restricted owner: ',
    `${nameOf(owner, names)} (${row.list})${demands.length === 0 ? '' : `: ${demands.join(' · ')}`}.${also}${doubt}`,
  )
}

/** `A –50 %→ B –60 to 70 %→ C` */
function pathText(path: OwnershipPath, names: Names): string {
  const first = path[0]?.owner ?? ''
  const links = path.map(
    ({ owned, share, directness }) =>
      ` –${percent(share)}${directness === 'direct' ? '' : `, ${directness === 'indirect' ? 'indirect' : 'perhaps indirect'}`}→ ${nameOf(owned, names)}`,
  )
  return `${nameOf(first, names)}${links.join('')}`
}

function missingText(fact: MissingFact, names: Names): string {
  switch (fact.kind) {
    case 'share':
      return `the share of ${nameOf(fact.owner, names)} in ${nameOf(fact.owned, names)}`
    case 'owners':
      return `who holds the other ${percent({ least: fact.unstated, most: fact.unstated })} of ${nameOf(fact.owned, names)}`
    case 'screening':
      return `whether ${nameOf(fact.party, names)} stands on ${fact.lists.join(', ')}`
  }
}

function flagText({ owner, share, path, what }: RedFlag, names: Names): string {
  const who =
    owner === undefined
      ? ''
      : `${nameOf(owner, names)}${share === undefined ? '' : `, ${percent(share)}`}: `
  const way = path === undefined || path.length < 2 ? '' : ` (${pathText(path, names)})`
  return `${who}${what}${way}`
}

function nameOf(id: string, names: Names): string {
  return names.get(id) ?? id
}

function percent({ least, most }: ShareRange): string {
  const [from, to] = [formatDecimal(least.times(100)), formatDecimal(most.times(100))]
  return from === to ? `${from} %` : `${from} to ${to} %`
}
