import { parentPort, workerData } from 'node:worker_threads'
import { readTable } from '../../catalogue/index.ts'
import type { TableToRead } from './read-aside.ts'

// A thread that reads one table and ends.
const { bytes, encoding, mostUnpacked } = workerData as TableToRead
parentPort?.postMessage(await readTable(bytes, encoding, mostUnpacked))
