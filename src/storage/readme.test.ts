import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as storage from './index.ts'

/** Runs the example of the README as it stands there: each `console.log(…) // …` must print that. */
describe('the README of the storage room', () => {
  const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8')
  const example = /```ts\nimport \{ (.+) \} from 'navicert\/storage'\n([\s\S]+?)```/.exec(readme)
  const [, names = '', body = ''] = example ?? []

  it('shows an example that prints what it says', async () => {
    const printed: unknown[] = []
    const run = new Function(
      'storage',
      'console',
      `return (async () => { const { ${names} } = storage\n${body} })()`,
    )
    await run(storage, { log: (value: unknown) => printed.push(String(value)) })
    const said = [...body.matchAll(/console\.log\(.+\) \/\/ (.+)/g)].map(([, text]) => text)
    expect(said.length).toBeGreaterThan(2)
    expect(printed).toEqual(said)
  })
})
