import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type EntryPolicy, ExchangeNode, filesOnDisk, readKey } from '../../exchange/index.ts'
import { type Problem, ProblemError, readJson, unwrap } from '../../kernel/index.ts'
import { readOfficerRoles, readSupersedable } from '../../regime/index.ts'
import { openRulebook } from '../engine.ts'
import { type DataOption, dataFolderOf, type LawOption } from '../options.ts'
import type { Surroundings } from '../surroundings.ts'
import { clockOf } from './clock.ts'
import { asOnlyWriter } from './only-writer.ts'

export interface NodeOptions extends DataOption, LawOption {}

/** The folder of a member's node, in the data folder: its keys, its log and its mirrors of the others'. */
export function nodeFolderOf(options: DataOption, surroundings: Surroundings): string {
  return join(dataFolderOf(options, surroundings), 'exchange')
}

export const NODE_FILE = 'node.json'
export const ROOT_FILE = 'root.json'

/** Works as the only writer of the node in the data folder. @throws ProblemError */
export async function inNode<T>(
  options: NodeOptions,
  surroundings: Surroundings,
  work: (node: ExchangeNode) => Promise<T>,
): Promise<T> {
  const folder = nodeFolderOf(options, surroundings)
  requireNode(folder)
  return await asOnlyWriter(folder, () => work(openNode(options, surroundings)))
}

/**
 * Opens a node as it stands on the disk at that moment; its keys and the law are read once.
 * @throws ProblemError where there is none, or its keys cannot be read
 */
export function nodeOpener(
  options: NodeOptions,
  surroundings: Surroundings,
  folder = nodeFolderOf(options, surroundings),
): () => ExchangeNode {
  requireNode(folder)
  const { tables } = openRulebook(options, surroundings)
  const roles = tables.get('tables/officer-roles')
  const policy = {
    mayEnter: unwrap(readOfficerRoles(roles)),
    maySupersede: unwrap(readSupersedable(roles)),
    // What a body says is judged where the regime is read, which keeps what it refuses with the reason.
    check: () => [],
  }
  return openerOf(folder, policy, clockOf(surroundings))
}

/** As {@link nodeOpener}, by what the regime lets enter. */
export function openerOf(
  folder: string,
  policy: EntryPolicy,
  now: () => number,
): () => ExchangeNode {
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
    policy,
    now,
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

function requireNode(folder: string): void {
  if (!existsSync(join(folder, NODE_FILE))) throw new ProblemError(noNode(folder))
}

function noNode(folder: string): Problem {
  return {
    code: 'exchange.no-node',
    detail: 'There is no node of a member here.',
    where: { file: folder },
    remedy: 'Make one: navicert regime log init --member CODE --root root.json',
  }
}
