import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { createPostgresDatabase } from '../src/storage/databases.fixture.ts'
import { openStore, type Store, type StorePlace } from '../src/storage/index.ts'

const writer = fileURLToPath(new URL('./store-writer.mjs', import.meta.url))
const now = () => new Date()
const postgres = inject('postgres') !== null

/** A process over a store, and what it has said so far. */
interface Child {
  readonly process: ChildProcess
  readonly said: readonly string[]
  /** Waits for a line that begins so, or for the end of the process. */
  until(beginning: string): Promise<void>
  /** When it has ended, and all that it said is read. */
  readonly ended: Promise<unknown>
}

const children: ChildProcess[] = []
function start(place: StorePlace, ...words: readonly string[]): Child {
  const child = spawn(process.execPath, [writer, JSON.stringify(place), ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  const said: string[] = []
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => said.push(line))
  // Not when the process has ended: what it said last may be read after that.
  let isOver = false
  const allSaid = once(lines, 'close').then(() => {
    isOver = true
  })
  const ended = Promise.all([allSaid, once(child, 'close')])
  return {
    process: child,
    said,
    ended,
    async until(beginning) {
      while (!said.some((line) => line.startsWith(beginning)) && !isOver)
        await Promise.race([once(lines, 'line'), allSaid])
    },
  }
}

async function kill(child: Child): Promise<void> {
  child.process.kill('SIGKILL')
  await child.ended
}

/** The last number that a child acknowledged. */
function kept({ said }: Child): number {
  return Number(said.findLast((line) => line.startsWith('kept '))?.slice(5) ?? 0)
}

async function opened<T>(place: StorePlace, use: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({ ...place, now })
  try {
    return await use(store)
  } finally {
    await store.close()
  }
}

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'navicert-faults-'))
})
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

describe.each(['pglite', 'postgresql'])('a process killed while it writes to %s', (kind) => {
  it('has lost nothing that it acknowledged, and left nothing half done', async ({ skip }) => {
    if (kind === 'postgresql' && !postgres) skip('no PostgreSQL')
    const place =
      kind === 'pglite'
        ? { folder: join(folder, 'store') }
        : { url: await createPostgresDatabase() }
    let before = 0
    for (const round of [1, 2]) {
      const child = start(place, 'write', 'w', '500')
      await child.until(`kept ${before + 15 * round}`)
      await kill(child)
      const acknowledged = kept(child)
      expect(acknowledged).toBeGreaterThanOrEqual(before + 15)
      before = await opened(place, async (store) => {
        const [a, b] = [await store.readStream('w:a'), await store.readStream('w:b')]
        // The one in flight may have been kept without the acknowledgement having come through.
        expect(a.length - acknowledged).toBeGreaterThanOrEqual(0)
        expect(a.length - acknowledged).toBeLessThanOrEqual(1)
        expect(b.length).toBe(a.length)
        expect(await store.jobs.waiting('work')).toBe(a.length)
        expect(await store.verify()).toMatchObject({ events: 2 * a.length, problems: [] })
        return a.length
      })
    }
  })
})

describe('two processes', () => {
  it('are not let into one folder', async () => {
    const place = { folder: join(folder, 'store') }
    const first = start(place, 'write', 'w', '500')
    await first.until('kept 1')
    const second = start(place, 'write', 'x', '500')
    await second.until('problem')
    expect(second.said).toEqual(['problem store.in-use'])
    await kill(first)
  })

  it.skipIf(!postgres)(
    'racing on one stream each get their turn, and readers see no gap',
    async () => {
      const place = { url: await createPostgresDatabase() }
      await opened(place, async (store) => {
        const racers = [start(place, 'race', 's', '60'), start(place, 'race', 's', '60')]
        await Promise.all(racers.map((racer) => racer.until('open')))
        // They race until a reader has seen the record grow so often.
        let grown = 0
        for (let before = 0; grown < 6; ) {
          const positions = (await store.readRecord({ limit: 100_000 })).map((one) => one.position)
          expect(positions).toEqual(positions.map((_, index) => index + 1))
          if (positions.length > before) grown += 1
          before = positions.length
        }
        for (const { process } of racers) process.kill('SIGTERM')
        await Promise.all(racers.map(({ ended }) => ended))
        const bodies = (await store.readStream('s')).map(({ body }) => body)
        const won = racers.map(({ said }) => Number(said.at(-1)?.slice('won '.length)))
        for (const [at, { process }] of racers.entries()) {
          expect(won[at]).toBeGreaterThanOrEqual(60)
          expect(bodies.filter((body) => body === process.pid)).toHaveLength(won[at] ?? 0)
        }
        const events = won.reduce((sum, one) => sum + one)
        expect(await store.verify()).toMatchObject({ events, problems: [] })
      })
    },
  )

  it.skipIf(!postgres)(
    'share a queue without double work, and one dies in the middle',
    async () => {
      const place = { url: await createPostgresDatabase() }
      const workers = [start(place, 'work', 'first', ''), start(place, 'work', 'second', '')]
      const [first] = workers
      await Promise.all(workers.map((worker) => worker.until('open')))
      expect(workers.map(({ said }) => said[0])).toEqual(['open', 'open'])
      await opened(place, async (store) => {
        const hasDone = ({ said }: Child): boolean => said.some((one) => one.startsWith('done'))
        let jobs = 0
        for (; jobs < 40 || !workers.every(hasDone); jobs += 1)
          await store.jobs.enqueue({ queue: 'work', data: { n: jobs } })
        if (first !== undefined) await kill(first)
        // The dead one's jobs expire and come to the other.
        await expect.poll(() => store.jobs.waiting('work'), { timeout: 500_000 }).toBe(0)
        const done = await store.readRecord({ limit: 100_000 })
        expect(new Set(done.map(({ stream }) => stream)).size).toBe(jobs)
        expect(done).toHaveLength(jobs)
        expect(new Set(done.map(({ actor }) => actor))).toEqual(new Set(['first', 'second']))
        expect(await store.jobs.deadLetters('work')).toEqual([])
      })
    },
  )
})

describe('a full disk', () => {
  const goesOnWhereThereIsRoom = async (place: StorePlace, mount: string): Promise<void> => {
    const child = start(place, 'write', 'w', '200000')
    await child.until('problem')
    expect(child.said.at(-1)).toBe('problem store.full')
    const acknowledged = kept(child)
    expect(acknowledged).toBeGreaterThan(0)
    execFileSync('mount', ['-o', 'remount,size=300m', mount])
    const again = start(place, 'write', 'w', '500')
    await again.until(`kept ${acknowledged + 3}`)
    expect(again.said.slice(0, 2)).toEqual(['open', `kept ${acknowledged + 1}`])
    await kill(again)
    await opened(place, async (store) => {
      expect((await store.verify()).problems).toEqual([])
    })
  }

  it('under a folder is told, loses nothing, and is over when there is room', async ({ skip }) => {
    const mount = join(folder, 'small')
    if (!mountSmall(mount, '110m')) skip('a small file system cannot be mounted here')
    try {
      await goesOnWhereThereIsRoom({ folder: join(mount, 'store') }, mount)
    } finally {
      execFileSync('umount', ['-l', mount])
    }
  })

  it('under the tables of PostgreSQL is told, loses nothing, and is over when there is room', async ({
    skip,
  }) => {
    if (!postgres) skip('no PostgreSQL')
    const url = await createPostgresDatabase()
    const name = new URL(url).pathname.slice(1)
    const server = new pg.Client({ connectionString: inject('postgres') ?? '' })
    await server.connect()
    const { rows } = await server.query('show data_directory')
    const data = statSync(rows[0]?.data_directory, { throwIfNoEntry: false })
    const mount = mkdtempSync(join(tmpdir(), 'navicert-small-'))
    try {
      if (data === undefined || !mountSmall(mount, '45m'))
        return skip('the disk of this PostgreSQL cannot be made small')
      chownSync(mount, data.uid, data.gid)
      await server.query(`create tablespace ${name} location '${mount}'`)
      await server.query(`alter database ${name} set tablespace ${name}`)
      await goesOnWhereThereIsRoom({ url }, mount)
      await server.query(`drop database ${name} with (force)`)
      await server.query(`drop tablespace ${name}`)
    } finally {
      await server.end()
      execFileSync('sh', ['-c', `umount -l ${mount} 2>/dev/null; rmdir ${mount}`])
    }
  })
})

function mountSmall(mount: string, size: string): boolean {
  try {
    mkdirSync(mount, { recursive: true })
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'none', mount], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
