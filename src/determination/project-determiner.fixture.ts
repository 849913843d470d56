import { createClassifier } from '../classification/index.ts'
import { projectLaw } from '../rulebook/project-law.fixture.ts'
import { createDeterminer, createTransactionParser } from './index.ts'

/** Reads and answers transactions by the law of this project, made anew so that it remembers nothing. */
export function projectDeterminer() {
  const rulebook = projectLaw()
  const classifier = createClassifier(rulebook)
  return {
    rulebook,
    parse: createTransactionParser(rulebook),
    determiner: createDeterminer({ rulebook, classifier, engineVersion: 'test' }),
  }
}
