import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ProblemError } from '../kernel/index.ts'
import { readAu } from './au.ts'
import { birthDaysIn } from './birth-text.ts'
import { readCa } from './ca.ts'
import { readCh } from './ch.ts'
import { readEuFsf } from './eu-fsf.ts'
import { readFtm } from './ftm.ts'
import { readJpMeti } from './jp-meti.ts'
import {
  CA_XML,
  CH_XML,
  EU_XML,
  FTM_LINES,
  JP_CSV,
  TW_CSV,
  UK_CSV,
  UK_XML,
  UN_XML,
} from './official-texts.fixture.ts'
import type { ListReader, ListReading } from './reading.ts'
import { openSourceFile } from './source-file.ts'
import { fileOf } from './temporary-files.fixture.ts'
import { readTw } from './tw.ts'
import { readUk } from './uk.ts'
import { readUn } from './un.ts'
import { AU_ROWS, xlsxOf } from './workbook.fixture.ts'

const XML: readonly (readonly [string, ListReader, string])[] = [
  ['un', readUn, UN_XML],
  ['eu-fsf', readEuFsf, EU_XML],
  ['uk as XML', readUk, UK_XML],
  ['ca', readCa, CA_XML],
  ['ch', readCh, CH_XML],
]
const ALL: readonly (readonly [string, ListReader, string | Buffer])[] = [
  ...XML,
  ['uk as CSV', readUk, UK_CSV],
  ['jp-meti', readJpMeti, JP_CSV],
  ['tw', readTw, TW_CSV],
  ['ftm', readFtm, FTM_LINES],
  ['au', readAu, xlsxOf(AU_ROWS)],
]

/** The reading, or the problem it was refused for; whatever else is thrown fails the test. */
async function readOrRefuse(
  reader: ListReader,
  bytes: Uint8Array,
): Promise<ListReading | ProblemError> {
  try {
    return await reader([openSourceFile(fileOf(bytes, 'list'))], {})
  } catch (error) {
    if (error instanceof ProblemError) return error
    throw error
  }
}

/** Bytes cut out, put in or changed at some places. */
function damaged(whole: Buffer): fc.Arbitrary<Buffer> {
  const change = fc.record({
    at: fc.nat({ max: Math.max(0, whole.length - 1) }),
    take: fc.nat({ max: 40 }),
    put: fc.uint8Array({ maxLength: 12 }),
  })
  return fc
    .array(change, { minLength: 1, maxLength: 5 })
    .map((changes) =>
      changes.reduce(
        (bytes, { at, take, put }) =>
          Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + take)]),
        whole,
      ),
    )
}

describe('every reader', () => {
  it.each(ALL)(
    'reads or refuses a damaged file of %s with a place and a remedy',
    async (_, reader, text) => {
      await fc.assert(
        fc.asyncProperty(damaged(Buffer.from(text)), async (bytes) => {
          const result = await readOrRefuse(reader, bytes)
          const problems = result instanceof ProblemError ? result.problems : result.rejections
          for (const { detail, remedy, where } of problems) {
            expect(detail).not.toBe('')
            expect(remedy).toBeDefined()
            expect(where?.file).toBe('list')
          }
          if (result instanceof ProblemError) return
          for (const party of result.parties) expect(party.name.trim()).not.toBe('')
        }),
        { numRuns: 60 },
      )
    },
  )

  it.each(XML)('refuses %s cut anywhere before its end', async (_, reader, text) => {
    const whole = Buffer.from(text)
    const end = whole.lastIndexOf('</')
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: end }), async (at) => {
        expect(await readOrRefuse(reader, whole.subarray(0, at))).toBeInstanceOf(ProblemError)
      }),
      { numRuns: 40 },
    )
  })

  it.each(ALL)('refuses %s in another encoding than UTF-8', async (_, reader, text) => {
    const utf16 = Buffer.from(`\uFEFF${text.toString()}`, 'utf16le')
    expect(await readOrRefuse(reader, utf16)).toBeInstanceOf(ProblemError)
    const latin = Buffer.concat([Buffer.from(text), Buffer.from([0x0a, 0xe9, 0xff, 0xfe])])
    const result = await readOrRefuse(reader, latin)
    if (typeof text === 'string') expect(result).toBeInstanceOf(ProblemError)
  })

  it.each(ALL.filter(([, , text]) => typeof text === 'string'))(
    'bears a NUL in %s',
    async (_, reader, text) => {
      const bytes = Buffer.from(text.toString().replaceAll('Lomen', 'Lo\u0000men'))
      const result = await readOrRefuse(reader, bytes)
      if (result instanceof ProblemError) expect(result.problems[0]?.code).toMatch(/^list\./)
    },
  )

  it.each(ALL)('refuses nothing at all for %s', async (_, reader) => {
    expect(await readOrRefuse(reader, Buffer.alloc(0))).toBeInstanceOf(ProblemError)
  })
})

describe('birthDaysIn', () => {
  it('gives days, months or years of the calendar, whatever it reads', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789/-. abJanMar;') }), (text) => {
        for (const day of birthDaysIn(text)) expect(day).toMatch(/^\d{4}(?:-\d{2}){0,2}$/)
      }),
    )
  })

  it('comes to an end with a long text', { timeout: 20_000 }, () => {
    expect(birthDaysIn('1 '.repeat(50_000))).toEqual([])
    expect(birthDaysIn(`${'9'.repeat(100_000)}-`)).toEqual([])
  })
})
