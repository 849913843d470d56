import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Classifier, createClassifier } from '../classification/index.ts'
import {
  createDeterminer,
  createTransactionParser,
  type Determiner,
  type TransactionParser,
} from '../determination/index.ts'
import { loadLawFolder, type Rulebook } from '../rulebook/index.ts'

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
  return loadLawFolder(lawFolder, { cacheFile: LAW_CACHE })
}

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
