import type { Transaction } from '../../determination/index.ts'
import { canonicalJson, digestOfBytes } from '../../kernel/index.ts'
import { heading, paragraph, section, table } from '../blocks.ts'
import { apart, plain, type Scribe, strong } from '../messages.ts'
import { nameWords } from '../names.ts'
import type { Block, Words } from '../paper.ts'

type Item = Transaction['items'][number]
type Party = NonNullable<Transaction['parties']>[number]

/** Longer texts of papers are named by their length and digest. */
const LONGEST_TEXT = 2000

/** What was stated by those who asked: items, parties, and every other fact, none left out. */
export function statedBlocks(transaction: Transaction, scribe: Scribe): readonly Block[] {
  const { items, parties = [], ...rest } = transaction
  return [
    heading(1, scribe.say('stated')),
    paragraph(scribe.say('statedNote')),
    ...section(2, scribe.say('items'), itemTable(items, scribe)),
    ...section(2, scribe.say('parties'), partyTable(parties, scribe)),
    ...section(2, scribe.say('otherStatements'), factTable(rest, scribe)),
  ]
}

/** `tool-1`, and `tool-1 › laser` for what it contains. */
interface Placed {
  readonly path: string
  readonly item: Item
}

function withContent(item: Item, path: string): readonly Placed[] {
  const parts = item.content ?? []
  return [
    { path, item },
    ...parts.flatMap((part, at) =>
      withContent(part, `${path} › ${part.id ?? part.name ?? at + 1}`),
    ),
  ]
}

function itemTable(items: Transaction['items'], scribe: Scribe): readonly Block[] {
  const rows = items
    .flatMap((item, at) => withContent(item, item.id ?? `items[${at}]`))
    .map(({ path, item }) => [
      strong(path),
      apart([descriptionOf(item), claimsOf(item, scribe)], '; '),
      plain(characteristicsOf(item)),
    ])
  return table(
    [
      [scribe.say('item'), 2],
      [scribe.say('description'), 5],
      [scribe.say('characteristics'), 5],
    ],
    rows,
  )
}

function descriptionOf(item: Item): Words {
  const {
    id: _id,
    name,
    characteristics: _values,
    claims: _claims,
    content: _content,
    ...rest
  } = item
  const leaves = leavesOf(rest).map(({ path, value }) => plain(`${path}: ${value}`))
  return apart([name === undefined ? [] : nameWords(name, item.origin), ...leaves], '; ')
}

function characteristicsOf({ characteristics }: Item): string {
  return leavesOf(characteristics)
    .map(({ path, value }) => `${path} ${value}`)
    .join('; ')
}

function claimsOf({ claims }: Item, scribe: Scribe): Words {
  const said = claims.map(({ jurisdiction, code, basis, evidence = scribe.text('noEvidence') }) =>
    scribe.say('claimedAs', { jurisdiction, code, basis, evidence }),
  )
  return said.length === 0 ? [] : apart([scribe.strong('claimed'), apart(said, '; ')], ': ')
}

function partyTable(parties: readonly Party[], scribe: Scribe): readonly Block[] {
  const rows = parties.map((party) => {
    const { role, name, nativeName, country, ...rest } = party
    const leaves = leavesOf(rest).map(({ path, value }) => nameWords(`${path}: ${value}`, country))
    return [
      plain(role),
      apart([
        nameWords(name, country, 'strong'),
        nativeName === undefined ? [] : nameWords(nativeName, country),
      ]),
      plain(country ?? ''),
      apart(leaves, '; '),
    ]
  })
  return table(
    [
      [scribe.say('role'), 2],
      [scribe.say('name'), 4],
      [scribe.say('country'), 1],
      [scribe.say('description'), 5],
    ],
    rows,
  )
}

function factTable(rest: object, scribe: Scribe): readonly Block[] {
  const rows = leavesOf(rest).map(({ path, value }) => [
    plain(path),
    value.length > LONGEST_TEXT
      ? scribe.say('longText', { length: value.length, digest: digestOfBytes(value) })
      : nameWords(value),
  ])
  return table(
    [
      [scribe.say('fact'), 2],
      [scribe.say('value'), 5],
    ],
    rows,
  )
}

interface Leaf {
  readonly path: string
  readonly value: string
}

/** Every value that is stated, with the path to it, in the order in which it stands. */
export function leavesOf(value: unknown, path = ''): readonly Leaf[] {
  if (value === undefined) return []
  if (Array.isArray(value)) {
    return value.every((one) => typeof one !== 'object')
      ? value.length === 0
        ? []
        : [{ path, value: value.map(String).join(', ') }]
      : value.flatMap((one, at) => leavesOf(one, `${path}[${at}]`))
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, one]) =>
      leavesOf(one, path === '' ? key : `${path}.${key}`),
    )
  }
  return [{ path, value: typeof value === 'string' ? value : canonicalJson(value) }]
}
