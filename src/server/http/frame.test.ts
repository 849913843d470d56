import { expect, test } from 'vitest'
import { OWN_LAW, openEngine } from '../../desk/index.ts'
import { LIMITS } from '../limits.ts'
import { frame } from './frame.ts'

test.each([
  [true, 'max-age=31536000'],
  [false, undefined],
])('a server found by https (%s) is found by nothing else from then on', async (isSecure, said) => {
  const parts = { engine: openEngine(OWN_LAW), limits: LIMITS, isSecure: () => isSecure }
  const { headers } = await frame(parts).inject('/nothing')
  expect(headers['strict-transport-security']).toBe(said)
  expect(headers['x-content-type-options']).toBe('nosniff')
})
