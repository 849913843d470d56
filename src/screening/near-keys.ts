import { hash } from './flat.ts'
import { skeleton } from './readings/index.ts'
import { canonicalWord } from './word-classes.ts'
import { soundOf } from './word-sound.ts'

/** Shorter words are left out one letter at most, longer ones two. */
const TWO_FROM = 7
const LONGEST = 20

/**
 * Keys that words share which may be spellings of each other: what is left without one letter, without
 * two, the consonants, the spelling that stands for all.
 */
export function nearKeys(word: string): readonly number[] {
  const keys = [hash(word), hash(`~${canonicalWord(word)}`)]
  keys.push(hash(`%${soundOf(word)}`))
  const consonants = skeleton(word)
  if (consonants.length >= 2) keys.push(hash(`#${consonants}`))
  if (word.length < 3 || word.length > LONGEST) return keys
  for (let at = 0; at < word.length; at += 1) {
    if (at > 0 && word[at] === word[at - 1]) continue
    const less = word.slice(0, at) + word.slice(at + 1)
    keys.push(hash(less))
    if (word.length < TWO_FROM) continue
    for (let more = at; more < less.length; more += 1) {
      keys.push(hash(less.slice(0, more) + less.slice(more + 1)))
    }
  }
  return keys
}

/** As {@link nearKeys}, for consonants of a script without vowels: one may be wrong. */
export function looseKeys(word: string): readonly number[] {
  const consonants = skeleton(word)
  if (consonants.length < 3) return []
  const keys: number[] = []
  for (let at = 0; at < consonants.length; at += 1) {
    keys.push(hash(`#${consonants.slice(0, at)}${consonants.slice(at + 1)}`))
  }
  return keys
}
