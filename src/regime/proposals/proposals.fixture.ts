import { digestOf, parseShape, unwrap } from '../../kernel/index.ts'
import { type Charter, charterFile } from '../charter-format.ts'
import { readSubject } from '../ledger.ts'
import type { LedgerEntry } from '../ledger-entry.ts'
import { type MessageType, proposalContent } from './messages.ts'
import { type Standing, standingAt } from './standing.ts'
import type { Proposal, ProposalsState } from './state.ts'
import { proposalsSubject } from './subject.ts'

const SOURCED = { cite: 'Invented', mark: 'unverified' }

/** 27 invented members AA … BA; every rule that the tests speak of. */
export const MEMBERS: readonly string[] = Array.from(
  { length: 27 },
  (_, at) => `${at < 26 ? 'A' : 'B'}${String.fromCharCode(65 + (at % 26))}`,
)

export const CHARTER: Charter = unwrap(
  parseShape(charterFile, {
    charter: 'invented',
    name: 'An invented regime',
    standing: 'design',
    summary: 'For tests.',
    ...SOURCED,
    members: { ...SOURCED, states: MEMBERS.map((code) => ({ code })) },
    observers: [{ code: 'OB', why: 'Observes.' }],
    technologies: [
      {
        id: 'chips',
        title: 'Chips',
        kinds: ['ic'],
        counts: 'Makes chips.',
        makers: [{ member: 'AA', what: 'chips', ...SOURCED }],
      },
    ],
    rules: [
      ruleText('fifteen', { kind: 'threshold', minStates: 15 }),
      ruleText('quorate', {
        kind: 'threshold',
        states: '1/2',
        silence: 'ignored',
        quorum: { members: '1/2', late: { withinDays: 7, extendDays: 7 } },
        sunset: { days: 365, reviewDays: 300 },
      }),
      ruleText('all', { kind: 'consensus', silence: 'consents' }),
      ruleText('silent', { kind: 'silence', silence: 'consents' }),
      ruleText('quick', {
        kind: 'threshold',
        states: '2/3',
        silence: 'ignored',
        open: { hours: 72 },
        provisional: { days: 180, ratifyBy: 'fifteen' },
      }),
      ruleText('others', { kind: 'threshold', minStates: 20 }),
    ],
    matters: [
      { matter: 'list-add', rule: 'fifteen', ...SOURCED },
      { matter: 'list-amend', rule: 'quorate', ...SOURCED },
      { matter: 'list-delete', rule: 'all', ...SOURCED },
      { matter: 'list-note', rule: 'silent', ...SOURCED },
      { matter: 'list-urgent', rule: 'quick', ...SOURCED },
      { matter: 'member-admit', rule: 'fifteen', ...SOURCED },
      { matter: 'member-suspend', rule: 'others', excludes: 'concerned', ...SOURCED },
    ],
    graceDays: 14,
    terms: {
      admission: { says: 'By vote.', ...SOURCED },
      withdrawal: { says: 'With notice.', noticeDays: 10, ...SOURCED },
      implementation: { says: 'In 90 days.', withinDays: 90, ...SOURCED },
    },
  }),
)

function ruleText(id: string, changes: object): object {
  return {
    id,
    title: id,
    open: { days: 30 },
    abstain: 'not-for',
    silence: 'not-for',
    ...SOURCED,
    ...changes,
  }
}

const ENTRY = {
  code: '3.Z.1',
  family: 'invented',
  title: 'An invented thing',
  criteria: { kind: ['ic'] },
  ...SOURCED,
}

export const CONTENT = {
  proposal: '2027-thing',
  title: 'Control the invented thing',
  matter: 'list-add',
  new: { list: 'Invented list', jurisdiction: 'WA', entries: [ENTRY] },
  rationale: 'Because.',
}

export function textOf(content: object): string {
  return digestOf(unwrap(parseShape(proposalContent, content)))
}

/** A log being written: each member's entries are numbered as they come. */
export class Ledger {
  readonly entries: LedgerEntry[] = []

  /** `at` is when witnesses saw it; undefined where they have not. */
  say(member: string, at: string | undefined, type: MessageType, body: unknown): this {
    const sequence = this.entries.filter((one) => one.member === member).length
    const said = { member, sequence, type, createdAt: '2027-01-01T00:00:00Z', body }
    this.entries.push({
      ...said,
      digest: digestOf(said),
      references: [],
      ...(at === undefined ? {} : { witnessedAt: at }),
    })
    return this
  }

  open(changes: object = {}, closesAt = '2027-03-01T00:00:00Z', at = '2027-01-10T00:00:00Z'): this {
    const content = { ...CONTENT, ...changes }
    return this.say('AA', at, 'list.proposal.open', { content, closesAt })
  }

  vote(
    member: string,
    choice: string,
    at: string | undefined = '2027-02-01T00:00:00Z',
    content: { readonly proposal: string; readonly title: string } = CONTENT,
  ): this {
    const body = { proposal: content.proposal, proposalDigest: textOf(content), choice }
    return this.say(member, at, 'vote.cast', body)
  }

  votes(
    members: readonly string[],
    choice: string,
    at?: string,
    content: typeof CONTENT = CONTENT,
  ): this {
    for (const member of members) this.vote(member, choice, at, content)
    return this
  }

  read(): { readonly state: ProposalsState; readonly refused: readonly string[] } {
    const { state, refused } = readSubject(proposalsSubject(CHARTER), this.entries)
    return {
      state,
      refused: refused.map(
        ({ entry, problems }) =>
          `${entry.member} ${entry.type} ${problems.map(({ code }) => code).join(' ')}`,
      ),
    }
  }
}

export const AFTER = '2027-04-01T00:00:00Z'
export const first = (count: number): readonly string[] => MEMBERS.slice(0, count)

export function proposalOf(state: ProposalsState, id = CONTENT.proposal): Proposal {
  const found = state.proposals[id]
  if (found === undefined) throw new Error(`no proposal ${id}`)
  return found
}

export function standing(ledger: Ledger, at = AFTER, id = CONTENT.proposal): Standing {
  const { state } = ledger.read()
  return standingAt(CHARTER, state, proposalOf(state, id), { at })
}
