import { Worker } from 'node:worker_threads'
import type { z } from 'zod'
import {
  type GivenList,
  partyQuerySchema,
  type SharedIndex,
  screeningAnswer,
} from '../desk/index.ts'
import { type LegalDate, parseShape } from '../kernel/index.ts'
import type { ListScreener } from '../screening/index.ts'

/** A line of a batch that has been read. */
export type AskedParty = z.infer<typeof partyQuerySchema>

export function answerParty({ id = null, ...query }: AskedParty, screener: ListScreener): string {
  return JSON.stringify({ id, ...screeningAnswer(screener.screen(query)) })
}

/** What a thread makes its screener of. */
export interface ThreadSetup {
  readonly law: string
  readonly data: string
  readonly given: readonly GivenList[]
  readonly at: { readonly workingDirectory: string; readonly today: LegalDate }
  readonly asOf: LegalDate
  readonly shared: SharedIndex
  /** The lists it must come to, as JSON: all threads screen against the same. */
  readonly lists: string
}

export interface ThreadRequest {
  /** The place of the first of these parties among all. */
  readonly from: number
  readonly parties: readonly AskedParty[]
}

export interface ThreadAnswer {
  readonly from: number
  readonly texts: readonly string[]
}

/** Answers parties elsewhere. */
export interface Helper {
  ask(request: ThreadRequest): Promise<ThreadAnswer>
  close(): Promise<void>
}

/** Starting a thread takes as long as screening some hundreds of parties. */
const FEWEST_FOR_THREADS = 400
/** So many are handed to a thread at a time, and answered here before looking whether threads are done. */
const SLICE = 32

/**
 * The answers to parties, in their order: slice by slice, by whichever is free of the helpers and this
 * thread itself.
 */
async function answerParties(
  parties: readonly AskedParty[],
  answer: (party: AskedParty) => string,
  helpers: readonly Helper[],
): Promise<readonly string[]> {
  const answers: string[] = new Array(parties.length)
  let next = 0
  const take = (): ThreadRequest => {
    const from = next
    next += SLICE
    return { from, parties: parties.slice(from, next) }
  }
  const put = ({ from, texts }: ThreadAnswer): void => {
    texts.forEach((text, at) => {
      answers[from + at] = text
    })
  }
  const helped = helpers.map(async (helper) => {
    while (next < parties.length) put(await helper.ask(take()))
  })
  const own = async (): Promise<void> => {
    while (next < parties.length) {
      const { from, parties: some } = take()
      put({ from, texts: some.map(answer) })
      // What the helpers have sent is only seen between two slices.
      await new Promise(setImmediate)
    }
  }
  await Promise.all([...helped, own()])
  return answers
}

/** Threads beside this one, started when there is enough to do. */
export interface ThreadCrew {
  /** Answers in the order of the values, none where they are few; undefined for what is no party. */
  ahead(values: readonly unknown[]): Promise<readonly (string | undefined)[]>
  close(): Promise<void>
}

export function threadCrew(
  setup: ThreadSetup,
  count: number,
  answer: (party: AskedParty) => string,
  start: (setup: ThreadSetup) => Helper = startThread,
): ThreadCrew {
  const helpers: Helper[] = []
  return {
    async ahead(values) {
      const read = values.map((value) => parseShape(partyQuerySchema, value))
      const parties = read.flatMap((one) => (one.ok ? [one.value] : []))
      if (count === 0 || parties.length < FEWEST_FOR_THREADS) return []
      while (helpers.length < count) helpers.push(start(setup))
      const texts = (await answerParties(parties, answer, helpers)).values()
      return read.map((one) => (one.ok ? texts.next().value : undefined))
    },
    async close() {
      await Promise.all(helpers.map((helper) => helper.close()))
    },
  }
}

/** A thread of this program; it asks for one slice at a time. */
function startThread(setup: ThreadSetup): Helper {
  const worker = new Worker(new URL('./screen-thread.js', import.meta.url), { workerData: setup })
  let [answered, failed] = [(_: ThreadAnswer): void => undefined, (_: Error): void => undefined]
  let failure: Error | undefined
  worker.on('message', (answer: ThreadAnswer) => answered(answer))
  worker.on('error', (error: Error) => {
    failure = error
    failed(error)
  })
  return {
    ask: (request) =>
      new Promise((done, fail) => {
        if (failure !== undefined) fail(failure)
        ;[answered, failed] = [done, fail]
        worker.postMessage(request)
      }),
    close: async () => {
      await worker.terminate()
    },
  }
}
