import { parentPort, workerData } from 'node:worker_threads'
import { engineVersion, openRulebook } from '../../desk/index.ts'
import { assert } from '../../kernel/index.ts'
import { impactOf } from '../../regime/index.ts'
import type { ImpactQuestion } from './impact-aside.ts'

// A thread that answers for one proposal and ends.
const { lawFolder, digest, ...asked } = workerData as ImpactQuestion
const rulebook = openRulebook(lawFolder)
assert(rulebook.digest === digest, 'the law on the disk is that which the server answers by')
parentPort?.postMessage(impactOf({ ...asked, rulebook, engineVersion: engineVersion() }))
