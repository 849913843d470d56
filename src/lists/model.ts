import type { Digest, LegalDate, Problem } from '../kernel/index.ts'

export interface ImportOptions {
  /** The data folder; snapshots go to `<dataFolder>/lists/`. */
  readonly dataFolder: string
  /** One of `LIST_SOURCES`. */
  readonly source: string
  /** The official file, several files, or one folder that holds them. `.gz` is read as it is. */
  readonly files: readonly string[]
  /** Publication day, used where the file states none. */
  readonly published?: LegalDate
  /** Day of import: the publication day where neither the file nor the caller knows better. */
  readonly today: LegalDate
  /** For `csv` and `ftm`: the id of the own list, default `own` and `ftm`. */
  readonly list?: string
  /** Looks at what was read before it is kept, and throws to refuse it. */
  readonly admit?: (read: ReadList, before: readonly SnapshotRow[]) => void
}

/** A list that was read and is not kept yet. */
export interface ReadList {
  readonly row: SnapshotRow
  /** Whether the file states its publication day. */
  readonly isDated: boolean
}

export interface ListCount {
  readonly list: string
  /** Rows as printed in the file. */
  readonly rows: number
  /** Rows that name a party; the rest are headings and reserved rows. */
  readonly parties: number
}

export interface ImportReport {
  readonly source: string
  /** Human name: `us-csl 2022-05-10`. */
  readonly snapshot: string
  readonly digest: Digest
  readonly fileDigest: Digest
  readonly published: LegalDate
  readonly publishedFrom: 'file' | 'given' | 'day of import'
  /** All rows read, rejected ones included. */
  readonly rows: number
  readonly parties: number
  readonly lists: readonly ListCount[]
  readonly rejected: number
  /** The first 100 rejected rows, each with its line, the reason and a remedy. */
  readonly rejections: readonly Problem[]
  /** What a person should look at: a list much shorter than the one before, lists not known here. */
  readonly warnings: readonly Problem[]
  /** The same content of the same day was there already; nothing was written. */
  readonly already: boolean
}

export interface ListStatus {
  readonly source: string
  readonly title: string
  readonly lists: readonly string[]
  readonly url: string
  readonly maxAgeDays: number
  readonly state: 'fresh' | 'stale' | 'missing'
  /** Of the newest snapshot published by the day asked for; absent where there is none. */
  readonly newest?: SnapshotRow
  readonly ageDays?: number
  /** All snapshots kept, oldest first. */
  readonly snapshots: readonly SnapshotRow[]
}

/** One line of the store's index. */
export interface SnapshotRow {
  readonly source: string
  readonly name: string
  readonly digest: Digest
  readonly fileDigest: Digest
  readonly published: LegalDate
  readonly imported: LegalDate
  /** Day of the first copy of the same content, where the publisher still served it on `published`. */
  readonly since?: LegalDate
  /** Orders contents of one source and day: absent the first, 1 the one after it. */
  readonly sequence?: number
  readonly parties: number
  /** Rows of the file that could not be read. */
  readonly unread: number
  readonly lists: readonly string[]
}
