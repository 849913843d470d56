import { closeSync, existsSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { ExchangeNode, filesOnDisk, readKey } from '../../exchange/index.ts'
import { type Problem, ProblemError, readJson, unwrap } from '../../kernel/index.ts'
import { readOfficerRoles } from '../../regime/index.ts'
import { openRulebook } from '../engine.ts'
import { type DataOption, dataFolderOf, type LawOption } from '../options.ts'
import type { Surroundings } from '../surroundings.ts'

export interface NodeOptions extends DataOption, LawOption {}

/** The folder of a member's node, in the data folder: its keys, its log and its mirrors of the others'. */
export function nodeFolderOf(options: DataOption, surroundings: Surroundings): string {
  return join(dataFolderOf(options, surroundings), 'exchange')
}

export const NODE_FILE = 'node.json'
export const ROOT_FILE = 'root.json'

/**
 * Opens a node as it stands on the disk at that moment; its keys and the law are read once.
 * @throws ProblemError where there is none, or its keys cannot be read
 */
export function nodeOpener(options: NodeOptions, surroundings: Surroundings): () => ExchangeNode {
  const folder = nodeFolderOf(options, surroundings)
  if (!existsSync(join(folder, NODE_FILE))) throw new ProblemError(noNode(folder))
  const { tables } = openRulebook(options, surroundings)
  const mayEnter = unwrap(readOfficerRoles(tables.get('tables/officer-roles')))
  const seal = join(folder, 'keys/seal.txt')
  const opening = {
    member: memberOf(folder),
    files: filesOnDisk(folder),
    pinnedRoot: readFileSync(join(folder, ROOT_FILE)),
    keys: {
      node: unwrap(readKey(readFileSync(join(folder, 'keys/node.pem'), 'utf8'))),
      witness: unwrap(readKey(readFileSync(join(folder, 'keys/witness.pem'), 'utf8'))),
      ...(existsSync(seal) ? { seal: readFileSync(seal, 'utf8').trim() } : {}),
    },
    // What a body says is judged where the regime is read, which keeps what it refuses with the reason.
    policy: { mayEnter, check: () => [] },
    now: Date.now,
  }
  return () => new ExchangeNode(opening)
}

/** @throws ProblemError as {@link nodeOpener} */
export function openNode(options: NodeOptions, surroundings: Surroundings): ExchangeNode {
  return nodeOpener(options, surroundings)()
}

function memberOf(folder: string): string {
  const read = readJson(readFileSync(join(folder, NODE_FILE), 'utf8'))
  const { member } = (read.ok ? read.value : {}) as { readonly member?: unknown }
  if (typeof member === 'string') return member
  throw new ProblemError({
    code: 'exchange.node-unreadable',
    detail: 'It does not say whose node this is.',
    where: { file: join(folder, NODE_FILE) },
  })
}

function noNode(folder: string): Problem {
  return {
    code: 'exchange.no-node',
    detail: 'There is no node of a member here.',
    where: { file: folder },
    remedy: 'Make one: navicert regime log init --member CODE --root root.json',
  }
}

/** One writer at a time: two that append at once would show two histories. @throws ProblemError */
export async function asOnlyWriter<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const lock = join(folder, 'lock')
  take(lock)
  try {
    return await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

function take(lock: string): void {
  try {
    const file = openSync(lock, 'wx')
    writeSync(file, String(process.pid))
    closeSync(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    const holder = Number(readFileSync(lock, 'utf8'))
    if (isRunning(holder)) throw new ProblemError(busy(lock, holder))
    // Its process was killed: what it had not finished is not there.
    rmSync(lock, { force: true })
    take(lock)
  }
}

function isRunning(processId: number): boolean {
  if (!Number.isInteger(processId) || processId <= 0) return false
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function busy(lock: string, holder: number): Problem {
  return {
    code: 'exchange.node-busy',
    detail: `Process ${holder} is writing in this node.`,
    where: { file: lock },
    remedy: 'Wait until it has ended.',
  }
}
