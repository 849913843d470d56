import type { EntryAnswer, ItemFinding } from '../../determination/index.ts'
import { groupBy, paragraph, table } from '../blocks.ts'
import { apart, english, plain, type Scribe, strong } from '../messages.ts'
import type { Block, Words } from '../paper.ts'

/**
 * What the lists of one jurisdiction say of every item, with the citation of every entry. Items of
 * which the same is found stand together.
 */
export function listBlocks(items: readonly ItemFinding[], scribe: Scribe): readonly Block[] {
  return groupBy(items, ({ item: _item, ...same }) => JSON.stringify(same)).flatMap((same) =>
    findingBlocks(same, scribe),
  )
}

function findingBlocks(same: readonly ItemFinding[], scribe: Scribe): readonly Block[] {
  const [first] = same
  if (first === undefined) return []
  const { listed, eliminated, entries } = first
  const counted = eliminated === 0 ? [] : scribe.say('eliminated', { count: eliminated })
  const said = apart([scribe.strong(listed), counted])
  return [
    paragraph(apart([strong(same.map(({ item }) => item).join(', ')), said], ': ')),
    ...entryTable(entries, scribe),
  ]
}

function entryTable(entries: readonly EntryAnswer[], scribe: Scribe): readonly Block[] {
  // Entries that are open for the same reason under one citation are told of together.
  const groups = groupBy(entries, (entry) =>
    entry.truth === 'true' ? nameOf(entry) : JSON.stringify([entry.cite, lacking(entry, scribe)]),
  )
  const rows = groups.flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const codes = strong(group.map(nameOf).join(', '))
    return [[codes, findingOf(group, first, scribe), english(first.cite)]]
  })
  return table(
    [
      [scribe.say('entry'), 2],
      [scribe.say('finding'), 7],
      [scribe.say('citation'), 4],
    ],
    rows,
  )
}

function findingOf(group: readonly EntryAnswer[], first: EntryAnswer, scribe: Scribe): Words {
  const titles = [...new Set(group.map(({ title }) => title))].filter((title) => title !== '')
  return apart([
    scribe.strong(stateOf(first)),
    first.suspended === true ? scribe.say('suspended') : [],
    ...titles.map(english),
    ...group.flatMap((entry) => claimOf(entry, scribe)),
    ...first.margins.map(({ parameter, value, unit, wanted, percent }) =>
      scribe.say(percent === undefined ? 'margin' : 'marginBy', {
        parameter,
        value: unit === undefined || unit === '1' ? readable(value) : `${readable(value)} ${unit}`,
        wanted,
        percent: percent ?? '',
      }),
    ),
    lacking(first, scribe),
  ])
}

function stateOf({
  truth,
  basis,
}: EntryAnswer): 'entryMet' | 'entryClaimed' | 'entryOpen' | 'entryNotMet' {
  if (truth === 'false') return 'entryNotMet'
  if (truth === 'unknown') return 'entryOpen'
  return basis === 'claim' ? 'entryClaimed' : 'entryMet'
}

function claimOf({ claimed }: EntryAnswer, scribe: Scribe): readonly Words[] {
  if (claimed === undefined) return []
  const { code, basis, evidence } = claimed
  const said = scribe.text('claimedAs', {
    jurisdiction: '',
    code,
    basis,
    evidence: evidence ?? scribe.text('noEvidence'),
  })
  return [apart([scribe.say('claimed'), plain(said.trim())], ': ')]
}

function lacking({ missing, basis, truth }: EntryAnswer, scribe: Scribe): Words {
  if (missing.length > 0) return scribe.say('needs', { facts: missing.join(', ') })
  return truth === 'unknown' && basis === 'text' ? scribe.say('textNotRead') : []
}

function nameOf({ code, version }: EntryAnswer): string {
  return version === 'current' ? code : `${code} (${version})`
}

/** A quotient of many digits, cut for reading; the answer itself keeps all. */
function readable(value: string): string {
  const [, whole = '', decimals = ''] = /^(-?\d+)\.(\d+)$/.exec(value) ?? []
  return decimals.length > 6 ? `≈ ${whole}.${decimals.slice(0, 4)}` : value
}
