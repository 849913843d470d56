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
import { type LawOption, lawFolderOf } from './options.ts'
import type { Surroundings } from './surroundings.ts'

/** The law once parsed, written by the build; used only while the files of the folder are the same. */
const LAW_CACHE = fileURLToPath(new URL('../../dist/law-cache.json', import.meta.url))
const PACKAGE = new URL('../../package.json', import.meta.url)

/** What answers: built once a run, from one law folder. */
export interface Engine {
  readonly lawFolder: string
  readonly rulebook: Rulebook
  readonly classifier: Classifier
  readonly parseTransaction: TransactionParser
  readonly determiner: Determiner
}

/** @throws ProblemError with every problem of the law folder, by file and line */
export function openRulebook(options: LawOption, surroundings: Surroundings): Rulebook {
  return loadLawFolder(lawFolderOf(options, surroundings), { cacheFile: LAW_CACHE })
}

/** @throws ProblemError as {@link openRulebook} */
export function openEngine(options: LawOption, surroundings: Surroundings): Engine {
  const rulebook = openRulebook(options, surroundings)
  const classifier = createClassifier(rulebook)
  let determiner: Determiner | undefined
  return {
    lawFolder: lawFolderOf(options, surroundings),
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
