// A process of its own over a store, for tests that kill it: says on standard output what was
// acknowledged to it, a line each.
//   node store-writer.mjs <place as JSON> write <name> <bytes>   appends to two streams in one work, until killed
//   node store-writer.mjs <place as JSON> race <stream> <times>  reads, decides, appends, until told to stop; so many successes at least
//   node store-writer.mjs <place as JSON> work <queue>           does jobs, each an event, until killed
import { randomBytes } from 'node:crypto'
import { writeSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { openStore } from '../dist/storage/index.js'

const [place, mode, name, size] = process.argv.slice(2)
const queues = [{ name: 'work', retries: 5, retryAfterSeconds: 0, expireAfterSeconds: 2 }]
const tell = (line) => writeSync(1, `${line}\n`)
let stopped = false
if (mode === 'race')
  process.once('SIGTERM', () => {
    stopped = true
  })

try {
  const store = await openStore({ ...JSON.parse(place), now: () => new Date(), queues })
  tell('open')
  if (mode === 'write') await write(store)
  if (mode === 'race') await race(store)
  if (mode === 'work') await work(store)
} catch (error) {
  tell(`problem ${error.problems?.[0]?.code ?? error.stack}`)
  process.exit(1)
}

async function write(store) {
  const body = { text: randomBytes(Number(size)).toString('base64') }
  for (let version = (await store.readStream(`${name}:a`)).length; ; version += 1) {
    const result = await store.work(async (inWork) => {
      for (const stream of [`${name}:a`, `${name}:b`]) {
        const events = [{ type: 'written', body }]
        const appended = await inWork.append({
          stream,
          expectedVersion: version,
          events,
          actor: name,
        })
        if (!appended.ok) return appended
      }
      await inWork.enqueue({ queue: 'work', data: { n: version } })
      return { ok: true, value: null }
    })
    if (!result.ok) throw new Error(result.problems[0].detail)
    tell(`kept ${version + 1}`)
  }
}

async function race(store) {
  let done = 0
  while (!stopped || done < Number(size)) {
    const expectedVersion = (await store.readStream(name)).length
    const events = [{ type: 'raced', body: process.pid }]
    const result = await store.append({ stream: name, expectedVersion, events, actor: 'racer' })
    if (result.ok) done += 1
  }
  tell(`won ${done}`)
  await store.close()
}

async function work(store) {
  await store.jobs.work(
    'work',
    async ({ data }) => {
      const command = { key: `job:${data.n}`, content: data }
      await store.once(command, async (inWork) => {
        const events = [{ type: 'done', body: process.pid }]
        const stream = `job:${data.n}`
        const result = await inWork.append({ stream, expectedVersion: 0, events, actor: name })
        return result.ok ? { ok: true, value: null } : result
      })
      tell(`done ${data.n}`)
      // Killed here, the job was done and nobody was told.
      await wait(20)
    },
    { concurrency: 2, everyMilliseconds: 50 },
  )
}
