import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { type Line, LineSplitter, MAX_LINE_BYTES, unreadableLine } from '../../desk/index.ts'
import { inFolder, testSurroundings } from '../surroundings.fixture.ts'
import { readLines } from './read-lines.ts'

async function linesOf(bytes: Uint8Array | string): Promise<readonly Line[]> {
  return inFolder(async (folder) => {
    writeFileSync(join(folder, 'in.jsonl'), bytes)
    const all: Line[] = []
    const surroundings = testSurroundings({ workingDirectory: folder })
    for await (const lines of readLines('in.jsonl', surroundings)) all.push(...lines)
    return all
  })
}

describe('the lines of a file', () => {
  test('come in order with their numbers; blank lines are counted and passed over', async () => {
    expect(await linesOf('{"a":1}\n\n  \n{"b":2}\r\n{"c":3}')).toEqual([
      { number: 1, text: '{"a":1}' },
      { number: 4, text: '{"b":2}' },
      { number: 5, text: '{"c":3}' },
    ])
  })

  test('are the same when the file is packed', async () => {
    const text = Array.from({ length: 20_000 }, (_, at) => `{"line":${at}}`).join('\n')
    expect(await linesOf(gzipSync(text))).toEqual(await linesOf(text))
  })

  test('are none in an empty file', async () => {
    expect(await linesOf('')).toEqual([])
    expect(await linesOf('\n')).toEqual([])
  })

  test('lose a byte order mark at the start', async () => {
    expect(await linesOf('\ufeff{}\n')).toEqual([{ number: 1, text: '{}' }])
  })

  test('that are not UTF-8 are told of, and the next is read', async () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0x0a]), Buffer.from('{}\n')])
    expect(await linesOf(bytes)).toEqual([
      { number: 1, unreadable: 'not text' },
      { number: 2, text: '{}' },
    ])
  })

  test('that are too long are told of, and the next is read', async () => {
    const lines = await linesOf(`${'x'.repeat(MAX_LINE_BYTES + 1)}\n{}\n`)
    expect(lines).toEqual([
      { number: 1, unreadable: 'too long' },
      { number: 2, text: '{}' },
    ])
    expect(lines.slice(0, 1).map((line) => unreadableLine(line).problems[0]?.code)).toEqual([
      'input.too-large',
    ])
  })

  test('are the same wherever the chunks are cut, in the middle of a character too', () => {
    const bytes = Buffer.from('{"名":"株式会社"}\r\n\n{"é":1}\n')
    for (let cut = 0; cut <= bytes.length; cut += 1) {
      const splitter = new LineSplitter()
      const lines = [
        ...splitter.split(bytes.subarray(0, cut)),
        ...splitter.split(bytes.subarray(cut)),
        ...splitter.end(),
      ]
      expect(lines).toEqual([
        { number: 1, text: '{"名":"株式会社"}' },
        { number: 3, text: '{"é":1}' },
      ])
    }
  })
})

describe('a file of lines that cannot be read', () => {
  test('is a problem with its name', async () => {
    await inFolder(async (folder) => {
      mkdirSync(join(folder, 'folder'))
      writeFileSync(join(folder, 'cut.gz'), gzipSync('{}\n'.repeat(5000)).subarray(0, 40))
      const surroundings = testSurroundings({ workingDirectory: folder })
      const codeOf = async (file: string): Promise<unknown> => {
        try {
          for await (const _ of readLines(file, surroundings));
          return 'read'
        } catch (error) {
          return (error as { problems: readonly { code: string }[] }).problems[0]?.code
        }
      }
      expect(await codeOf('none')).toBe('file.missing')
      expect(await codeOf('folder')).toBe('file.is-folder')
      expect(await codeOf('cut.gz')).toBe('file.not-gzip')
    })
  })
})
