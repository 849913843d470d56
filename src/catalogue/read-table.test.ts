import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unwrap } from '../kernel/index.ts'
import { readTable } from './read-table.ts'
import { writeTable } from './write-table.ts'

const read = (text: string): ReturnType<typeof readTable> => readTable(Buffer.from(text))
const codes = async (bytes: Uint8Array | string): Promise<readonly string[]> => {
  const result = await readTable(typeof bytes === 'string' ? Buffer.from(bytes) : bytes)
  return result.ok ? [] : result.problems.map(({ code }) => code)
}

describe('a table of separated text', () => {
  test.each([',', ';', '\t'])(
    'is read with %j, rows counted as a spreadsheet does',
    async (mark) => {
      const rows = [['id', 'name'], ['1', `"a${mark}""b"""`], [''], ['2', '"two\nlines"']]
      const text = `\ufeff${rows.map((cells) => cells.join(mark)).join('\r\n')}\r\n`
      expect(unwrap(await read(text))).toEqual({
        format: 'csv',
        decimalComma: mark === ';',
        heading: ['id', 'name'],
        rows: [
          { row: 2, cells: ['1', `a${mark}"b"`] },
          { row: 4, cells: ['2', 'two\nlines'] },
        ],
      })
    },
  )

  test('keeps zeros in front', async () => {
    expect(unwrap(await read('id,hs\n007,010121\n')).rows[0]?.cells).toEqual(['007', '010121'])
  })

  test('with a quotation mark left open is refused with its line', async () => {
    expect(await read('id,name\n1,"open\n2,b\n')).toMatchObject({
      problems: [{ code: 'table.open-quote', where: { line: 3 } }],
    })
  })

  test('takes an inch sign for itself', async () => {
    const { rows } = unwrap(await read('id,name\n1,19" rack\n2,b\n'))
    expect(rows.map(({ cells }) => cells[1])).toEqual(['19" rack', 'b'])
  })

  test('without a heading, or with too much in it, is refused', async () => {
    expect(await codes('')).toEqual(['table.no-heading'])
    expect(await codes(`${'a,'.repeat(600)}b\n`)).toEqual(['table.no-heading'])
    expect(await codes(`id,name\n${'1,2\n'.repeat(200_001)}`)).toEqual(['table.too-long'])
  })
})

describe('a workbook', () => {
  test('gives its first sheet as texts, zeros in front kept', async () => {
    const rows = [
      ['id', 'hs'],
      ['007', '010121'],
    ]
    expect(unwrap(await readTable(await writeTable(rows, 'xlsx')))).toEqual({
      format: 'xlsx',
      decimalComma: false,
      heading: ['id', 'hs'],
      rows: [{ row: 2, cells: ['007', '010121'] }],
    })
  })

  test('in the old format, with a password, or broken is refused', async () => {
    expect(await codes(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toEqual(['table.old-workbook'])
    expect(await codes(Buffer.from('504b0304', 'hex'))).toEqual(['table.not-a-workbook'])
    const whole = await writeTable([['id'], ['1']], 'xlsx')
    expect(await codes(whole.subarray(0, whole.length - 40))).toEqual(['table.not-a-workbook'])
  })

  test('that unfolds without end is refused before it fills memory, whatever its directory says', async () => {
    const packed = deflateRawSync(Buffer.alloc(300 * 1024 * 1024))
    expect(await codes(zipOf('xl/worksheets/sheet1.xml', packed, 100))).toEqual(['table.too-large'])
  })
})

test('no bytes make the reader fail otherwise than by a problem', async () => {
  const rows = [
    ['id', 'name'],
    ['1', 'x'],
  ]
  const whole = await writeTable(rows, 'xlsx')
  await fc.assert(
    fc.asyncProperty(
      fc.nat(whole.length - 1),
      fc.uint8Array({ minLength: 1, maxLength: 6 }),
      async (at, noise) => {
        const damaged = Buffer.from(whole)
        damaged.set(noise.subarray(0, damaged.length - at), at)
        expect(await readTable(damaged)).toHaveProperty('ok')
        expect(await readTable(noise)).toHaveProperty('ok')
      },
    ),
    { numRuns: 60 },
  )
})

/** One packed part; the directory says that it unfolds to `claimed` bytes. */
function zipOf(name: string, packed: Buffer, claimed: number): Buffer {
  const header = Buffer.alloc(26)
  header.writeUInt16LE(20, 0)
  header.writeUInt16LE(8, 4)
  header.writeUInt32LE(packed.length, 14)
  header.writeUInt32LE(claimed, 18)
  header.writeUInt16LE(name.length, 22)
  const local = Buffer.concat([Buffer.from('504b0304', 'hex'), header, Buffer.from(name), packed])
  const central = Buffer.concat([
    Buffer.from('504b01021400', 'hex'),
    header,
    Buffer.alloc(14),
    Buffer.from(name),
  ])
  const end = Buffer.alloc(22)
  end.write('504b0506', 'hex')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, central, end])
}
