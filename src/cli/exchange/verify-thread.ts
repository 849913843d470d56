import { parentPort, workerData } from 'node:worker_threads'
import { verifySignatures } from '../../exchange/index.ts'
import { openerOf } from './node-folder.ts'
import type { ThreadPart, ThreadSetup } from './verify-threads.ts'

// One thread of several: verifies the signatures of the parts of logs that it is sent, one after the other.
const { folder } = workerData as ThreadSetup
const KEYS_ALONE = { mayEnter: () => false, maySupersede: () => false, check: () => [] }
const node = openerOf(folder, KEYS_ALONE, () => 0)()
parentPort?.on('message', ({ member, from, to }: ThreadPart) => {
  parentPort?.postMessage(verifySignatures(node, member, from, to))
})
