import type { Reach, Role, Scope } from './role.ts'

/**
 * What is done with an answer. `asks`: it is answered and forgotten; `reads`: what is kept is shown;
 * `reads-on-record`: who was shown it, and when, is itself an event; `changes`: something is kept; `decides`: a person who has signed
 * in answers for it, never a token: what one person handed to two programs would count as four eyes.
 */
type Effect = 'asks' | 'reads' | 'reads-on-record' | 'changes' | 'decides'

/**
 * Who may do what, and how far: the one table that the domain, the server and the command ask. What is not
 * in it nobody may. A letter for each role: `a` all, `o` own organisation, `w` own work, `.` denied.
 */
const TABLE = [
  // administrator
  // | compliance officer
  // | | licensing officer
  // | | | technical reviewer
  // | | | | countersigner
  // | | | | | delegate
  // | | | | | | analyst
  // | | | | | | | auditor: sees all, changes nothing
  // | | | | | | | | sales: decides nothing that stands against its own sale
  // | | | | | | | | | service: a program, which decides nothing
  ['a . . . . . . a . a', 'reads', 'metrics', 'metrics.read'],
  ['a a a a a a a a a a', 'asks', 'check', 'transaction.check'],
  ['w w w w w w w . w w', 'changes', 'check', 'batch.send'],
  ['a w w w w w w a w w', 'reads', 'check', 'batch.read'],
  ['a a a a a a a a a a', 'asks', 'classify', 'item.classify'],
  ['a a a a a a a a a a', 'asks', 'screen', 'party.screen'],
  ['a a a a a a a a a a', 'reads', 'lists', 'list.read'],
  ['a a a a a . . . . a', 'changes', 'certify', 'certificate.issue'],
  ['a a a a a a a a a a', 'asks', 'check', 'certificate.verify'],

  ['o o o o o . o a o o', 'reads', 'file', 'item.read'],
  ['o o . o . . . . . o', 'changes', 'file', 'item.write'],
  ['o o o o o . o a o o', 'reads-on-record', 'file', 'party.read'],
  ['o o . . . . . . o o', 'changes', 'file', 'party.write'],
  ['o o o o o . o a o o', 'reads', 'file', 'order.read'],
  ['o o . . . . . . o o', 'changes', 'file', 'order.write'],
  ['o o o o o . o a o o', 'reads', 'file', 'installation.read'],
  ['o o . o . . . . . o', 'changes', 'file', 'installation.write'],

  ['o o . . . . . . . o', 'changes', 'monitor', 'monitoring.run'],
  ['o o o o o . . a . o', 'reads-on-record', 'monitor', 'hit.read'],
  ['. o . . . . . . . .', 'decides', 'monitor', 'hit.decide'],
  ['. o . . o . . . . .', 'decides', 'monitor', 'hit.countersign'],

  ['a a a a a a a a a a', 'asks', 'documents', 'document.make'],
  ['o o o o o . o a o o', 'reads', 'documents', 'document.read'],
  ['o o o o . . . . o o', 'changes', 'documents', 'document.upload'],
  ['o o . . . . . a . o', 'reads', 'notify', 'notification.read'],
  ['o o . . . . . . . .', 'changes', 'notify', 'notification.manage'],

  ['a . a a a a a a . a', 'reads', 'regime', 'regime.read'],
  ['a . a a a a a a . a', 'asks', 'regime', 'regime.ask'],
  // The signature of an officer says who answers for it; here it is handed in.
  ['. . a . . a . . . .', 'changes', 'regime-log', 'regime.speak'],
  // What other members refused is shown to those who decide licences and speak for the member.
  ['a . a . a a . a . .', 'reads-on-record', 'regime', 'refusal.read'],
  ['a . a . a a . a . a', 'reads-on-record', 'regime', 'refusal.match'],

  ['o . . . . . . a . .', 'reads-on-record', 'people', 'person.read'],
  ['o . . . . . . . . .', 'changes', 'people', 'person.manage'],
  ['o w w w w w w a w .', 'reads', 'people', 'token.read'],
  ['o w w w w w w . w .', 'changes', 'people', 'token.manage'],
  ['o . . . . . . a . .', 'reads', 'audit', 'audit.read'],
] as const satisfies readonly Line[]

/** Of the letters the order is that of the roles. */
type Line = readonly [letters: string, effect: Effect, scope: Exclude<Scope, 'admin'>, name: string]

/** What anybody may do, also who is not known: the law is public, and one must be able to sign in. */
const PUBLIC = ['service.observe', 'law.read', 'example.read', 'account.enter'] as const

/** What whoever has signed in may do with the own account; a token never may. */
const SIGNED_IN = ['account.own'] as const

export type Action =
  | (typeof TABLE)[number][3]
  | (typeof PUBLIC)[number]
  | (typeof SIGNED_IN)[number]

export type Rule =
  | { readonly access: 'public' }
  | { readonly access: 'session' }
  | {
      readonly access: 'role'
      readonly effect: Effect
      readonly scope: Exclude<Scope, 'admin'>
      readonly reach: ReadonlyMap<Role, Reach>
    }

const COLUMNS: readonly Role[] = [
  'administrator',
  'compliance-officer',
  'licensing-officer',
  'technical-reviewer',
  'countersigner',
  'delegate',
  'analyst',
  'auditor',
  'sales',
  'service',
]
const LETTERS: Readonly<Record<string, Reach>> = { a: 'all', o: 'organisation', w: 'own' }

/** Every action with its rule. */
export const ACTIONS: ReadonlyMap<Action, Rule> = new Map<Action, Rule>([
  ...PUBLIC.map((action) => [action, { access: 'public' }] as const),
  ...SIGNED_IN.map((action) => [action, { access: 'session' }] as const),
  ...TABLE.map(
    ([letters, effect, scope, action]) =>
      [action, { access: 'role', effect, scope, reach: reachOf(letters) }] as const,
  ),
])

function reachOf(letters: string): ReadonlyMap<Role, Reach> {
  const marks = letters.split(' ')
  return new Map(
    COLUMNS.flatMap((role, column) => {
      const reach = LETTERS[marks[column] ?? '.']
      return reach === undefined ? [] : [[role, reach] as const]
    }),
  )
}
