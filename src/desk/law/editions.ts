import { randomUUID } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { assert, ProblemError, readJson, unwrap } from '../../kernel/index.ts'
import { loadListPolicy } from '../../lists/index.ts'
import { loadLawCases, writeLawCache } from '../../rulebook/index.ts'
import { openCharters } from '../regime/open-charters.ts'
import {
  EDITION_NAME,
  type EditionFile,
  nameOfPublisher,
  readEdition,
  readPublisher,
} from './edition-file.ts'

/** Who publishes editions that are taken here, and where the newest is fetched from. */
export interface Publisher {
  readonly key: string
  readonly from?: string
  readonly etag?: string
}

const STATE = z.strictObject({
  /** Absent: the law of the release. */
  inUse: z.string().exactOptional(),
  /** A person named it: it stays until one comes that is newer than all that are here. */
  chosen: z.boolean().default(false),
  publishers: z
    .array(
      z.strictObject({
        key: z.string(),
        from: z.string().exactOptional(),
        etag: z.string().exactOptional(),
      }),
    )
    .default([]),
})
type State = z.output<typeof STATE>
const NO_STATE: State = { chosen: false, publishers: [] }

export const RELEASE = 'release'

/** An edition taken in, and which one is in use now. */
export interface Installed {
  readonly edition: string
  readonly inUse: string
}

/**
 * Editions of the law in a data folder, side by side under `law/`, each whole and as it was signed, so
 * that an old answer can be made again. One of them, or the release's own, is in use.
 */
export class LawEditions {
  readonly #folder: string

  constructor(dataFolder: string) {
    this.#folder = join(dataFolder, 'law')
  }

  /** The law folder of an edition that is here. */
  folderOf(edition: string): string | undefined {
    if (!EDITION_NAME.test(edition)) return undefined
    const folder = join(this.#folder, edition, 'law')
    return existsSync(folder) ? folder : undefined
  }

  /** Oldest first. */
  all(): readonly string[] {
    if (!existsSync(this.#folder)) return []
    return readdirSync(this.#folder)
      .filter((name) => this.folderOf(name) !== undefined)
      .toSorted()
  }

  get publishers(): readonly Publisher[] {
    return this.#state().publishers
  }

  /**
   * The edition in use; none: that of the release, also where the release's own was read later than one
   * that nobody chose.
   * @param own name of the release's edition, asked for where it matters
   */
  inUse(own: () => string | undefined): string | undefined {
    const { inUse, chosen } = this.#state()
    if (inUse === undefined || this.folderOf(inUse) === undefined) return undefined
    const released = chosen ? undefined : own()
    return released === undefined || dayOf(inUse) >= dayOf(released) ? inUse : undefined
  }

  /**
   * Takes in an edition that a publisher signed: it is parsed and its digest made anew before anything
   * stands under its name. It is put in use where none that was here is newer, whatever was chosen before.
   * @param added a publisher named now, and kept
   * @throws ProblemError, and nothing is changed
   */
  install(bytes: Uint8Array, own: string, added?: Publisher): Installed {
    const publishers = withPublisher(this.publishers, added)
    const keys = publishers.map(({ key }) => unwrap(readPublisher(key)))
    const file = unwrap(readEdition(bytes, keys))
    const { edition } = file
    const before = [...this.all(), own]
    if (!before.includes(edition)) this.#keep(file, bytes)
    const isNewest =
      !before.includes(edition) && before.every((one) => dayOf(edition) >= dayOf(one))
    const state = { ...this.#state(), publishers: [...publishers] }
    this.#write(isNewest ? { ...state, inUse: edition, chosen: false } : state)
    return { edition, inUse: this.inUse(() => own) ?? own }
  }

  /** @throws ProblemError where it is not here */
  use(edition: string): void {
    const { publishers } = this.#state()
    if (edition === RELEASE) {
      this.#write({ chosen: false, publishers })
      return
    }
    if (this.folderOf(edition) === undefined) throw unknownEdition(edition, this.all())
    this.#write({ inUse: edition, chosen: true, publishers })
  }

  #keep(file: EditionFile, bytes: Uint8Array): void {
    const draft = join(this.#folder, `.${randomUUID()}`)
    const law = join(draft, 'law')
    try {
      for (const { path, text } of file.files) {
        const target = join(law, path)
        mkdirSync(dirname(target), { recursive: true })
        writeFileSync(target, text)
      }
      const rulebook = writeLawCache(law, join(draft, 'cache.json'))
      if (rulebook.digest !== file.digest || rulebook.edition !== file.edition) {
        throw new ProblemError(OTHER_CONTENT)
      }
      openCharters(law, rulebook)
      loadListPolicy(law)
      loadLawCases(law)
      writeFileSync(join(draft, 'signed.json'), bytes)
      renameSync(draft, join(this.#folder, file.edition))
    } catch (error) {
      rmSync(draft, { recursive: true, force: true })
      if (error instanceof ProblemError) throw withoutDraft(error, law)
      throw new ProblemError(notKept(this.#folder, error as NodeJS.ErrnoException))
    }
  }

  #state(): State {
    const file = join(this.#folder, 'editions.json')
    if (!existsSync(file)) return NO_STATE
    const json = readJson(readFileSync(file, 'utf8'))
    const parsed = json.ok ? STATE.safeParse(json.value) : undefined
    if (parsed?.success === true) return parsed.data
    throw new ProblemError({
      code: 'law.editions-unreadable',
      detail: 'What says which edition of the law is in use cannot be read.',
      where: { file },
      remedy:
        'Remove the file: the law of the release is used, and editions can be imported again.',
    })
  }

  #write(state: State): void {
    const file = join(this.#folder, 'editions.json')
    const draft = `${file}.${randomUUID()}`
    try {
      mkdirSync(this.#folder, { recursive: true })
      writeFileSync(draft, `${JSON.stringify(state, null, 2)}\n`)
      renameSync(draft, file)
    } catch (error) {
      throw new ProblemError(notKept(this.#folder, error as NodeJS.ErrnoException))
    }
  }
}

/** Editions are named after the last day on which a text was read. */
function dayOf(edition: string): string {
  const day = edition.slice(0, edition.lastIndexOf('-'))
  assert(day.length > 0, 'an edition is named by a day and a digest')
  return day === 'undated' ? '' : day
}

function withPublisher(
  known: readonly Publisher[],
  added: Publisher | undefined,
): readonly Publisher[] {
  if (added === undefined) return known
  const before = known.find(({ key }) => key === added.key)
  return [...known.filter(({ key }) => key !== added.key), { ...before, ...added }]
}

export function nameOf({ key }: Publisher): string {
  return nameOfPublisher(unwrap(readPublisher(key)))
}

/** Problems name the file inside the edition, not the draft that is gone. */
function withoutDraft({ problems }: ProblemError, law: string): ProblemError {
  return new ProblemError(
    ...problems.map((problem) => {
      const file = problem.where?.file
      if (file?.startsWith(law) !== true) return problem
      return { ...problem, where: { ...problem.where, file: file.slice(law.length + 1) } }
    }),
  )
}

export function unknownEdition(name: string, all: readonly string[]): ProblemError {
  return new ProblemError({
    code: 'law.unknown-edition',
    detail: `The edition ${JSON.stringify(name.slice(0, 80))} is not here.`,
    remedy: `Here are: ${[...all, RELEASE].join(', ')}. navicert law import FILE takes in another.`,
  })
}

const OTHER_CONTENT = {
  code: 'law.other-content',
  detail: 'What the edition holds is not what its name and digest say.',
  remedy: 'Tell the publisher; nothing was taken in.',
}

function notKept(file: string, { code = 'unknown' }: NodeJS.ErrnoException) {
  return {
    code: 'law.not-kept',
    detail: `The edition cannot be kept (${code}).`,
    where: { file },
    remedy: 'Name a data folder that you may write to with --data, with room for it.',
  }
}
