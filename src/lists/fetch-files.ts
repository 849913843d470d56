import { join } from 'node:path'
import { type LegalDate, ProblemError } from '../kernel/index.ts'
import { type DownloadOptions, download, NOT_FOUND, type Validators } from './download.ts'

export interface FetchFilesOptions {
  /** Addresses of all files of the list. */
  readonly downloads: readonly string[]
  readonly folder: string
  /** What the publisher said of the copies that are here, by address. */
  readonly known: Readonly<Record<string, Validators>>
  readonly today: LegalDate
  readonly download: Omit<DownloadOptions, 'toFile' | 'validators'>
}

export interface FetchedFiles {
  /** Paths; none where no file has changed. */
  readonly files: readonly string[]
  readonly validators: Readonly<Record<string, Validators>>
  readonly bytes: number
  /** The day of issue that an address with `{day}` was found under. */
  readonly day?: LegalDate
}

const DAY = '{day}'
/** The Code of Federal Regulations lags behind by a few days, by more over holidays. */
const DAYS_BACK = 14

/** Fetches all files of a list, or none where all are unchanged. @throws ProblemError */
export async function fetchFiles(options: FetchFilesOptions): Promise<FetchedFiles> {
  const asked = options.downloads.map((url) => ({ url, known: options.known[url] }))
  const first = await fetchAll(asked, options)
  if (first.files.length === 0 || first.files.length === asked.length) return first
  return fetchAll(
    asked.map(({ url }) => ({ url, known: undefined })),
    options,
  )
}

async function fetchAll(
  asked: readonly { readonly url: string; readonly known: Validators | undefined }[],
  options: FetchFilesOptions,
): Promise<FetchedFiles> {
  const files: string[] = []
  const validators: Record<string, Validators> = {}
  let bytes = 0
  let day: LegalDate | undefined
  for (const { url, known } of asked) {
    const toFile = join(options.folder, fileName(url))
    const fetched = await fetchOne(url, known, toFile, options)
    if (fetched.downloaded.state === 'unchanged') continue
    files.push(toFile)
    validators[url] = fetched.downloaded.validators
    bytes += fetched.downloaded.bytes
    day = fetched.day ?? day
  }
  return { files, validators, bytes, ...(day === undefined ? {} : { day }) }
}

async function fetchOne(
  url: string,
  known: Validators | undefined,
  toFile: string,
  options: FetchFilesOptions,
): Promise<{
  readonly downloaded: Awaited<ReturnType<typeof download>>
  readonly day?: LegalDate
}> {
  if (!url.includes(DAY)) {
    const validators = known === undefined ? {} : { validators: known }
    return { downloaded: await download(url, { ...options.download, ...validators, toFile }) }
  }
  for (let back = 0; ; back += 1) {
    const day = daysBefore(options.today, back)
    try {
      const dated = url.replaceAll(DAY, day)
      return { downloaded: await download(dated, { ...options.download, toFile }), day }
    } catch (error) {
      if (!isNotFound(error) || back === DAYS_BACK) throw error
    }
  }
}

function isNotFound(error: unknown): boolean {
  return error instanceof ProblemError && error.problems.some(({ code }) => code === NOT_FOUND)
}

function daysBefore(day: LegalDate, count: number): LegalDate {
  return new Date(Date.parse(day) - count * 86_400_000).toISOString().slice(0, 10) as LegalDate
}

/** The last part of the address, of harmless characters: OFAC's three files are told apart by it. */
function fileName(url: string): string {
  const last = new URL(url.replaceAll(DAY, '')).pathname.split('/').at(-1) ?? ''
  return last.replaceAll(/[^\w.-]/g, '_').replace(/^\.+/, '') || 'list'
}
