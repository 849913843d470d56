import { expect, test } from 'vitest'
import { ProblemError, readDocument, unwrap } from '../../kernel/index.ts'
import { inFile } from './placed.ts'

const DOCUMENT = unwrap(readDocument('items:\n  - characteristics:\n      dco_nm: 1 s\n', 'o.yaml'))

async function placeOf(path: string | undefined, known: boolean): Promise<unknown> {
  const where = path === undefined ? {} : { where: { path } }
  const work = inFile('o.yaml', (open) => {
    if (known) open(DOCUMENT)
    return Promise.reject(new ProblemError({ code: 'a.b', detail: 'It is so.', ...where }))
  })
  return work.catch((error: ProblemError) => error.problems[0]?.where)
}

test('a problem that knows its path only is given its line', async () => {
  expect(await placeOf('items[0].characteristics.dco_nm', true)).toEqual({
    file: 'o.yaml',
    line: 3,
    column: 7,
    path: 'items[0].characteristics.dco_nm',
  })
})

test('without a document or a path it is given its file', async () => {
  expect(await placeOf('items[0]', false)).toEqual({ file: 'o.yaml', path: 'items[0]' })
  expect(await placeOf(undefined, true)).toEqual({ file: 'o.yaml' })
})

test('what is no problem is thrown on', async () => {
  await expect(inFile('o.yaml', () => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug')
})
