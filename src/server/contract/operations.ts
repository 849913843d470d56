import { batchEvents, batchResult, batchStatus, checkBatch } from './batch-operations.ts'
import { certify, verify } from './certificate-operations.ts'
import { check, classify, screen } from './check-operations.ts'
import { printDetermination, printScreening } from './document-operations.ts'
import { lawChanges, lawEntries, lawEntry, lawJurisdictions, lawStatus } from './law-operations.ts'
import { listDelta, listStatus } from './list-operations.ts'
import { match, reconcile, reconcileManifest, search } from './match-operations.ts'
import { example, exampleList, live, metrics, openApi, ready } from './service-operations.ts'
import {
  addWebhook,
  deliveryList,
  redeliver,
  removeWebhook,
  testWebhook,
  webhookList,
} from './webhook-operations.ts'

/** Every operation of the API, for clients. */
export const OPERATIONS = {
  live,
  ready,
  metrics,
  openApi,
  exampleList,
  example,
  lawStatus,
  lawJurisdictions,
  lawEntries,
  lawEntry,
  lawChanges,
  check,
  checkBatch,
  batchStatus,
  batchEvents,
  batchResult,
  classify,
  screen,
  match,
  search,
  reconcileManifest,
  reconcile,
  listStatus,
  listDelta,
  certify,
  verify,
  printDetermination,
  printScreening,
  addWebhook,
  webhookList,
  removeWebhook,
  testWebhook,
  deliveryList,
  redeliver,
} as const
