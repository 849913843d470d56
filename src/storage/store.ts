import type { Kysely } from 'kysely'
import type { Result } from '../kernel/index.ts'
import type { Backup } from './backup/backup.ts'
import type { Database } from './database/database.ts'
import type { Jobs, NewJob } from './jobs/job.ts'
import type { ProjectionStatus } from './projections/projection.ts'
import type { Append } from './record/append.ts'
import type { BriefEvent, Json, RecordedEvent } from './record/event.ts'
import type { Command } from './record/once.ts'
import type { RecordRange, StreamRange } from './record/read.ts'
import type { NotedRecord, Verification } from './record/verify.ts'
import type { Sealed, ToSeal, Unsealed } from './sealed/sealed.ts'
import type { Tallies } from './tallies/tallies.ts'

/** What can be read, from within a work or outside of any. */
export interface Reading {
  readStream(stream: string, range?: StreamRange): Promise<readonly RecordedEvent[]>
  /** A portion of the whole record, in the order in which it was written. */
  readRecord(range?: RecordRange): Promise<readonly RecordedEvent[]>
  /** The same without authors, times and digests: many are read sooner so. */
  readRecordBriefly(range?: RecordRange): Promise<readonly BriefEvent[]>
  /** The events at these positions, in order. */
  readPositions(positions: readonly number[]): Promise<readonly RecordedEvent[]>
  lastPosition(): Promise<number>
  /** A query over the tables of the projections. */
  view<Views, T>(query: (views: Kysely<Views>) => Promise<T>): Promise<T>
  /** Opens personal data, or says since when nobody can. */
  unseal(sealed: Sealed): Promise<Unsealed>
  /** As {@link unseal}, many at once, in the order given. */
  unsealAll(sealed: readonly Sealed[]): Promise<readonly Unsealed[]>
}

/** One transaction: all that is done in it is kept, or nothing of it. */
export interface Work extends Reading {
  append(append: Append): Promise<Result<readonly RecordedEvent[]>>
  /** Appends to many streams at once, all or none; each stream stands there once. */
  appendAll(appends: readonly Append[]): Promise<Result<readonly RecordedEvent[]>>
  /** Adds a job that exists if and only if this work is kept. @returns whether it was added */
  enqueue(job: NewJob): Promise<boolean>
  /** Seals personal data under the key of its subject, to be put into an event. */
  seal(subject: string, value: Json): Promise<Result<Sealed>>
  /** As {@link seal}, many at once, in the order given. */
  sealAll(values: readonly ToSeal[]): Promise<Result<readonly Sealed[]>>
  /** Destroys a subject's key: what was sealed under it stays, and nobody can read it. */
  destroyKey(subject: string): Promise<boolean>
}

export interface Store extends Reading {
  readonly kind: Database['kind']
  /** Where it is, without a password. */
  readonly place: string
  readonly jobs: Jobs
  readonly tallies: Tallies
  /** A work of one append; with a key, a second delivery gives the events of the first. */
  append(append: Append & { readonly key?: string }): Promise<Result<readonly RecordedEvent[]>>
  /** Carries out a work. What fails, or throws, leaves nothing behind. */
  work<T>(body: (work: Work) => Promise<Result<T>>): Promise<Result<T>>
  /** A work for a command that may be delivered more than once. */
  once<T extends Json>(
    command: Command,
    body: (work: Work) => Promise<Result<T>>,
  ): Promise<Result<T>>
  /**
   * How many works this process has kept here. In a folder, where nobody else writes, the record is the same while
   * this is.
   */
  worksKept(): number
  /** Brings all projections up to the end of the record. */
  catchUp(tell?: (projection: string, position: number) => void): Promise<void>
  /** Builds the tables of a projection anew from the whole record. */
  rebuild(projection: string, tell?: (position: number) => void): Promise<void>
  status(): Promise<StoreStatus>
  /** Walks the whole record and tells what is wrong with it. */
  verify(noted?: NotedRecord, tell?: (events: number) => void): Promise<Verification>
  /** Writes all that cannot be computed again into a file; the same content gives the same digest. */
  backup(file: string): Promise<Backup>
  /** Fills an empty store from such a file, all or nothing. @throws ProblemError */
  restore(file: string): Promise<Backup>
  /** @throws ProblemError where the database does not answer */
  ping(): Promise<void>
  /** Waits for the jobs that run, and lets go of the database. */
  close(): Promise<void>
}

export interface StoreStatus {
  readonly kind: Database['kind']
  readonly place: string
  readonly schema: number
  readonly events: number
  readonly projections: readonly ProjectionStatus[]
}
