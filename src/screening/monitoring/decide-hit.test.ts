import { describe, expect, it } from 'vitest'
import type { Result } from '../../kernel/index.ts'
import { countersignHit } from './decide-hit.ts'
import { fileParty, retireParty } from './file-party.ts'
import { OUTCOMES, type Outcome } from './model.ts'
import { Monitored, ON } from './monitoring.fixture.ts'
import { isOpen, statusOf } from './project.ts'

const open = (): Monitored =>
  new Monitored().file('C-1', 'Halcyon Lattice').list('Halcyon Lattice').run()
const codeOf = (result: Result<unknown>): string =>
  result.ok ? 'done' : (result.problems[0]?.code ?? '')

describe('deciding a hit', () => {
  it('clear needs one person and a reason', () => {
    const monitored = open().decide()
    expect(statusOf(monitored.hit())).toBe('clear')
    expect(monitored.hit().decision).toEqual({
      outcome: 'clear',
      on: ON,
      by: 'Ada',
      reason: 'Another company: founded in 1950',
      partyContent: monitored.hit().partyContent,
      rowContent: monitored.hit().rowContent,
    })
  })

  it.each([
    ['no reason', { reason: ' ' }, 'monitoring.no-reason'],
    ['no person', { by: '' }, 'monitoring.no-person'],
    ['an empty second person', { second: ' ' }, 'monitoring.no-person'],
    ['a hit that is not there', { hit: 'none' }, 'monitoring.no-hit'],
    ['the beginning of an id that is too short', { hit: '' }, 'monitoring.no-hit'],
    ['the same person twice', { outcome: 'whitelist', second: 'Ada' }, 'monitoring.same-person'],
    [
      'the same person in capitals and with spaces',
      { outcome: 'override', second: ' ADA ' },
      'monitoring.same-person',
    ],
  ] as const)('refuses %s', (_, command, code) => {
    expect(codeOf(open().tryDecide(command))).toBe(code)
  })

  it.each(OUTCOMES.filter((outcome) => outcome !== 'clear'))(
    '%s waits for a second person, and the hit is open until then',
    (outcome) => {
      const monitored = open().decide({ outcome })
      const { hit } = monitored.hit()
      expect(statusOf(monitored.hit())).toBe('awaiting-second')
      expect(isOpen(monitored.hit())).toBe(true)
      const same = countersignHit(monitored.state, { hit, by: 'ada', on: ON })
      expect(codeOf(same)).toBe('monitoring.same-person')
      const signed = countersignHit(monitored.state, { hit, by: 'Grace', on: ON })
      monitored.events.push(...(signed.ok ? signed.value : []))
      expect(statusOf(monitored.hit())).toBe(outcome)
      expect(isOpen(monitored.hit())).toBe(false)
      expect(monitored.hit().decision?.second).toBe('Grace')
    },
  )

  it('both persons may sign at once', () => {
    const monitored = open().decide({ outcome: 'true-match', second: 'Grace' })
    expect(statusOf(monitored.hit())).toBe('true-match')
    expect(monitored.events.slice(-2).map(({ kind }) => kind)).toEqual([
      'hit-confirmed',
      'countersigned',
    ])
  })

  it('refuses to countersign what does not wait for it', () => {
    const monitored = open()
    const { hit } = monitored.hit()
    const sign = () => codeOf(countersignHit(monitored.state, { hit, by: 'Grace', on: ON }))
    expect(sign()).toBe('monitoring.nothing-to-countersign')
    monitored.decide()
    expect(sign()).toBe('monitoring.nothing-to-countersign')
    monitored.decide({ outcome: 'true-match' })
    expect(codeOf(countersignHit(monitored.state, { hit, by: ' ', on: ON }))).toBe(
      'monitoring.no-person',
    )
  })

  it('takes the beginning of an id that only one hit has', () => {
    const monitored = open()
    expect(codeOf(monitored.tryDecide({ hit: monitored.hit().hit.slice(0, 8) }))).toBe('done')
  })

  it('refuses a hit that is gone, and one whose party changed since it was found', () => {
    const gone = open()
    const { hit } = gone.hit()
    expect(codeOf(gone.list().run().tryDecide({ hit }))).toBe('monitoring.hit-gone')
    const changed = open().file('C-1', { name: 'Halcyon Lattice', country: 'CN' })
    expect(codeOf(changed.tryDecide())).toBe('monitoring.not-rescreened')
    expect(codeOf(changed.run().tryDecide())).toBe('done')
  })
})

describe('one person never undoes what two have said', () => {
  const after = (outcome: Outcome): Monitored => open().decide({ outcome, second: 'Grace' })
  it.each([
    ['clear', ['true-match', 'whitelist']],
    ['true-match', ['whitelist', 'override']],
    ['whitelist', ['true-match']],
    ['override', ['true-match']],
  ] as const)('after %s only %j', (outcome, admitted) => {
    const results = OUTCOMES.filter(
      (next) => codeOf(after(outcome).tryDecide({ outcome: next })) === 'done',
    )
    expect(results).toEqual(admitted)
  })

  it('nor clears what another has laid before a second', () => {
    const waiting = open().decide({ outcome: 'true-match' })
    expect(codeOf(waiting.tryDecide({ by: 'Grace' }))).toBe('monitoring.not-admitted')
  })
})

describe('parties on file', () => {
  it('the same content again changes nothing', () => {
    const monitored = open()
    const count = monitored.events.length
    expect(monitored.file('C-1', 'Halcyon Lattice').events).toHaveLength(count)
  })

  it('a retired party is refused a second time and may be put on file again', () => {
    const monitored = open()
    const retired = retireParty(monitored.state, 'C-1', ON)
    monitored.events.push(...(retired.ok ? retired.value : []))
    expect(codeOf(retireParty(monitored.state, 'C-1', ON))).toBe('monitoring.no-party')
    expect(monitored.file('C-1', 'Halcyon Lattice').run().hit().party).toBe('C-1')
  })

  it('a party needs a number and a name', () => {
    const { state } = new Monitored()
    const file = (party: string, name: string) =>
      codeOf(fileParty(state, { party, query: { name }, on: ON }))
    expect([file('', 'Name'), file('C-1', ' ')]).toEqual([
      'monitoring.no-name',
      'monitoring.no-name',
    ])
  })
})
