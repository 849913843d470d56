import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { runCommand } from '../command.fixture.ts'

const LEDGER = fileURLToPath(new URL('../../../examples/regime/ledger.jsonl', import.meta.url))

const regime = (command: string, on: string, ...more: readonly string[]) =>
  runCommand(['regime', command, '--ledger', join(LEDGER), '--on', on, ...more])

it('alerts are shown with what they are still worth', async () => {
  const { code, out } = await regime('alerts', '2027-04-21')
  expect(code).toBe(0)
  expect(out).toMatch(/XA-A-1 +XA +Supply disruption +40 +80 +2027-06-30 +1 yes, 0 no, 0 wrong/)
})

it('measures are shown with the burden of each member and what is done', async () => {
  const { out } = await regime('measures', '2027-05-01')
  expect(out).toMatch(
    /XB-M-1 +XB +stock-release +running +12 t +12 +2.25 +XB 7.5 \(0\), XC 4.5 \(2.25\)/,
  )
})

it('commitments, minutes and standards are shown, and criteria that all buyers recognise', async () => {
  const { out, err } = await regime('workstreams', '2027-07-01', '--buyers', 'XA,XB')
  expect(out).toMatch(/XB-W-1 +Batteries +XB +2027-06-30 +open, overdue/)
  expect(out).toContain('M-2027-1')
  expect(out).toContain('Conforms to EX-7001, Recycled cathode material: test methods')
  expect(err).toBe('')
  const { out: early } = await regime('workstreams', '2027-03-20', '--buyers', 'XA,XB')
  expect(early).not.toContain('Conforms')
})

it('notices of transfers and requests are shown, with who has answered and who is overdue', async () => {
  const { code, out, err } = await regime('information', '2027-08-01')
  expect([code, err]).toEqual([0, ''])
  expect(out).toMatch(/XC +NSG +2027-01-01 to 2027-06-30 +EU:2B201 +IN +2 +3 piece/)
  expect(out).toMatch(/XA-R-1 +XA +XB +2027-04-16 +answered +Which traders/)
  expect(out).toMatch(/XA-R-1 +XA +XC +2027-04-16 +overdue/)
  const { out: early } = await regime('information', '2027-04-16', '--json')
  expect(JSON.parse(early)).toMatchObject({
    notices: [],
    requests: [{ asked: [{ state: 'answered' }, { state: 'open' }] }],
  })
})
