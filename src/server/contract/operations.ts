import { check, classify, screen } from './check-operations.ts'
import { lawChanges, lawEntries, lawEntry, lawJurisdictions, lawStatus } from './law-operations.ts'
import { example, exampleList, live, metrics, openApi, ready } from './service-operations.ts'

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
  classify,
  screen,
} as const
