import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { runCommand } from '../command.fixture.ts'

const EXAMPLES = fileURLToPath(new URL('../../../examples/regime', import.meta.url))
const LEDGER = join(EXAMPLES, 'ledger.jsonl')

const match = (file: string, on: string, ...more: readonly string[]) =>
  runCommand([
    ...['regime', 'denials', 'match', join(EXAMPLES, file), '--member', 'XC'],
    ...['--ledger', LEDGER, '--on', on, ...more],
  ])

describe('navicert regime denials match', () => {
  it('explains a match by item and mail domain, and shows nothing else of the refusal', async () => {
    const { code, out } = await match('memory-to-trader.yaml', '2027-03-01', '--json')
    expect(code).toBe(2)
    expect(JSON.parse(out)).toMatchObject({
      mayBeApproved: false,
      steps: [
        {
          state: 'to-assess',
          match: {
            denial: { issuer: 'XA', denialId: 'NSG-XA-1' },
            links: [{ by: 'mail-domain', refusedAs: 'purchaser' }],
          },
        },
      ],
    })
    const file = readFileSync(LEDGER, 'utf8')
    for (const kept of [
      'Severnaya',
      'Balkan Chip',
      'sales@',
      '555 0101',
      'weather',
      'missiles',
      '5000',
    ]) {
      expect(file).toContain(kept)
      expect(out).not.toContain(kept)
    }
  })

  it('blocks the same deal until the member that refused was silent for ten working days', async () => {
    const before = await match('memory-to-institute.yaml', '2027-03-16')
    expect([before.code, before.out]).toEqual([
      2,
      expect.stringContaining('Not to be approved yet'),
    ])
    expect(before.out).toContain('XA answers until 2027-03-16.')
    expect(before.out).toContain('Holidays of XA in 2027 are not given')
    const after = await match('memory-to-institute.yaml', '2027-03-17')
    expect([after.code, after.out]).toEqual([0, expect.stringContaining('May be approved')])
    expect(after.out).toContain('XA was silent until 2027-03-16: recorded as silence')
  })

  it('reads nothing that witnesses saw after the day', async () => {
    const { out } = await match('memory-to-institute.yaml', '2027-02-28')
    expect(out).toContain('to consult')
  })
})

describe('navicert regime consult status', () => {
  it('shows the clock, the silence, and the grant that was told', async () => {
    const { code, out } = await runCommand([
      ...['regime', 'consult', 'status', '--ledger', LEDGER, '--on', '2027-03-20'],
    ])
    expect(code).toBe(0)
    expect(out).toMatch(/XC-C-1 +XC-2027-120 +XC +XA +NSG NSG-XA-1 +2027-03-16 +silent/)
    expect(out).toMatch(/XC-2027-120 +XC +NSG NSG-XA-1 +2027-03-18 +2027-04-17 +in time/)
  })
})
