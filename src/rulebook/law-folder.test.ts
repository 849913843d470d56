import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readDocument, unwrap } from '../kernel/index.ts'
import * as rulebook from './index.ts'
import { kindOfLawFile } from './law-format.ts'

const here = dirname(fileURLToPath(import.meta.url))
const folder = join(here, '../../law')
const law = rulebook.loadLawFolder(folder)

describe('the law folder of this project', () => {
  it('has no error that lint finds', () => {
    const errors = rulebook.lintRulebook(law).filter((one) => one.severity === 'error')
    expect(errors).toEqual([])
  })

  it('has cases beside the rules, and every one can be read', () => {
    expect(rulebook.loadLawCases(folder).length).toBeGreaterThan(100)
  })

  it('comes back from its stored form with the same answers', () => {
    const source = rulebook.sourceDigest([])
    const stored = rulebook.serialiseRulebook(law, source)
    const { groups: _stored, ...loaded } = unwrap(rulebook.deserialiseRulebook(stored, source))
    const { groups: _parsed, ...parsed } = law
    expect(loaded).toEqual(parsed)
  })

  it('is accepted by the JSON Schemas that are published for it', () => {
    const schemas = new Map(
      Object.entries(rulebook.jsonSchemas()).map(([name, schema]) => [
        name,
        z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]),
      ]),
    )
    const isCharter = (path: string): boolean => kindOfLawFile(path) === 'charter'
    const refused = rulebook
      .readLawFiles(folder, (path) => !isCharter(path))
      .filter((file) => {
        const { value } = unwrap(readDocument(file.text, file.path))
        return schemas.get(`law-${kindOfLawFile(file.path)}`)?.safeParse(value).success !== true
      })
    expect(refused.map((file) => file.path)).toEqual([])
  })

  it('answers as the README of this room says', () => {
    const readme = readFileSync(join(here, 'README.md'), 'utf8')
    const [, code = ''] = /```js\n([\s\S]*?)```/.exec(readme) ?? []
    const claims = [...code.matchAll(/^(.+) \/\/ (.+)$/gm)]
    expect(claims.length).toBeGreaterThan(5)
    for (const [, expression = '', answer = ''] of claims) {
      const run = new Function('law', 'coverageOf', 'diffDays', `return [${expression}, ${answer}]`)
      const [got, said]: unknown[] = run(law, rulebook.coverageOf, rulebook.diffDays)
      expect(got, expression).toBe(said)
    }
  })
})
