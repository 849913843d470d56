import { distance } from 'fastest-levenshtein'

/** However long a word is, no more of it is compared. */
const COMPARED = 80

/**
 * The known word that a word was perhaps meant as: a third of its letters written otherwise at most, or one,
 * capitals or not. Words with dots are also known by their last part, so that `scanner` and `litho.scanner` find
 * `sme.litho.scanner`; and `description` alone finds `declaredDescription`, where no other key ends so. Undefined where nothing is near: a word that has nothing in common with what was
 * written helps nobody.
 */
export function nearWord(word: string, known: readonly string[]): string | undefined {
  const written = word.slice(0, COMPARED).toLowerCase()
  return (
    nearest(written, known, (one) => one) ??
    nearest(written, known, lastPart) ??
    (written.includes('.') ? nearest(lastPart(written), known, lastPart) : undefined) ??
    onlyEnding(written, known)
  )
}

/** The one known word of several that ends with a word: `declaredDescription`. */
function onlyEnding(word: string, known: readonly string[]): string | undefined {
  const [found, other] = known.filter((one) => lastHump(one) === word)
  return other === undefined ? found : undefined
}

function lastHump(word: string): string | undefined {
  return /[a-z\d]([A-Z][a-z\d]*)$/.exec(word)?.[1]?.toLowerCase()
}

function nearest(
  word: string,
  known: readonly string[],
  comparedBy: (one: string) => string,
): string | undefined {
  let [least, found]: [number, string | undefined] = [Number.POSITIVE_INFINITY, undefined]
  for (const one of known) {
    const compared = comparedBy(one).toLowerCase()
    const edits = isTurned(word, compared) ? 1 : distance(word, compared)
    if (edits < least && edits <= Math.max(1, compared.length / 3)) [least, found] = [edits, one]
  }
  return found
}

/** The same letters in another order, as `wdm` for `wmd`. */
function isTurned(word: string, other: string): boolean {
  return word.length === other.length && sorted(word) === sorted(other)
}

function sorted(word: string): string {
  return [...word].sort().join('')
}

function lastPart(word: string): string {
  return word.slice(word.lastIndexOf('.') + 1)
}
