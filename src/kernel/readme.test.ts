import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as kernel from './index.ts'

/** Runs the example of the README as it stands there: each `console.log(…) // …` must print that. */
describe('the README of the kernel', () => {
  const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8')
  const example = /```ts\nimport \{ (.+) \} from 'navicert\/kernel'\n([\s\S]+?)```/.exec(readme)
  const [, names = '', body = ''] = example ?? []

  it('shows an example that prints what it says', () => {
    const printed: unknown[] = []
    const run = new Function('kernel', 'console', `const { ${names} } = kernel\n${body}`)
    run(kernel, { log: (value: unknown) => printed.push(value) })
    const said = [...body.matchAll(/console\.log\(.+\) \/\/ (.+)/g)].map(([, text]) => text)
    expect(said).toHaveLength(4)
    expect(printed.map(show)).toEqual(said)
  })

  it('names every file', () => {
    const named = [...readme.matchAll(/`([a-z-]+\.ts)`/g)].map(([, file]) => file)
    const files = readdirSync(new URL('.', import.meta.url)).filter((file) =>
      /^[a-z-]+\.ts$/.test(file),
    )
    expect([...new Set([...named, 'index.ts'])].sort()).toEqual(files.sort())
  })
})

function show(value: unknown): string {
  if (typeof value === 'string') return value
  const pairs = Object.entries(value as object).map(([key, text]) => `${key}: '${text}'`)
  return `{ ${pairs.join(', ')} }`
}
