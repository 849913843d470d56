import { describe, expect, test } from 'vitest'
import { decodeText } from './text-encoding.ts'

/** As Excel of each country saves `id,name,country` and two rows. */
const SHIFT_JIS = hex(
  '69642c96bc8fcc2c8d910a312c938c8b9e8365835883678a948eae89ef8ed02c4a500a322c8368835e8357836583588367838f815b834e83582c4a500a',
)
const CP949 = hex(
  'b9f8c8a32cc0ccb8a72cb1b9b0a10a312cbfb9bdc3b9abbfaa20c1d6bdc4c8b8bbe72c4b520a322cb5bfc7d8c1a4b0f82c4b520a',
)

function hex(digits: string): Uint8Array {
  return Buffer.from(digits, 'hex')
}

describe('the encoding of a text', () => {
  test('is certain for UTF-8 and where a byte order mark stands', () => {
    expect(decodeText(Buffer.from('id,名称\n'))).toEqual({ ok: true, value: 'id,名称\n' })
    const utf16 = Buffer.concat([hex('fffe'), Buffer.from('id\tname\n', 'utf16le')])
    expect(decodeText(utf16)).toEqual({ ok: true, value: 'id\tname\n' })
  })

  test('is found for Japanese and Korean files', () => {
    expect(decodeText(SHIFT_JIS)).toMatchObject({
      value: expect.stringContaining('東京テスト株式会社'),
    })
    expect(decodeText(CP949)).toMatchObject({
      value: expect.stringContaining('예시무역 주식회사'),
    })
  })

  test('is Western where accented letters stand alone among plain ones', () => {
    const bytes = Buffer.from('id;name\n1;Müller & Söhne\n', 'latin1')
    expect(decodeText(bytes)).toEqual({ ok: true, value: 'id;name\n1;Müller & Söhne\n' })
  })

  test('is asked for where it is not certain, and taken where it is said', () => {
    const bytes = Buffer.concat([
      Buffer.from('id,name\n1,'),
      hex('836a83528393'),
      Buffer.from('\n'),
    ])
    expect(decodeText(bytes)).toMatchObject({ problems: [{ code: 'table.unknown-encoding' }] })
    expect(decodeText(bytes, 'shift_jis')).toEqual({ ok: true, value: 'id,name\n1,ニコン\n' })
  })

  test('that is said and does not fit is refused, and nothing is replaced', () => {
    expect(decodeText(hex('ff'), 'utf-8')).toMatchObject({
      problems: [{ code: 'table.wrong-encoding' }],
    })
  })
})
