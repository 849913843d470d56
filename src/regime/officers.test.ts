import { describe, expect, it } from 'vitest'
import { unwrap } from '../kernel/index.ts'
import { readOfficerRoles } from './officers.ts'

const TABLE = {
  roles: { delegate: ['vote.*', 'national.implementation'], licensing: ['denial.*'] },
  cite: 'own rule',
  mark: 'derived',
}

describe('which officer signs which message', () => {
  const maySign = unwrap(readOfficerRoles(TABLE))

  it.each([
    ['vote.cast', ['delegate'], true],
    ['vote.cast', ['licensing'], false],
    ['vote.cast', ['licensing', 'delegate'], true],
    ['national.implementation', ['delegate'], true],
    ['national.implementation.more', ['delegate'], false],
    ['votes', ['delegate'], false],
    ['vote.cast', [], false],
    ['vote.cast', ['constructor'], false],
  ] as const)('%s by %s: %s', (type, roles, may) => {
    expect(maySign(type, roles)).toBe(may)
  })

  it('is not read from a table with a name that is no type', () => {
    expect(readOfficerRoles({ ...TABLE, roles: { delegate: ['*'] } })).toMatchObject({ ok: false })
  })
})
