import { beforeEach, describe, expect, it } from 'vitest'
import { unwrap } from '../../kernel/index.ts'
import { addOrganisation, addPerson, erase, suspend } from '../../people/index.ts'
import { createStore } from '../../storage/create-store.ts'
import { describeOnEach, emptyStore } from '../../storage/databases.fixture.ts'
import { masterKeyOf, type Projection, type Store } from '../../storage/index.ts'
import { AUDIT, AuditBook } from './audit-book.ts'
import { Directory } from './directory.ts'
import { RecordWatch } from './record-watch.ts'
import { SessionBook } from './session-book.ts'

const masterKey = masterKeyOf(Buffer.alloc(32, 7).toString('base64'))
const parts = { masterKey, projections: [AUDIT as Projection] }
const AT = '2026-06-01T08:00:00.000Z'
const ada = {
  id: 'p-1',
  is: 'person',
  name: 'Ada Example',
  signInName: 'ada@example.com',
  organisation: 'main',
  roles: ['compliance-officer'],
} as const

describeOnEach('people', (database) => {
  let store: Store
  let other: Store
  /** A clock of the test's own: what another process did is looked for when it has moved. */
  const clock = { now: 0 }
  const watching = (one: Store): RecordWatch => new RecordWatch(one, () => clock.now)
  beforeEach(async () => {
    store = await emptyStore(database(), parts)
    other = await createStore(database(), { now: () => new Date(AT), ...parts })
    clock.now += 10_000
  })

  async function withAda(): Promise<Directory> {
    const directory = await Directory.open(store, watching(store))
    const own = { organisation: 'main', name: 'Own' }
    unwrap(await directory.change('operator', (now) => addOrganisation('operator', now, own)))
    unwrap(await directory.change('operator', (now) => addPerson('operator', now, ada)))
    return directory
  }

  it('are found again by who opens the store anew, and nothing personal stands open', async () => {
    await withAda()
    const again = await Directory.open(other)
    expect(again.roster.bySignInName('ADA@example.com')).toMatchObject({ id: 'p-1' })
    const record = JSON.stringify(await store.readStream('people'))
    expect(record).toContain('compliance-officer')
    expect(record).not.toMatch(/Ada|example\.com/)
  })

  it('are erased for good, while the chain stays whole', async () => {
    const directory = await withAda()
    const told = { id: 'p-1', reason: 'asked' }
    unwrap(await directory.change('operator', (now) => erase('operator', now, told)))
    expect(directory.roster.bySignInName('ada@example.com')).toBeUndefined()
    const again = await Directory.open(other)
    expect(again.roster.person('p-1')).toMatchObject({ state: 'erased', name: 'erased' })
    expect((await store.verify()).problems).toEqual([])
    // The name is free for somebody else.
    const next = { ...ada, id: 'p-2' }
    unwrap(await again.change('operator', (now) => addPerson('operator', now, next)))
  })

  it('are decided on once more where another process was quicker', async () => {
    const [one, two] = [await withAda(), await Directory.open(other, watching(other))]
    const at = { id: 'p-1', reason: 'left' }
    unwrap(await one.change('operator', (now) => suspend('operator', now, at)))
    // The other has not read on, and decides on what was; the store tells it so.
    const twice = await two.change('operator', (now) =>
      addPerson('operator', now, { ...ada, id: 'p-9' }),
    )
    expect(twice).toMatchObject({ ok: false, problems: [{ code: 'people.taken' }] })
    const same = await two.change('operator', (now) => suspend('operator', now, at))
    expect(same).toEqual({ ok: true, value: [] })
  })

  it('that two processes add at once under one name are added once', async () => {
    const [one, two] = [await withAda(), await Directory.open(other, watching(other))]
    const named = (id: string) => ({ ...ada, id, signInName: 'bob@example.com' })
    const both = await Promise.all(
      [one, two].map((directory, index) =>
        directory.change('operator', (now) => addPerson('operator', now, named(`b-${index}`))),
      ),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('who are suspended elsewhere are known to be so, on PostgreSQL a moment later', async ({
    skip,
  }) => {
    if (store.kind === 'pglite') skip('a folder has one process')
    const [one, two] = [await withAda(), await Directory.open(other, watching(other))]
    await two.fresh()
    const at = { id: 'p-1', reason: 'left' }
    unwrap(await one.change('operator', (now) => suspend('operator', now, at)))
    clock.now += 1000
    expect((await two.fresh()).person('p-1')?.state).toBe('suspended')
  })

  describe('who have signed in', () => {
    const session = { id: 'a'.repeat(64), started: AT, means: 'password', device: 'x' } as const

    it('are known to another process, until they sign out in either', async () => {
      const [one, two] = [
        new SessionBook(store, watching(store)),
        new SessionBook(other, watching(other)),
      ]
      await one.start('p-1', session)
      clock.now += 1000
      expect(await two.find('p-1', session.id, AT)).toMatchObject({ device: 'x' })
      expect(await two.end('p-1', AT, 'everywhere')).toBe(1)
      clock.now += 1000
      if (store.kind === 'postgresql') expect(await one.find('p-1', session.id, AT)).toBeUndefined()
      expect(await new SessionBook(store).find('p-1', session.id, AT)).toBeUndefined()
    })

    it('are signed out once they are idle, and stay so when the clock goes back', async () => {
      const book = new SessionBook(store, watching(store))
      await book.start('p-1', session)
      expect(await book.find('p-1', session.id, '2026-06-01T08:59:00.000Z')).toBeDefined()
      expect(await book.find('p-1', session.id, '2026-06-01T09:58:00.000Z')).toBeDefined()
      expect(await book.find('p-1', session.id, '2026-06-01T11:00:00.000Z')).toBeUndefined()
      expect(await book.find('p-1', session.id, '2026-06-01T08:01:00.000Z')).toBeUndefined()
    })
  })

  describe('who looked at what', () => {
    const read = { type: 'audit.read', action: 'hit.read', of: 'h-1', request: 'r-1' } as const

    it('is found by who, what, of whom and when, the newest first, and by nobody else’s', async () => {
      await withAda()
      const audit = new AuditBook(store, () => new Date(AT))
      await audit.note({ ...read, actor: 'p-1' })
      await Promise.all(['p-1', 'p-2'].map((actor) => audit.note({ ...read, actor, of: 'h-2' })))
      const all = await audit.search({ limit: 10 })
      expect(all.map(({ what }) => what)).toEqual([
        'hit.read',
        'hit.read',
        'hit.read',
        'membership-granted',
        'person-added',
        'organisation-added',
      ])
      expect(await audit.search({ actor: 'p-2', limit: 10 })).toMatchObject([{ of: 'h-2' }])
      expect(await audit.search({ what: 'hit.read', of: 'h-1', limit: 10 })).toHaveLength(1)
      expect(await audit.search({ before: all[1]?.position ?? 0, limit: 1 })).toEqual([all[2]])
      expect(await audit.search({ among: ['p-2'], limit: 10 })).toHaveLength(1)
      expect(await audit.search({ among: [], limit: 10 })).toEqual([])
      const day = all[0]?.at.slice(0, 10)
      expect((await audit.search({ from: day, to: day, limit: 10 })).length).toBeGreaterThan(0)
      expect(await audit.search({ from: '2999-01-01', limit: 10 })).toEqual([])
    })

    it('is kept though two processes note at once', async () => {
      const books = [store, other].map((one) => new AuditBook(one, () => new Date(AT)))
      await Promise.all(
        books.flatMap((book, who) =>
          [1, 2, 3].map((nth) => book.note({ ...read, actor: `p-${who}`, of: `h-${nth}` })),
        ),
      )
      const found = await new AuditBook(store, () => new Date(AT)).search({ limit: 50 })
      expect(found).toHaveLength(6)
      expect((await store.verify()).problems).toEqual([])
    })
  })
})
