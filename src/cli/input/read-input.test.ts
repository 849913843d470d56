import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { ProblemError } from '../../kernel/index.ts'
import { inFolder, testSurroundings } from '../surroundings.fixture.ts'
import { readInput, readInputDocument } from './read-input.ts'

/** The problem of reading a file that holds these bytes. */
async function problemOf(name: string, bytes?: Uint8Array | string): Promise<ProblemError> {
  return inFolder(async (folder) => {
    if (bytes !== undefined) writeFileSync(join(folder, name), bytes)
    try {
      await readInputDocument(name, testSurroundings({ workingDirectory: folder }))
    } catch (error) {
      if (error instanceof ProblemError) return error
      throw error
    }
    throw new Error('it was read')
  })
}

describe('a file that is read', () => {
  test.each([
    ['YAML', 'order.yaml', 'id: order-1\n'],
    ['JSON', 'order.json', '{"id": "order-1"}'],
    ['packed YAML, told by its bytes and not its name', 'order.yaml', gzipSync('id: order-1\n')],
    ['text after a byte order mark', 'order.yaml', '\ufeffid: order-1\n'],
  ])('may be %s', async (_name, file, bytes) => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, file), bytes)
      const surroundings = testSurroundings({ workingDirectory: folder })
      expect((await readInputDocument(file, surroundings)).value).toEqual({ id: 'order-1' })
    })
  })

  test('may be standard input', async () => {
    const stdin = Readable.from([Buffer.from('id: '), Buffer.from('order-1')])
    const bytes = await readInput('-', testSurroundings({ stdin }))
    expect(Buffer.from(bytes).toString()).toBe('id: order-1')
  })
})

describe('a file that is not read says where, what and what to do', () => {
  test.each([
    ['missing', 'none.yaml', undefined, 'file.missing'],
    ['in a folder that is a file', 'order.yaml/inner.yaml', undefined, 'file.missing'],
    ['empty', 'empty.yaml', '', 'input.empty'],
    ['blank', 'blank.yaml', ' \n\n', 'input.empty'],
    ['Latin-1', 'latin.yaml', Buffer.from([0x69, 0x64, 0x3a, 0x20, 0xe9]), 'input.not-text'],
    ['UTF-16', 'wide.yaml', Buffer.from('id: a', 'utf16le'), 'input.not-text'],
    [
      'damaged gzip',
      'cut.yaml',
      gzipSync('id: order-1\n'.repeat(99)).subarray(0, 30),
      'file.not-gzip',
    ],
    ['a gzip bomb', 'bomb.yaml', gzipSync(Buffer.alloc(80 * 1024 * 1024)), 'input.too-large'],
    ['a YAML bomb', 'laughs.yaml', laughs(), 'input.not-yaml'],
    ['nested 10 MB deep', 'deep.json', '['.repeat(10 * 1024 * 1024), 'input.too-deep'],
    ['deep in flow and block', 'deep.yaml', `a: ${'{a: '.repeat(100_000)}`, 'input.too-deep'],
    ['not YAML', 'odd.yaml', 'a: [1, 2\nb: {', 'input.not-yaml'],
    ['a key twice', 'twice.yaml', 'a: 1\na: 2\n', 'input.not-yaml'],
  ])('%s', async (_name, file, bytes, code) => {
    const [problem] = (await problemOf(file, bytes)).problems
    expect(problem?.code).toBe(code)
    expect(problem?.where?.file).toBe(file)
    expect(problem?.remedy ?? '').not.toBe('')
  })

  test('a folder', async () => {
    await inFolder(async (folder) => {
      mkdirSync(join(folder, 'orders'))
      const reading = readInput('orders', testSurroundings({ workingDirectory: folder }))
      await expect(reading).rejects.toMatchObject({ problems: [{ code: 'file.is-folder' }] })
    })
  })
})

function laughs(): string {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]']
  for (let at = 1; at < 12; at += 1)
    lines.push(
      `a${at}: &a${at} [${Array(9)
        .fill(`*a${at - 1}`)
        .join(', ')}]`,
    )
  return lines.join('\n')
}
