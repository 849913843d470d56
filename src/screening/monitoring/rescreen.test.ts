import { describe, expect, it } from 'vitest'
import type { ListedParty } from '../model.ts'
import { createScreener } from '../screener.ts'
import { day, snapshot, TEST_POLICY } from '../snapshots.fixture.ts'
import { retireParty } from './file-party.ts'
import { keyed, rowsInForce } from './listed-rows.ts'
import { listed, Monitored, ON, PORTS } from './monitoring.fixture.ts'
import { isOpen, statusOf } from './project.ts'

const HALCYON = 'Halcyon Lattice'
const ZEPHYR = 'Zephyr Quillmere'
const cleared = (): Monitored => new Monitored().file('C-1', HALCYON).list(HALCYON).run().decide()
const kinds = (monitored: Monitored) => monitored.events.map(({ kind }) => kind)

describe('a hit', () => {
  it('is found when a party on file stands on a list', () => {
    const monitored = new Monitored().file('C-1', HALCYON).file('C-2', 'Clean Foods').list(HALCYON)
    expect(monitored.run().hit()).toMatchObject({
      party: 'C-1',
      list: 'test-list',
      row: HALCYON,
      listedName: HALCYON,
      isPresent: true,
    })
    expect(isOpen(monitored.hit())).toBe(true)
  })

  it('is found when the row comes later, by screening against that row alone', () => {
    const monitored = new Monitored().file('C-1', HALCYON).list(ZEPHYR).run()
    expect(monitored.present()).toEqual([])
    monitored.list(ZEPHYR, HALCYON).run()
    expect(monitored.last).toMatchObject({ scope: 'delta', wholly: 0, freshRows: 1 })
    expect(monitored.hit().row).toBe(HALCYON)
  })

  it('is gone with its row, and with its party', () => {
    expect(cleared().list(ZEPHYR).run().present()).toEqual([])
    const monitored = cleared()
    const retired = retireParty(monitored.state, 'C-1', ON)
    monitored.events.push(...(retired.ok ? retired.value : []))
    expect(monitored.present()).toEqual([])
    expect(monitored.run().last?.events[0]).toMatchObject({ parties: 0, found: [], gone: [] })
  })

  it('is gone when the party was changed and is like the row no more', () => {
    expect(cleared().file('C-1', 'Clean Foods').run().present()).toEqual([])
  })
})

describe('what is computed again', () => {
  const screenedRows = (): { ports: typeof PORTS; seen: string[] } => {
    const seen: string[] = []
    const screenerOf = (rows: readonly ListedParty[]) => {
      const screener = PORTS.screenerOf(rows)
      return {
        screen: (query: Parameters<typeof screener.screen>[0]) => {
          seen.push(`${query.name} against ${rows.map(({ name }) => name).join(', ')}`)
          return screener.screen(query)
        },
      }
    }
    return { ports: { ...PORTS, screenerOf }, seen }
  }

  it('is nothing where nothing changed, and that it was looked at is on record', () => {
    const { ports, seen } = screenedRows()
    const monitored = cleared().run({ ports })
    expect(seen).toEqual([])
    expect(monitored.events.at(-1)).toMatchObject({ kind: 'screened', found: [], gone: [] })
  })

  it('is a changed party against all rows and the others against the changed rows', () => {
    const { ports, seen } = screenedRows()
    const monitored = cleared().file('C-2', 'Clean Foods').run()
    monitored.file('C-2', 'Clean Drinks').list(HALCYON, ZEPHYR).run({ ports })
    expect(seen).toEqual([
      `Clean Drinks against ${HALCYON}, ${ZEPHYR}`,
      `${HALCYON} against ${ZEPHYR}`,
    ])
  })

  it.each([
    ['another version of the program', { engine: '2' }],
    ['earlier rows that cannot be made again', { whole: true }],
  ])('is everything with %s', (_, how) => {
    expect(cleared().run(how).last).toMatchObject({ scope: 'all', wholly: 1 })
  })

  it('is everything where the earlier rows are not those of the record', () => {
    const monitored = cleared()
    const last = monitored.state.baseline
    monitored.events.push({
      kind: 'screened',
      on: ON,
      scope: 'all',
      baseline: {
        asOf: ON,
        engine: '1',
        snapshots: [],
        ...last,
        rows: PORTS.contentOf(listed('?')),
      },
      parties: 1,
      found: [],
      gone: [],
    })
    expect(monitored.run().last?.scope).toBe('all')
  })
})

describe('a cleared hit', () => {
  it('stays cleared when the list is printed anew and says the same', () => {
    const monitored = cleared()
      .list(listed('HALCYON  Lattice', { id: HALCYON }))
      .run()
    expect(statusOf(monitored.hit())).toBe('clear')
    expect(monitored.hit().listedName).toBe('HALCYON  Lattice')
    expect(kinds(monitored)).not.toContain('hit-reopened')
  })

  it('stays cleared when the same content comes under another number', () => {
    const monitored = cleared()
      .list(listed(HALCYON, { id: 'another' }))
      .run()
    expect(monitored.hit()).toMatchObject({ row: 'another', decision: { outcome: 'clear' } })
    expect(kinds(monitored)).not.toContain('hit-reopened')
  })

  it('lends its decision to no other row that says the same while its own row stands', () => {
    const twin = listed(HALCYON, { id: 'another' })
    const monitored = cleared().list(HALCYON, twin).run()
    expect(monitored.present().map(statusOf).toSorted()).toEqual(['clear', 'open'])
  })

  it('stays cleared when other rows and parties change, and after another full screening', () => {
    const monitored = cleared().file('C-2', ZEPHYR).list(HALCYON, ZEPHYR).run().run({ whole: true })
    expect(monitored.present().map(statusOf).toSorted()).toEqual(['clear', 'open'])
  })

  it('is cleared again when a row that was left out by mistake comes back unchanged', () => {
    const monitored = cleared().list().run().list(HALCYON).run()
    expect(statusOf(monitored.hit())).toBe('clear')
  })

  it('re-opens when the listed row changes, and says so', () => {
    const monitored = cleared()
      .list(listed(HALCYON, { countries: ['CN'] }))
      .run()
    expect(statusOf(monitored.hit())).toBe('open')
    expect(monitored.events.at(-1)).toMatchObject({
      kind: 'hit-reopened',
      because: ['listed row changed'],
    })
  })

  it('re-opens at once when the party changes, before it is screened again', () => {
    const monitored = cleared().file('C-1', { name: HALCYON, country: 'CN' })
    expect(statusOf(monitored.hit())).toBe('open')
    expect(monitored.events.at(-1)).toMatchObject({ because: ['party changed'] })
    expect(statusOf(monitored.run().hit())).toBe('open')
  })

  it('stays open when what changed is changed back: nobody has decided since', () => {
    const changed = listed(HALCYON, { countries: ['CN'] })
    const monitored = cleared().list(changed).run().list(HALCYON).run()
    expect(statusOf(monitored.hit())).toBe('open')
  })

  it('is open even where the log was cut before the event that says so', () => {
    const monitored = cleared()
      .list(listed(HALCYON, { countries: ['CN'] }))
      .run()
    expect(monitored.events.pop()?.kind).toBe('hit-reopened')
    expect(statusOf(monitored.hit())).toBe('open')
    const changed = cleared().file('C-1', { name: HALCYON, country: 'CN' })
    expect(changed.events.pop()?.kind).toBe('hit-reopened')
    expect(statusOf(changed.hit())).toBe('open')
  })
})

it('the same commands make the same events', () => {
  const events = () => cleared().file('C-2', ZEPHYR).list(HALCYON, ZEPHYR).run().events
  expect(events()).toEqual(events())
})

it('rows that share a number are kept apart', () => {
  const twins = [listed(HALCYON, { id: '1' }), listed(HALCYON, { id: '1', countries: ['CN'] })]
  const monitored = new Monitored()
    .file('C-1', HALCYON)
    .list(...twins)
    .run()
  expect(monitored.present().map(({ row }) => row)).toEqual(['1', '1 2'])
})

it('the rows in force are those that the screener takes', () => {
  const snapshots = [
    snapshot([listed('Old Halcyon')], { published: '2026-05-01' }),
    snapshot([listed(HALCYON), listed(ZEPHYR, { to: day('2026-06-01') })]),
    snapshot([listed('Nimbus Tavrin')], { source: 'first-source' }),
  ]
  const rows = rowsInForce(snapshots, ON, TEST_POLICY)
  const screener = createScreener(snapshots, { asOf: ON, policy: TEST_POLICY })
  const found = ['Old Halcyon', HALCYON, ZEPHYR, 'Nimbus Tavrin'].flatMap((name) =>
    screener.screen({ name }).hits.map(({ party }) => party.name),
  )
  expect([...rows.values()].map(({ name }) => name)).toEqual(found)
  expect(found).toEqual(['Nimbus Tavrin'])
  expect(rows).toEqual(keyed([listed('Nimbus Tavrin')]))
})
