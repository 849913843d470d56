import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { EXAMPLES, inFolder, LIST, navicert, ROOT } from './navicert.ts'

const ORDER = join(EXAMPLES, 'battery-cell.yaml')

async function certified(folder: string): Promise<void> {
  const line = ['check', ORDER, '--list', LIST, '--certificate', 'order.cert']
  const { code, err } = await navicert(folder, line)
  expect([code, err]).toEqual([0, 'Certificate written to order.cert.\n'])
}

test('a certificate verifies alone, and holds against its transaction', async () => {
  await inFolder(async (folder) => {
    await certified(folder)
    const alone = await navicert(folder, ['verify', 'order.cert'])
    expect(alone.code).toBe(0)
    expect(alone.out).toMatch(/^HOLDS\n/)
    expect(alone.out).toContain('It certifies: CLEAR WITH CONDITIONS, by the law of 2026-06-02')
    expect(alone.out).toMatch(/the key of this\s+data folder/)
    const line = ['verify', 'order.cert', '--against', ORDER, '--list', LIST]
    const against = await navicert(folder, line)
    expect([against.code, against.err]).toEqual([0, ''])
    expect(against.out).toMatch(/✓ answer: sha256:/)
  })
})

test('it names nothing of the deal', async () => {
  await inFolder(async (folder) => {
    await certified(folder)
    const envelope = JSON.parse(readFileSync(join(folder, 'order.cert'), 'utf8')) as {
      readonly payload: string
    }
    const payload = Buffer.from(envelope.payload, 'base64').toString()
    expect(payload).not.toMatch(/Fjordsykkel|Copper|battery|cell|NO\b/)
  })
})

test('the same answer under the same key is the same certificate', async () => {
  await inFolder(async (folder) => {
    await certified(folder)
    const first = readFileSync(join(folder, 'order.cert'))
    await certified(folder)
    expect(readFileSync(join(folder, 'order.cert')).equals(first)).toBe(true)
  })
})

test('an altered one is not genuine', async () => {
  await inFolder(async (folder) => {
    await certified(folder)
    const bytes = readFileSync(join(folder, 'order.cert'))
    for (const at of [0, Math.floor(bytes.length / 3), bytes.length - 2]) {
      const altered = Buffer.from(bytes)
      altered[at] = (altered[at] ?? 0) ^ 1
      writeFileSync(join(folder, 'altered.cert'), altered)
      const { code, out } = await navicert(folder, ['verify', 'altered.cert'])
      expect(out).toMatch(/^NOT GENUINE\n/)
      expect(code).toBe(2)
    }
  })
})

test('what differs is named: the input, the lists, the edition, the signer', async () => {
  await inFolder(async (folder) => {
    await certified(folder)
    const order = readFileSync(ORDER, 'utf8')
    writeFileSync(join(folder, 'other.yaml'), order.replace('265', '266'))
    const input = await navicert(folder, [
      'verify',
      'order.cert',
      '--against',
      'other.yaml',
      '--list',
      LIST,
    ])
    expect(input.code).toBe(2)
    expect(input.out).toMatch(/✗ input: .*the transaction is not\s+the one certified/s)

    const lists = await navicert(folder, ['verify', 'order.cert', '--against', ORDER])
    expect(lists.code).toBe(2)
    expect(lists.out).toMatch(/✗ list us-csl 2026-06-01: the snapshot.* import/s)
    expect(lists.out).toMatch(/✗ verdict: certified clear-with-conditions, here undetermined/)

    cpSync(join(ROOT, 'law'), join(folder, 'law'), { recursive: true })
    const kinds = join(folder, 'law/kinds.yaml')
    writeFileSync(
      kinds,
      `${readFileSync(kinds, 'utf8')}\n  other.invented: {class: other, definition: Invented.}\n`,
    )
    const line = ['verify', 'order.cert', '--against', ORDER, '--list', LIST, '--law', 'law']
    const edition = await navicert(folder, line)
    expect(edition.code).toBe(2)
    expect(edition.out).toMatch(/✗ rulebook: .*another\s+edition/s)

    const signer = await navicert(folder, ['verify', 'order.cert', '--signer', 'sha256:00'])
    expect(signer.code).toBe(2)
    expect(signer.out).toMatch(/✗ signer: signed by sha256:/)
  })
})

test('in JSON it says whether it holds, what it certifies and each check', async () => {
  await inFolder(async (folder) => {
    await certified(folder)
    const { out } = await navicert(folder, ['verify', 'order.cert', '--json'])
    expect(JSON.parse(out)).toMatchObject({
      holds: true,
      genuine: true,
      payload: { verdict: 'clear-with-conditions', asOf: '2026-06-02' },
      checks: [{ what: 'canonical envelope', holds: true }, {}, {}, {}, { what: 'signature' }],
    })
  })
})
