import { beforeEach, describe, expect, test } from 'vitest'
import { type Result, unwrap } from '../kernel/index.ts'
import {
  type AddPerson,
  addOrganisation,
  addPerson,
  erase,
  makeLink,
  type Ordering,
  restore,
  setRoles,
  suspend,
} from './accounts.ts'
import type { Acting } from './authorise.ts'
import { addPasskey, linkIdentity, removePasskey, useLink, usePasskey } from './credentials.ts'
import type { PeopleEvent } from './people-event.ts'
import { actingAs } from './person.ts'
import { Roster } from './roster.ts'
import { isTokenGood, makeToken, noteUse, revokeToken } from './tokens.ts'

const NOW = '2026-06-01T08:00:00.000Z'
const admin: Acting = {
  kind: 'session',
  id: 'boss',
  organisation: 'main',
  roles: ['administrator'],
}
const officer: Acting = { ...admin, id: 'ada', roles: ['compliance-officer'] }
const person = (id: string, more: Partial<AddPerson> = {}): AddPerson => ({
  id,
  is: 'person',
  name: `Person ${id}`,
  signInName: `${id}@example.com`,
  organisation: 'main',
  roles: ['analyst'],
  ...more,
})

let roster: Roster
const does = (decided: Result<readonly PeopleEvent[]>): readonly PeopleEvent[] => {
  const events = unwrap(decided)
  for (const event of events) roster.apply(event)
  return events
}
const refuses = (decided: Result<unknown>): string | undefined =>
  decided.ok ? undefined : decided.problems[0]?.code
beforeEach(() => {
  roster = new Roster()
  for (const organisation of ['main', 'north'])
    does(addOrganisation('operator', roster, { organisation, name: organisation }))
  does(addPerson('operator', roster, person('boss', { roles: ['administrator'] })))
  does(addPerson('operator', roster, person('ada', { roles: ['compliance-officer'] })))
  does(addPerson('operator', roster, person('nora', { organisation: 'north' })))
  does(addPerson('operator', roster, person('erp', { is: 'service', roles: ['service'] })))
})

describe('an administrator', () => {
  test('adds persons to the own organisation alone, and no organisation', () => {
    does(addPerson(admin, roster, person('bob')))
    expect(refuses(addPerson(admin, roster, person('eve', { organisation: 'north' })))).toBe(
      'people.not-entitled',
    )
    expect(refuses(addOrganisation(admin, roster, { organisation: 'own', name: 'Own' }))).toBe(
      'people.not-entitled',
    )
  })

  test('is not told that somebody of another organisation is there', () => {
    for (const id of ['nora', 'nobody']) {
      expect(refuses(suspend(admin, roster, { id, reason: 'x' }))).toBe('people.unknown')
      expect(refuses(erase(admin, roster, { id, reason: 'x' }))).toBe('people.unknown')
      const roles = { id, organisation: 'main', roles: ['auditor'] as const }
      expect(refuses(setRoles(admin, roster, roles))).toBe('people.unknown')
    }
  })

  test('does not take over the account of who works elsewhere too', () => {
    does(setRoles('operator', roster, { ...person('ada'), organisation: 'north' }))
    const link = { id: 'ada', link: 'l', digest: 'd', expires: NOW }
    expect(refuses(makeLink(admin, roster, link))).toBe('people.not-entitled')
    does(makeLink('operator', roster, link))
  })

  test('neither sets the own roles nor suspends themselves', () => {
    const roles = { id: 'boss', organisation: 'main', roles: ['countersigner'] as const }
    expect(refuses(setRoles(admin, roster, roles))).toBe('people.oneself')
    expect(refuses(suspend(admin, roster, { id: 'boss', reason: 'x' }))).toBe('people.oneself')
  })

  test('gives a reason', () => {
    expect(refuses(suspend(admin, roster, { id: 'ada', reason: ' ' }))).toBe('people.no-reason')
    expect(refuses(erase(admin, roster, { id: 'ada', reason: '' }))).toBe('people.no-reason')
  })
})

test.each<[string, Ordering]>([
  ['another role', officer],
  ['nobody of a role', { ...admin, roles: [] }],
])('%s changes nobody', (_, by) => {
  expect(refuses(addPerson(by, roster, person('x')))).toBe('people.not-entitled')
  expect(refuses(suspend(by, roster, { id: 'ada', reason: 'x' }))).toBe('people.not-entitled')
})

describe('an account', () => {
  test('has a name of its own, however it is written', () => {
    const same = person('x', { signInName: ' ADA@Example.com ' })
    expect(refuses(addPerson(admin, roster, same))).toBe('people.taken')
    expect(roster.bySignInName('Ada@EXAMPLE.com')?.id).toBe('ada')
  })

  test.each(['', ' ', 'two\nlines', '\u202ereversed', 'x'.repeat(201)])(
    'has a name that can be read: not %j',
    (name) => {
      expect(refuses(addPerson(admin, roster, person('x', { name })))).toBe('people.no-name')
    },
  )

  test('of a program has the role of one, and no person has it', () => {
    const program = person('x', { is: 'service', roles: ['administrator'] })
    expect(refuses(addPerson('operator', roster, program))).toBe('people.no-role')
    expect(refuses(addPerson('operator', roster, person('x', { roles: ['service'] })))).toBe(
      'people.no-role',
    )
  })

  test('that is suspended, erased, or whose membership is over has no role', () => {
    const rolesOf = (id: string, now = NOW): readonly string[] => {
      const found = roster.person(id)
      return found === undefined ? [] : actingAs(found, now).roles
    }
    expect(rolesOf('ada')).toEqual(['compliance-officer'])
    does(suspend(admin, roster, { id: 'ada', reason: 'leave' }))
    expect(rolesOf('ada')).toEqual([])
    does(restore(admin, roster, { id: 'ada', reason: 'back' }))
    expect(rolesOf('ada')).toEqual(['compliance-officer'])
    does(setRoles(admin, roster, { ...person('ada'), until: NOW }))
    expect(rolesOf('ada')).toEqual(['analyst'])
    expect(rolesOf('ada', '2026-06-01T08:00:00.001Z')).toEqual([])
    does(erase('operator', roster, { id: 'nora', reason: 'asked' }))
    expect(rolesOf('nora')).toEqual([])
    expect(roster.bySignInName('nora@example.com')).toBeUndefined()
    expect(refuses(restore('operator', roster, { id: 'nora', reason: 'x' }))).toBe('people.unknown')
  })

  test('acts for the organisation asked for and no other, and for its first where none is', () => {
    does(setRoles('operator', roster, { ...person('ada'), organisation: 'north' }))
    const ada = roster.person('ada')
    if (ada === undefined) throw new Error('ada is there')
    expect(actingAs(ada, NOW, 'north')).toMatchObject({ organisation: 'north', roles: ['analyst'] })
    expect(actingAs(ada, NOW, 'south').roles).toEqual([])
    expect(actingAs(ada, NOW)).toMatchObject({ organisation: 'main' })
  })
})

describe('a link', () => {
  const link = { id: 'ada', link: 'l-1', digest: 'd', expires: '2026-06-02T08:00:00.000Z' }

  test('is good once, for so long, and until a newer one is made', () => {
    does(makeLink(admin, roster, link))
    expect(refuses(useLink(roster, 'l-1', 'hash', '2026-06-02T08:00:00.001Z'))).toBe(
      'people.no-link',
    )
    does(makeLink(admin, roster, { ...link, link: 'l-2' }))
    expect(refuses(useLink(roster, 'l-1', 'hash', NOW))).toBe('people.no-link')
    does(useLink(roster, 'l-2', 'hash', NOW))
    expect(roster.person('ada')?.passwordHash).toBe('hash')
    expect(refuses(useLink(roster, 'l-2', 'other', NOW))).toBe('people.no-link')
  })

  test('is no good once its owner is suspended, and is not made for a program', () => {
    does(makeLink(admin, roster, link))
    does(suspend(admin, roster, { id: 'ada', reason: 'left' }))
    expect(refuses(useLink(roster, 'l-1', 'hash', NOW))).toBe('people.no-link')
    expect(refuses(makeLink(admin, roster, link))).toBe('people.suspended')
    expect(refuses(makeLink(admin, roster, { ...link, id: 'erp' }))).toBe('people.service')
  })
})

describe('a token', () => {
  const token = { id: 't', digest: 'd', name: 'a', scopes: ['check'] as const, made: NOW }

  test('is made by each person for themselves, and by an administrator for a program', () => {
    does(makeToken(officer, roster, 'ada', token))
    does(makeToken(admin, roster, 'erp', { ...token, id: 't-2' }))
    expect(refuses(makeToken(admin, roster, 'ada', token))).toBe('people.not-entitled')
    expect(refuses(makeToken(officer, roster, 'erp', token))).toBe('people.unknown')
    expect(refuses(makeToken(officer, roster, 'ada', { ...token, scopes: [] }))).toBe(
      'people.no-scope',
    )
  })

  test('is revoked by whoever may make it, and nobody else learns of it', () => {
    does(makeToken(officer, roster, 'ada', token))
    const stranger: Acting = { ...admin, organisation: 'north' }
    expect(refuses(revokeToken(stranger, roster, 't'))).toBe('people.no-token')
    does(revokeToken(admin, roster, 't'))
    expect(roster.token('t')).toBeUndefined()
    expect(refuses(revokeToken(admin, roster, 't'))).toBe('people.no-token')
  })

  test('is good until its last moment, and its use is noted once a day', () => {
    does(makeToken(officer, roster, 'ada', { ...token, expires: NOW }))
    const found = roster.token('t')
    if (found === undefined) throw new Error('the token is there')
    expect(isTokenGood(found.token, found.person, NOW)).toBe(true)
    expect(isTokenGood(found.token, found.person, '2026-06-01T08:00:00.001Z')).toBe(false)
    const day = '2026-06-01' as Parameters<typeof noteUse>[2]
    for (const event of noteUse(found.person, found.token, day)) roster.apply(event)
    const again = roster.token('t')
    expect(again?.token.lastUsed).toBe(day)
    expect(again && noteUse(again.person, again.token, day)).toEqual([])
  })
})

describe('a passkey', () => {
  const ada = () => {
    const found = roster.person('ada')
    if (found === undefined) throw new Error('ada is there')
    return found
  }
  const passkey = { id: 'k-1', publicKey: 'p', counter: 3, label: 'Key' }

  test('that counts must count on: one that does not is a copy', () => {
    does(addPasskey(roster, ada(), passkey))
    does(usePasskey(ada(), 'k-1', 4))
    expect(refuses(usePasskey(ada(), 'k-1', 4))).toBe('people.passkey-copied')
    expect(refuses(usePasskey(ada(), 'k-1', 0))).toBe('people.passkey-copied')
    expect(refuses(usePasskey(ada(), 'k-2', 9))).toBe('people.no-account')
  })

  test('that does not count leaves nothing on record', () => {
    does(addPasskey(roster, ada(), { ...passkey, counter: 0 }))
    expect(does(usePasskey(ada(), 'k-1', 0))).toEqual([])
  })

  test('is of one account, and is kept where it is the last way in', () => {
    does(addPasskey(roster, ada(), passkey))
    const boss = roster.person('boss')
    expect(boss && refuses(addPasskey(roster, boss, passkey))).toBe('people.passkey-known')
    expect(refuses(removePasskey(ada(), 'k-1'))).toBe('people.last-way-in')
    does(linkIdentity(roster, ada(), { issuer: 'https://id.example', subject: 's' }))
    does(removePasskey(ada(), 'k-1'))
    expect(roster.byPasskey('k-1')).toBeUndefined()
  })

  test('an identity elsewhere is of one account too', () => {
    const identity = { issuer: 'https://id.example', subject: 's' }
    does(linkIdentity(roster, ada(), identity))
    expect(does(linkIdentity(roster, ada(), identity))).toEqual([])
    const boss = roster.person('boss')
    expect(boss && refuses(linkIdentity(roster, boss, identity))).toBe('people.identity-known')
    expect(roster.byIdentity('https://id.example', 's')?.id).toBe('ada')
    expect(roster.byIdentity('https://other.example', 's')).toBeUndefined()
  })
})
