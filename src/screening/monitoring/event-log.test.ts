import { describe, expect, it } from 'vitest'
import { appendedText } from './event-log.fixture.ts'
import { readEventLog } from './event-log.ts'
import type { MonitoringEvent } from './model.ts'
import { Monitored, ON } from './monitoring.fixture.ts'

const EVENTS = new Monitored()
  .file('C-1', 'Halcyon „Lattice“ 晶格')
  .list('Halcyon Lattice')
  .run().events
const more: MonitoringEvent = { kind: 'party-retired', on: ON, party: 'C-1' }
const written = (events: readonly MonitoringEvent[]): string =>
  appendedText(readEventLog(''), events)
const TEXT = written([...EVENTS, more])

describe('the log', () => {
  it('gives back the events written, at once or one by one, in the same bytes', () => {
    const one = [...EVENTS, more].reduce(
      (text, event) => text + appendedText(readEventLog(text), [event]),
      '',
    )
    expect(one).toBe(TEXT)
    const log = readEventLog(TEXT)
    expect(log.events).toEqual([...EVENTS, more])
    expect(log).toMatchObject({ healed: 0, endsOpen: false })
    expect(log.broken ?? log.torn).toBeUndefined()
    expect(TEXT).toContain(`"digest":"${log.head}"`)
  })

  it('is empty where nothing was written, and nothing is appended for no events', () => {
    expect(readEventLog('')).toEqual({ events: [], head: null, healed: 0, endsOpen: false })
    expect(appendedText(readEventLog(''), [])).toBe('')
  })
})

describe('a crash', () => {
  it('at any byte of the last line loses that line alone, and is told', () => {
    const whole = written(EVENTS)
    const last = TEXT.slice(whole.length)
    for (let bytes = 1; bytes < last.length - 1; bytes += 1) {
      const log = readEventLog(whole + last.slice(0, bytes))
      expect(log.events).toEqual(EVENTS)
      expect(log.torn?.code).toBe('monitoring.log-torn')
      expect(log.torn?.where).toEqual({ line: EVENTS.length + 1 })
    }
  })

  it('before the last line feed loses nothing', () => {
    const cut = TEXT.slice(0, -1)
    expect(readEventLog(cut)).toMatchObject({ events: [...EVENTS, more], endsOpen: true })
    const text = cut + appendedText(readEventLog(cut), [more])
    expect(readEventLog(text).events).toHaveLength(EVENTS.length + 2)
    expect(text.startsWith(TEXT)).toBe(true)
  })

  it('leaves its bytes in place, and the next line names them', () => {
    const cut = TEXT.slice(0, -30)
    const text = cut + appendedText(readEventLog(cut), [more])
    expect(text.startsWith(cut)).toBe(true)
    const log = readEventLog(text)
    expect(log).toMatchObject({ events: [...EVENTS, more], healed: 1 })
    expect(log.broken ?? log.torn).toBeUndefined()
  })
})

describe('tampering is found', () => {
  const lines = TEXT.trimEnd().split('\n')
  const brokenLine = (changed: readonly string[]): number | undefined =>
    readEventLog(`${changed.join('\n')}\n`).broken?.where?.line

  it('when a line was changed, down to one character', () => {
    const changed = lines.with(0, lines[0]?.replace('Halcyon', 'Halcyan') ?? '')
    expect(brokenLine(changed)).toBe(1)
  })

  it('when a line was taken out, put in again or moved', () => {
    expect(brokenLine(lines.toSpliced(1, 1))).toBe(2)
    expect(brokenLine([...lines, ...lines.slice(-1)])).toBe(lines.length + 1)
    expect(brokenLine(lines.toReversed())).toBe(1)
  })

  it('when a line was made unreadable to pass for a crash', () => {
    expect(brokenLine(lines.with(1, lines[1]?.slice(0, -9) ?? ''))).toBe(2)
    expect(brokenLine(['{', ...lines])).toBe(1)
    expect(brokenLine([...lines, '{', '{'])).toBe(lines.length + 1)
  })

  it('when a cut line that the next one names was changed', () => {
    const cut = TEXT.slice(0, -30)
    const text = cut + appendedText(readEventLog(cut), [more])
    expect(readEventLog(text.replace('"party-retired"', '"party-rehired"')).broken).toBeDefined()
  })

  it('and nothing after it is taken for true', () => {
    expect(readEventLog(`${lines.toSpliced(1, 1).join('\n')}\n`).events).toEqual(EVENTS.slice(0, 1))
  })

  it.each(['null', '7', '{}', '{"event":1,"digest":2}'])('or the line is %s', (line) => {
    const log = readEventLog(`${line}\n${TEXT}`)
    expect(log.broken).toBeDefined()
  })
})
