import { describe, expect, it } from 'vitest'
import { TERMS } from '../record.fixture.ts'
import { termsWithCharters } from './charter-terms.ts'

const said = { says: 'x', cite: 'c 1', mark: 'derived' } as const
const charter = (terms: object) =>
  ({ charter: 'compact', also: ['CO'], name: 'Compact', terms }) as never

describe('the terms of a regime with a charter', () => {
  it('are those of its charter, and of the table what it leaves open', () => {
    const undercut = {
      ...said,
      ...{ consultFirst: true, replyWorkingDays: 5, catchAllDenials: 'must-consult' },
      notifyWithinDays: 20,
    }
    const denials = { ...said, notifyWithinDays: 14, validYears: 5 }
    const terms = termsWithCharters(TERMS, [charter({ undercut, denials, information: [] })])
    expect(terms.of('compact')).toMatchObject({
      name: 'Compact',
      notification: { dueDays: 14, latestDays: 60 },
      validity: { years: 5, reviewDaysBefore: 90 },
      consultation: {
        listed: 'must',
        catchAll: 'must',
        replyWorkingDays: 5,
        extensionWorkingDays: 30,
      },
      undercut: { dueDays: 20, latestDays: 60 },
    })
    expect(terms.of('NSG')).toBe(TERMS.of('NSG'))
  })

  it('are those of its charter under each name that records call it by', () => {
    const denials = { ...said, preferablyWithinDays: 14, notifyWithinDays: 20 }
    const terms = termsWithCharters(TERMS, [charter({ denials, information: [] })])
    expect(terms.of('CO')).toEqual(terms.of('compact'))
    expect(terms.of('CO').notification).toEqual({ dueDays: 14, latestDays: 20 })
  })

  it('stop nothing where the charter asks nobody to consult first', () => {
    const undercut = { ...said, consultFirst: false, catchAllDenials: 'must-consult' }
    const terms = termsWithCharters(TERMS, [charter({ undercut, information: [] })])
    expect(terms.of('compact').consultation).toMatchObject({ listed: 'may', catchAll: 'may' })
  })

  it('are those of the table where the charter says nothing of refusals', () => {
    const terms = termsWithCharters(TERMS, [charter({ information: [] })])
    expect(terms.of('compact').consultation).toEqual(TERMS.of('compact').consultation)
  })
})
