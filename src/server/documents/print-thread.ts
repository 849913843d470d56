import { parentPort } from 'node:worker_threads'
import { openOwnTypesetter } from '../../desk/index.ts'
import type { Paper } from '../../documents/index.ts'

// A thread of the server that does nothing but print. Messages come one at a time, each on a turn of
// the event loop of its own, on which Typst lets go of the document before.
const typesetter = openOwnTypesetter()
parentPort?.on('message', (paper: Paper) => {
  void typesetter.then((open) => parentPort?.postMessage(open.print(paper)))
})
