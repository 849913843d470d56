import type { KeyObject } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { AUDIT, ON_FILE } from '../desk/index.ts'
import { MAIL_QUEUE, WEBHOOK_QUEUE, WEBHOOK_VIEWS } from '../notices/index.ts'
import {
  masterKeyOf,
  OnDemand,
  openMasterKey,
  openStore,
  type Projection,
  type Store,
} from '../storage/index.ts'
import { BATCH_QUEUE } from './batch/batches.ts'
import { RECHECK_QUEUE } from './on-file/house.ts'

/** What a store of the server keeps besides the record. */
export const STORE_PARTS = {
  queues: [BATCH_QUEUE, WEBHOOK_QUEUE, MAIL_QUEUE, RECHECK_QUEUE],
  projections: [...WEBHOOK_VIEWS, AUDIT as Projection, ON_FILE],
} as const

export interface StoreOnDemandOptions {
  readonly dataFolder: string
  readonly now: () => Date
  /** A PostgreSQL to keep what must be kept in; else the folder `store` of the data folder. */
  readonly databaseUrl?: string
  /** What personal data and secrets are sealed under, in base64; else `store.key` of the data folder. */
  readonly storeKey?: string
}

/** The store is opened when something must be kept; most questions need none. */
export class StoreOnDemand {
  readonly #options: StoreOnDemandOptions
  readonly #store = new OnDemand(() => this.#open())

  constructor(options: StoreOnDemandOptions) {
    this.#options = options
  }

  get isThere(): boolean {
    return this.#options.databaseUrl !== undefined || existsSync(this.#folder)
  }

  open(): Promise<Store> {
    return this.#store.get()
  }

  async close(): Promise<void> {
    await (await this.#store.ifOpen())?.close()
  }

  async #open(): Promise<Store> {
    const { databaseUrl, now } = this.#options
    const place = databaseUrl === undefined ? { folder: this.#folder } : { url: databaseUrl }
    return await openStore({ ...place, ...STORE_PARTS, masterKey: this.masterKey(), now })
  }

  /** @throws ProblemError */
  masterKey(): KeyObject {
    const { dataFolder, storeKey } = this.#options
    return storeKey === undefined
      ? openMasterKey(join(dataFolder, 'store.key'))
      : masterKeyOf(storeKey)
  }

  get #folder(): string {
    return join(this.#options.dataFolder, 'store')
  }
}
