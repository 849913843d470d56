import { charterNamed, seenAt, timeOn } from '../../desk/index.ts'
import { proposalsSubject, readSubject } from '../../regime/index.ts'
import { chartersOf } from '../regime/charters-of.ts'
import type { Session } from '../session.ts'
import type { LedgerOptions } from './ledger-options.ts'
import { readLedger } from './read-ledger.ts'

export interface CharterOptions extends LedgerOptions {
  readonly charter: string
}

/** Proposals, releases and laws of a ledger under one charter, as they stand on the day asked for. */
export async function readProposals(options: CharterOptions, session: Session) {
  const { surroundings } = session
  const on = options.on ?? surroundings.today
  const charters = chartersOf(options, surroundings)
  const charter = charterNamed(charters, options.charter)
  const entries = await readLedger(options.ledger, surroundings, on)
  const { state, refused } = readSubject(proposalsSubject(charter), entries)
  const { today, moment } = surroundings
  return { charter, charters, state, refused, seen: seenAt(timeOn(on, today, moment), entries) }
}
