import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Classifier, createClassifier } from '../classification/index.ts'
import {
  createDeterminer,
  createTransactionParser,
  type Determiner,
  type TransactionParser,
} from '../determination/index.ts'
import { editionNoted, loadLawFolder, type Rulebook } from '../rulebook/index.ts'

/** The law that ships with the program; the same path from the sources and from the build. */
export const OWN_LAW = fileURLToPath(new URL('../../law', import.meta.url))
/** The law once parsed, written by the build; used only while the files of the folder are the same. */
const LAW_CACHE = fileURLToPath(new URL('../../dist/law-cache.json', import.meta.url))
const PACKAGE = new URL('../../package.json', import.meta.url)

/** What answers: built once, from one law folder. */
export interface Engine {
  readonly lawFolder: string
  readonly rulebook: Rulebook
  readonly classifier: Classifier
  readonly parseTransaction: TransactionParser
  readonly determiner: Determiner
}

/** @throws ProblemError with every problem of the law folder, by file and line */
export function openRulebook(lawFolder: string): Rulebook {
  const cacheFile = lawFolder === OWN_LAW ? LAW_CACHE : join(dirname(lawFolder), 'cache.json')
  return loadLawFolder(lawFolder, { cacheFile })
}

/** The name of the release's own edition, as the build noted it; none where nothing was built. */
export function ownEdition(): string | undefined {
  try {
    const file = openSync(LAW_CACHE, 'r')
    try {
      const start = Buffer.alloc(NOTED_BYTES)
      const bytes = readSync(file, start, 0, NOTED_BYTES, 0)
      return editionNoted(start.toString('utf8', 0, bytes))
    } finally {
      closeSync(file)
    }
  } catch {
    return undefined
  }
}

/** More than the first line of a stored rulebook. */
const NOTED_BYTES = 1024

/** @throws ProblemError as {@link openRulebook} */
export function openEngine(lawFolder: string): Engine {
  const rulebook = openRulebook(lawFolder)
  const classifier = createClassifier(rulebook)
  let determiner: Determiner | undefined
  return {
    lawFolder,
    rulebook,
    classifier,
    parseTransaction: createTransactionParser(rulebook),
    // Made when first asked for: who only classifies need not wait for it.
    get determiner() {
      determiner ??= createDeterminer({ rulebook, classifier, engineVersion: engineVersion() })
      return determiner
    },
  }
}

export function engineVersion(): string {
  const { version } = JSON.parse(readFileSync(PACKAGE, 'utf8')) as { readonly version: string }
  return version
}
