import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { ROOT } from './navicert.ts'

test('three members as processes tell of a proposal in force, a consultation and a fork, and agree', {
  timeout: 180_000,
}, async () => {
  const script = join(ROOT, 'scripts/federation.mjs')
  const { stdout } = await promisify(execFile)(process.execPath, [script])
  expect(stdout.match(/counts for itself: coalition by JP NL US/g)).toHaveLength(3)
  expect(stdout).toMatch(/JP {2}in force since 2027-04-01, 45 days after the close/)
  expect(stdout).toContain('silent: recorded as silence, and JP may decide')
  expect(stdout.match(/forked US: two histories part after \d+ entries/g)).toHaveLength(3)
  expect(new Set(stdout.match(/state sha256:[0-9a-f]{64}/g)).size).toBe(1)
})
