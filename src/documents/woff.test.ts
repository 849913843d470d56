import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readFont } from './printed.fixture.ts'
import { fontTables, openTypeOf } from './woff.ts'

/** A font of one table, packed as WOFF 1.0 or stored as it is where packing does not help. */
function packed(content: Buffer, stored: Buffer): Buffer {
  const head = Buffer.alloc(44 + 20)
  head.write('wOFF', 0, 'latin1')
  head.writeUInt32BE(0x00010000, 4)
  head.writeUInt16BE(1, 12)
  head.write('test', 44, 'latin1')
  head.writeUInt32BE(head.length, 48)
  head.writeUInt32BE(stored.length, 52)
  head.writeUInt32BE(content.length, 56)
  head.writeUInt32BE(0xabcd, 60)
  return Buffer.concat([head, stored])
}

describe('a font file', () => {
  const content = Buffer.from('abc'.repeat(50))

  it('is unpacked table by table', () => {
    const [table] = fontTables(packed(content, deflateSync(content)))
    expect([table?.tag, table?.checksum]).toEqual(['test', 0xabcd])
    expect(table?.bytes().equals(content)).toBe(true)
  })

  it('may hold a table that is not packed', () => {
    expect(fontTables(packed(content, content))[0]?.bytes().equals(content)).toBe(true)
  })

  it('becomes plain OpenType with the same tables', () => {
    const woff = packed(Buffer.from('abcde'), Buffer.from('abcde'))
    const plain = openTypeOf(woff)
    expect(plain.length % 4).toBe(0)
    expect(plain.readUInt32BE(0)).toBe(0x00010000)
    const tables = fontTables(plain).map(({ tag, checksum, bytes }) => [
      tag,
      checksum,
      bytes().toString(),
    ])
    expect(tables).toEqual([['test', 0xabcd, 'abcde']])
  })

  it('is left as it is where it is plain', () => {
    const file = readFont('noto-sans-400.ttf')
    expect(openTypeOf(file).equals(Buffer.from(file))).toBe(true)
  })

  it('keeps every table of a real font', () => {
    const file = readFont('noto-sans-thai-400.woff')
    const contents = (bytes: Uint8Array) =>
      fontTables(bytes).map((table) => [table.tag, table.bytes().toString('base64')])
    expect(contents(openTypeOf(file))).toEqual(contents(file))
    expect(contents(file).map(([tag]) => tag)).toContain('cmap')
  })
})
