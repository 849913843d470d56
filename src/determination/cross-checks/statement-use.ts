import type { DealView } from './deal-view.ts'
import type { CrossFacts } from './facts.ts'

/**
 * The use in the statement against that of the deal. Free texts say one thing in many ways, so only
 * what the words surely tell is compared: resale denied and meant, a military use on one side alone,
 * and uses of which the two sides name quite different ones.
 */
export function compareUses(view: DealView, stated: string | undefined, facts: CrossFacts): void {
  const { endUse } = view.transaction
  if (stated === undefined || endUse === undefined) return
  const differs = difference(view, stated)
  if (differs !== undefined) facts.say('statement_use_agrees', false, differs)
  else facts.say('statement_use_agrees', true, 'nothing in the two texts on the use conflicts')
}

function difference(view: DealView, stated: string): string | undefined {
  const { lexicon, transaction } = view
  const { description = '', uses = [], military } = transaction.endUse ?? {}
  const denied = lexicon.deniesResale(stated)
  const inDeal = new Set([...uses, ...lexicon.usesNamedIn(description)])
  const inStatement = new Set(lexicon.usesNamedIn(stated))
  if (denied !== undefined) inStatement.delete('resale')
  if (lexicon.deniesResale(description) !== undefined && !uses.includes('resale')) {
    inDeal.delete('resale')
  }
  if (lexicon.deniesMilitary(stated) !== undefined) inStatement.delete('military')
  const told = `the statement says “${stated}”, the deal “${description === '' ? uses.join(', ') : description}”`
  if (denied !== undefined && inDeal.has('resale')) return `${told} with resale`
  if (inStatement.has('military') && military === false) return `${told} and no military use`
  if (military === true && inStatement.size > 0 && !inStatement.has('military')) {
    return `${told} and a military use`
  }
  const [here, there] = [sortsOf(inStatement), sortsOf(inDeal)]
  const nothingCommon = ![...here].some((sort) => there.has(sort))
  return here.size > 0 && there.size > 0 && nothingCommon ? told : undefined
}

/** Uses of which one is often said and another meant count as one sort; some tell nothing beside others. */
function sortsOf(uses: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...uses].filter((use) => !WIDE.has(use)).map((use) => SORTS.get(use) ?? use))
}

const WIDE: ReadonlySet<string> = new Set([
  'civil',
  'repair',
  'military',
  'wmd',
  'research',
  'rocket',
])
const SORTS: ReadonlyMap<string, string> = new Map([
  ['ai-training', 'data-centre'],
  ['supercomputer', 'data-centre'],
  ['ic-development', 'ic-production'],
  ['advanced-node', 'ic-production'],
  ['interception', 'surveillance'],
])
