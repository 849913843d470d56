import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { unwrap } from '../kernel/index.ts'
import { ALERT_TYPES } from './alerts/alerts.ts'
import { CONSULTATION_TYPES } from './consultations/messages.ts'
import { DENIAL_TYPES } from './denials/messages.ts'
import { INFORMATION_TYPES } from './information/information.ts'
import { ASSESSMENTS } from './matching/assessments.ts'
import { MEASURES } from './measures/measures.ts'
import { readOfficerRoles, readSupersedable } from './officers.ts'
import { MESSAGES } from './proposals/messages.ts'
import { WORKSTREAM_TYPES } from './workstreams/workstreams.ts'

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

describe('the table that is shipped', () => {
  const file = join(import.meta.dirname, '../../law/tables/officer-roles.yaml')
  const maySign = unwrap(readOfficerRoles(parse(readFileSync(file, 'utf8'))))
  const types = [
    ...Object.keys(MESSAGES),
    ...DENIAL_TYPES,
    ...CONSULTATION_TYPES,
    ...WORKSTREAM_TYPES,
    ...MEASURES.types,
    ...ASSESSMENTS.types,
    ...ALERT_TYPES,
    ...INFORMATION_TYPES,
  ]

  it.each(types)('lets an officer sign %s', (type) => {
    expect(maySign(type, ['delegate']) || maySign(type, ['licensing'])).toBe(true)
  })
})

describe('what its author may take back', () => {
  it('is what the table names, and nothing where it names nothing', () => {
    const may = unwrap(readSupersedable({ ...TABLE, supersedable: ['list.comment', 'alert.*'] }))
    expect(['list.comment', 'alert.entity', 'vote.cast', 'list'].map(may)).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect(unwrap(readSupersedable(TABLE))('list.comment')).toBe(false)
  })
})
