import type { ListedParty, Snapshot, SnapshotReference } from '../screening/index.ts'
import { pairRenamed } from './pair-renamed.ts'
import {
  foldText,
  isNameField,
  type Substance,
  type SubstanceField,
  substanceOf,
  wordsOf,
} from './party-substance.ts'

export interface FieldChange {
  readonly field: SubstanceField
  /** As printed in the older snapshot, and no more in the newer. */
  readonly gone: readonly string[]
  /** As printed in the newer snapshot, and not in the older. */
  readonly come: readonly string[]
}

export interface ChangedParty {
  readonly older: ListedParty
  readonly newer: ListedParty
  readonly fields: readonly FieldChange[]
}

/** What the newer of two snapshots of a source changes in substance. */
export interface SnapshotDelta {
  readonly older: SnapshotReference
  readonly newer: SnapshotReference
  readonly added: readonly ListedParty[]
  readonly removed: readonly ListedParty[]
  readonly changed: readonly ChangedParty[]
  /** Parties printed otherwise and saying the same. */
  readonly reworded: number
  /** Parties the same to the letter. */
  readonly same: number
}

/**
 * Parties are the same where list and id are; of those left over, a party removed and one added in the
 * same list are one party renamed where most of what they say agrees.
 */
export function diffSnapshots(older: Snapshot, newer: Snapshot): SnapshotDelta {
  const before = byKey(older.parties)
  const after = byKey(newer.parties)
  const kept = [...after].flatMap(([key, party]) => {
    const earlier = before.get(key)
    return earlier === undefined ? [] : [[earlier, party] as const]
  })
  const gone = [...before].filter(([key]) => !after.has(key)).map(([, party]) => party)
  const come = [...after].filter(([key]) => !before.has(key)).map(([, party]) => party)
  const { pairs, removed, added } = pairRenamed(gone, come)
  const compared = [...kept, ...pairs].map(([earlier, later]) => compare(earlier, later))
  return {
    older: referenceOf(older),
    newer: referenceOf(newer),
    added: added.toSorted(byListAndName),
    removed: removed.toSorted(byListAndName),
    changed: compared
      .filter((one) => one.fields.length > 0)
      .map(({ older: earlier, newer: later, fields }) => ({ older: earlier, newer: later, fields }))
      .toSorted((a, b) => byListAndName(a.newer, b.newer)),
    reworded: compared.filter((one) => one.fields.length === 0 && !one.isSame).length,
    same: compared.filter((one) => one.isSame).length,
  }
}

/** Equal ids in one list are told apart by their order. */
function byKey(parties: readonly ListedParty[]): ReadonlyMap<string, ListedParty> {
  const keyed = new Map<string, ListedParty>()
  for (const party of parties) {
    const key = `${party.list} ${party.id}`
    let unique = key
    for (let again = 2; keyed.has(unique); again += 1) unique = `${key} ${again}`
    keyed.set(unique, party)
  }
  return keyed
}

interface Compared extends ChangedParty {
  readonly isSame: boolean
}

function compare(older: ListedParty, newer: ListedParty): Compared {
  const isSame = JSON.stringify(older) === JSON.stringify(newer)
  if (isSame) return { older, newer, fields: [], isSame }
  const [before, after] = [substanceOf(older), substanceOf(newer)]
  const changes = [...after.keys()].flatMap((field) => changeOf(field, before, after))
  const sameWords =
    changes.some(({ field }) => isNameField(field)) && wordsOf(before) === wordsOf(after)
  const fields = sameWords ? changes.filter(({ field }) => !isNameField(field)) : changes
  return { older, newer, fields, isSame }
}

function changeOf(field: SubstanceField, before: Substance, after: Substance): FieldChange[] {
  const [old, young] = [before.get(field) ?? [], after.get(field) ?? []]
  const [oldFolded, youngFolded] = [new Set(old.map(foldText)), new Set(young.map(foldText))]
  const isIn = (folded: ReadonlySet<string>, text: string): boolean =>
    foldText(text) === '' || folded.has(foldText(text))
  const gone = old.filter((text) => !isIn(youngFolded, text))
  const come = young.filter((text) => !isIn(oldFolded, text))
  return gone.length + come.length === 0 ? [] : [{ field, gone, come }]
}

function byListAndName(a: ListedParty, b: ListedParty): number {
  const [left, right] = [`${a.list} ${a.name} ${a.id}`, `${b.list} ${b.name} ${b.id}`]
  return left < right ? -1 : left > right ? 1 : 0
}

function referenceOf({ source, name, digest, published }: Snapshot): SnapshotReference {
  return { source, snapshot: name, digest, date: published }
}
