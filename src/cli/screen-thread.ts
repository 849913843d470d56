import { parentPort, workerData } from 'node:worker_threads'
import { screenersOf } from '../desk/index.ts'
import { answerParty, type ThreadRequest, type ThreadSetup } from './screening-threads.ts'

// One thread of a batch: screens what it is sent against the same lists, over the same index.
const { law, data, given, at, asOf, shared, lists } = workerData as ThreadSetup
const screener = (await screenersOf(law, data, given, at, shared))(asOf, asOf)
if (JSON.stringify(screener.lists) !== lists)
  throw new Error('The lists changed while the batch was started; start it again.')
parentPort?.on('message', ({ from, parties }: ThreadRequest) => {
  const texts = parties.map((party) => answerParty(party, screener))
  parentPort?.postMessage({ from, texts })
})
