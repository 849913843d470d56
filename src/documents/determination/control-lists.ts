import type { EntryAnswer, ItemFinding } from '../../determination/index.ts'
import { groupBy, table } from '../blocks.ts'
import { apart, english, plain, type Scribe, strong } from '../messages.ts'
import type { Block, Words } from '../paper.ts'

/** What the lists of one jurisdiction say of every item, with the citation of every entry. */
export function listTable(items: readonly ItemFinding[], scribe: Scribe): readonly Block[] {
  return table(
    [
      [scribe.say('item'), 2],
      [scribe.say('entry'), 2],
      [scribe.say('finding'), 5],
      [scribe.say('citation'), 3],
    ],
    items.flatMap((item) => itemRows(item, scribe)),
  )
}

function itemRows(item: ItemFinding, scribe: Scribe): readonly (readonly Words[])[] {
  const { listed, eliminated, entries } = item
  const summary = apart([
    scribe.strong(listed),
    eliminated === 0 ? [] : scribe.say('eliminated', { count: eliminated }),
  ])
  // Entries that are open for the same reason under one citation are told of together.
  const groups = groupBy(entries, (entry) =>
    entry.truth === 'true' ? nameOf(entry) : JSON.stringify([entry.cite, lacking(entry, scribe)]),
  )
  return [
    [strong(item.item), [], summary, []],
    ...groups.flatMap((group) => {
      const [first] = group
      if (first === undefined) return []
      return [
        [
          plain(item.item),
          plain(group.map(nameOf).join(', ')),
          findingOf(group, first, scribe),
          english(first.cite),
        ],
      ]
    }),
  ]
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
