import type { Claim, EntryFinding, JurisdictionClassification } from '../classification/index.ts'
import { truthOf } from '../kernel/index.ts'
import type { Margin } from '../rulebook/index.ts'
import type { EntryAnswer, ItemFinding, RuleFinding } from './model.ts'
import type { RuleReading } from './requirements.ts'

// Keys of every part of an answer stand in the order of canonical JSON (see assemble.ts).

/** What one list says of an item. */
export function findingOfItem(id: string, classification: JurisdictionClassification): ItemFinding {
  const { listed, entries, eliminated } = classification
  return { eliminated, entries: entries.map(entryAnswer), item: id, listed }
}

function entryAnswer(finding: EntryFinding): EntryAnswer {
  const { entry, truth, basis, claim, suspended, margins, missing } = finding
  const claimed = claim === undefined ? undefined : claimOf(claim)
  return {
    basis,
    cite: entry.cite,
    ...(claimed && { claimed }),
    code: entry.code,
    margins: margins.map(marginOf),
    missing,
    ...(suspended ? { suspended } : {}),
    title: entry.title,
    truth,
    version: entry.version,
  }
}

function marginOf({ parameter, percent, truth, unit, value, wanted }: Margin): Margin {
  return {
    parameter,
    ...(percent === undefined ? {} : { percent }),
    truth,
    ...(unit === undefined ? {} : { unit }),
    value,
    wanted,
  }
}

function claimOf({ code, basis, evidence }: Claim): NonNullable<EntryAnswer['claimed']> {
  return { basis, code, ...(evidence === undefined ? {} : { evidence }) }
}

/** What one rule says of an item. */
export function findingOfRule(reading: RuleReading, item: string): RuleFinding {
  const { inForce, truth, administered, subject, shownTo, policy, open } = reading
  const { rule } = inForce
  const applied = inForce.administered
  const finding = {
    cite: rule.cite,
    destination: shownTo ?? null,
    effect: rule.effect,
    entry: subject.label,
    item,
    ...(open.length === 0 ? {} : { open }),
    policy,
    rule: rule.id,
    title: rule.title,
    truth: truthOf(truth),
  }
  if (applied === undefined) return finding
  const { cite, what } = applied
  return { administered: { cite, truth: truthOf(administered), what }, ...finding }
}
