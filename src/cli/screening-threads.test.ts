import { describe, expect, test } from 'vitest'
import type { LegalDate } from '../kernel/index.ts'
import type { NameIndex } from '../screening/index.ts'
import { type AskedParty, type Helper, type ThreadSetup, threadCrew } from './screening-threads.ts'

const SETUP: ThreadSetup = {
  law: '',
  data: '',
  given: [],
  at: { workingDirectory: '', today: '2026-06-01' as LegalDate },
  asOf: '2026-06-01' as LegalDate,
  shared: { key: '', index: {} as NameIndex },
  lists: '[]',
}
const here = ({ name }: AskedParty): string => `${name} here`

/** Answers after some turns of the loop, as a thread does. */
function helper(turns: number, closed: string[] = []): Helper {
  return {
    async ask({ from, parties }) {
      for (let turn = 0; turn < turns; turn += 1) await new Promise(setImmediate)
      return { from, texts: parties.map(({ name }) => `${name} there`) }
    },
    close: () => {
      closed.push('closed')
      return Promise.resolve()
    },
  }
}

const parties = (count: number): readonly { readonly name: string }[] =>
  Array.from({ length: count }, (_, at) => ({ name: `party ${at}` }))

describe('threads of a batch', () => {
  test('answer every party once, in the order asked, whoever is quicker', async () => {
    const closed: string[] = []
    const turns = [1, 7]
    const crew = threadCrew(SETUP, 2, here, () => helper(turns.pop() ?? 0, closed))
    const answers = await crew.ahead(parties(1000))
    expect(answers.map((text) => text?.replace(/ t?here$/, ''))).toEqual(
      parties(1000).map(({ name }) => name),
    )
    const places = new Set(answers.map((text) => text?.split(' ').at(-1)))
    expect(places).toEqual(new Set(['here', 'there']))
    await crew.close()
    expect(closed).toEqual(['closed', 'closed'])
  })

  test('leave what is no party to be answered one by one', async () => {
    const values: readonly unknown[] = [...parties(500), { id: 3 }, undefined, ...parties(1)]
    const answers = await threadCrew(SETUP, 1, here, () => helper(1)).ahead(values)
    expect(answers).toHaveLength(values.length)
    expect(answers.slice(500, 502)).toEqual([undefined, undefined])
    expect(answers[502]).toMatch(/^party 0 /)
  })

  test('are not started for few parties, nor where only one is asked for', async () => {
    const start = (): Helper => {
      throw new Error('started')
    }
    expect(await threadCrew(SETUP, 4, here, start).ahead(parties(20))).toEqual([])
    expect(await threadCrew(SETUP, 0, here, start).ahead(parties(2000))).toEqual([])
  })

  test('fail the batch when one of them fails', async () => {
    const failing: Helper = { ...helper(0), ask: () => Promise.reject(new Error('out of memory')) }
    const crew = threadCrew(SETUP, 1, here, () => failing)
    await expect(crew.ahead(parties(1000))).rejects.toThrow('out of memory')
  })
})
