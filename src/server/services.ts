import type { Engine } from '../desk/index.ts'
import type { LegalDate } from '../kernel/index.ts'
import type { Batches } from './batch/batches.ts'
import type { Printer } from './documents/printer.ts'
import type { KnowingPeople } from './identity/identify.ts'
import type { Provider } from './identity/provider.ts'
import type { ListsOnHand } from './lists-on-hand.ts'
import type { Metrics } from './metrics.ts'
import type { Notifier } from './notices/notifier.ts'
import type { House } from './on-file/house.ts'
import type { RegimeOnHand } from './regime/on-hand.ts'

/** What the routes work with. */
export interface Services extends KnowingPeople {
  readonly engine: Engine
  readonly lists: ListsOnHand
  readonly metrics: Metrics
  readonly batches: Batches
  readonly notifier: Notifier
  readonly printer: Printer
  /** What is on file. */
  readonly house: House
  /** Charters, and the record of the members' logs. */
  readonly regime: RegimeOnHand
  /** None: people sign in here alone. */
  readonly provider: Provider | undefined
  /** The day of today, in UTC: for what names no day. */
  readonly today: () => LegalDate
  /** @throws where what must be kept cannot be kept now */
  readonly reachStore: () => Promise<void>
  /** Whether requests are still taken. */
  readonly isStopping: () => boolean
}
