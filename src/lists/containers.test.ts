import { describe, expect, it } from 'vitest'
import { ProblemError } from '../kernel/index.ts'
import { readSheetRows, type SheetRow } from './sheet-rows.ts'
import { openSourceFile } from './source-file.ts'
import { fileOf } from './temporary-files.fixture.ts'
import { odsOf, xlsxOf, zipOf } from './workbook.fixture.ts'
import type { XmlElement } from './xml-element.ts'
import { readXmlRecords } from './xml-records.ts'
import { isZip, openZip } from './zip.ts'

async function all<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

async function textOf(bytes: Uint8Array, name = 'a.xml', maxUnpacked?: number): Promise<string> {
  return (await all(openZip(bytes, 'list.ods', maxUnpacked).text(name))).join('')
}

describe('openZip', () => {
  it('reads a deflated and a stored part', async () => {
    expect(await textOf(zipOf({ 'a.xml': 'Größe' }))).toBe('Größe')
    expect(await textOf(zipOf({ 'a.xml': 'Größe' }, true))).toBe('Größe')
  })

  it('reads a file that has a comment behind its directory', async () => {
    const zip = Buffer.concat([zipOf({ 'a.xml': 'x' }), Buffer.from('a comment')])
    expect(await textOf(zip)).toBe('x')
  })

  it('stops a bomb at its bound, whatever size its header claims', async () => {
    const bomb = zipOf({ 'a.xml': '0'.repeat(4 * 1024 * 1024) })
    expect(bomb.length).toBeLessThan(10_000)
    await expect(textOf(bomb, 'a.xml', 1024 * 1024)).rejects.toThrow('unpacks to more than 1048576')
  })

  it.each([
    ['a file that breaks off', zipOf({ 'a.xml': 'x' }).subarray(0, 30), 'directory at its end'],
    ['an empty file', Buffer.alloc(0), 'directory at its end'],
    ['a part that is not there', zipOf({ 'b.xml': 'x' }), 'no part a.xml'],
  ])('refuses %s', async (_, bytes, because) => {
    await expect(textOf(bytes)).rejects.toThrow(because)
  })

  it('refuses a part whose bytes were changed', async () => {
    const zip = zipOf({ 'a.xml': 'the list' }, true)
    zip.write('THE', zip.indexOf('the list'))
    await expect(textOf(zip)).rejects.toThrow('checksum')
  })

  it('refuses an encrypted part', async () => {
    const zip = zipOf({ 'a.xml': 'x' })
    const directory = zip.indexOf('PK\u0001\u0002', 0, 'latin1')
    zip.writeUInt16LE(1, directory + 8)
    await expect(textOf(zip)).rejects.toThrow('encrypted')
  })

  it('refuses a directory that points outside of the file', async () => {
    const zip = zipOf({ 'a.xml': 'x' })
    zip.writeUInt32LE(0xffffff, zip.length - 22 + 16)
    await expect(textOf(zip)).rejects.toThrow('directory is broken')
  })

  it('knows a ZIP file by its first bytes', () => {
    expect(isZip(zipOf({}))).toBe(false)
    expect(isZip(zipOf({ a: '' }))).toBe(true)
    expect(isZip(Buffer.from('<x/>'))).toBe(false)
  })
})

describe('readSheetRows', () => {
  const rowsOf = (bytes: Buffer): Promise<readonly SheetRow[]> =>
    all(readSheetRows(openSourceFile(fileOf(bytes, 'book'))))
  const texts = (rows: readonly SheetRow[]): readonly (readonly string[])[] =>
    rows.filter(({ cells }) => cells.length > 0).map(({ cells }) => cells.map(({ text }) => text))

  it('reads shared, formatted and empty cells of an Office Open XML workbook', async () => {
    const rows = await rowsOf(
      xlsxOf([
        ['Reference', '', 'a text of two formats'],
        [7, 'b'],
      ]),
    )
    expect(texts(rows)).toEqual([
      ['Reference', '', 'a text of two formats'],
      ['7', 'b'],
    ])
    expect(rows[1]?.cells[0]).toEqual({ text: '7', isNumber: true })
  })

  it('reads texts that stand in the cell itself', async () => {
    const sheet =
      '<worksheet><sheetData><row r="3"><c r="B3" t="inlineStr"><is><t>in</t></is></c><c r="C3" t="str"><v>out</v></c><c r="ZZZ3"><v>1</v></c></row></sheetData></worksheet>'
    const rows = await rowsOf(zipOf({ 'xl/worksheets/sheet1.xml': sheet }))
    expect(rows).toEqual([
      {
        line: 3,
        cells: [
          { text: '', isNumber: false },
          { text: 'in', isNumber: false },
          { text: 'out', isNumber: false },
        ],
      },
    ])
  })

  it('leaves out what an OpenDocument workbook repeats to its end', async () => {
    const rows = await rowsOf(odsOf([['A', 'B'], ['C'], ['', '']]))
    expect(texts(rows)).toEqual([['A', 'B'], ['C']])
    expect(rows.length).toBeLessThan(10)
  })
})

describe('readXmlRecords', () => {
  const read = (xml: string, chunk = 7): Promise<readonly XmlElement[]> =>
    all(
      readXmlRecords(
        (async function* () {
          for (let at = 0; at < xml.length; at += chunk) yield xml.slice(at, at + chunk)
        })(),
        { records: new Set(['r']), file: 'list.xml', remedy: 'Again.' },
      ),
    )

  it('yields the root and then each record, across any cut of the text', async () => {
    const xml =
      '<x:list a="1"><other>no</other><r><n>A &amp; <![CDATA[B]]></n></r><g><r/></g></x:list>'
    for (const chunk of [1, 5, 1000]) {
      const elements = await read(xml, chunk)
      expect(elements.map(({ name }) => name)).toEqual(['list', 'r', 'r'])
      expect(elements[0]?.attributes).toEqual({ a: '1' })
      expect(elements[1]?.children[0]?.text).toBe('A & B')
    }
  })

  it('resolves no entity, so that none can grow', async () => {
    const bomb = `<!DOCTYPE list [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><list><r>&b;</r></list>`
    await expect(read(bomb)).rejects.toThrow('undefined entity')
  })

  it('reads no file that an entity names', async () => {
    const xml = '<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]><l><r>&x;</r></l>'
    await expect(read(xml)).rejects.toThrow('undefined entity')
  })

  it.each([
    ['a file that breaks off', '<list><r><n>A</n></r><r><n>', 'unclosed tag'],
    ['an empty file', '', 'root element'],
    ['what is no XML', 'name,country\nA,B', 'text data outside of root'],
    ['a record far too deep', `<list><r>${'<n>'.repeat(80)}`, 'more than 64 deep'],
  ])('refuses %s', async (_, xml, because) => {
    const error = await read(xml).then(
      () => undefined,
      (thrown: unknown) => thrown,
    )
    expect(error).toBeInstanceOf(ProblemError)
    expect((error as ProblemError).message).toContain(because)
  })

  it('refuses a record of more elements than any list has', async () => {
    const xml = `<list><r>${'<n/>'.repeat(200_001)}</r></list>`
    await expect(read(xml, 65_536)).rejects.toThrow('more than 200000 elements')
  })
})
