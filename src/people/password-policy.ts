import { fail, ok, type Problem, type Result } from '../kernel/index.ts'
import { COMMON_PASSWORDS } from './common-passwords.ts'
import { foldName } from './roster.ts'

const SHORTEST = 12
const LONGEST = 128
/** Shorter pieces of a name stand in many a good password. */
const TELLING = 4

/**
 * Whether a new password will do: long enough, not among those tried first, not made of the name. No rule
 * asks for digits or signs, which make passwords worse, and none for change (NIST SP 800-63B §3.1.1).
 */
export function judgePassword(
  password: string,
  about: { readonly name: string; readonly signInName?: string },
): Result<void> {
  const length = [...password].length
  if (length < SHORTEST || length > LONGEST) return fail(LENGTH)
  const folded = foldName(password)
  if (isCommon(folded)) return fail(COMMON)
  const own = [about.name, about.signInName ?? '']
    .flatMap((text) => [foldName(text), ...foldName(text).split(/[\s@.,_-]+/u)])
    .filter((piece) => piece.length >= TELLING)
  return own.some((piece) => folded.includes(piece)) ? fail(NAMED) : ok(undefined)
}

/** A common word is no better for being doubled, or for digits and signs around it. */
function isCommon(password: string): boolean {
  const bare = password.replaceAll(/[^\p{L}]/gu, '')
  const digits = password.replaceAll(/\D/g, '')
  const isRun = new Set(password).size <= 3 || isSequence(password)
  return (
    isRun ||
    COMMON_PASSWORDS.has(password) ||
    (bare.length + digits.length === password.length && COMMON_PASSWORDS.has(bare)) ||
    isRepeated(bare, password)
  )
}

function isRepeated(bare: string, password: string): boolean {
  return [...COMMON_PASSWORDS].some(
    (word) =>
      word.length >= TELLING && (word.repeat(8).startsWith(password) || bare === word + word),
  )
}

/** `123456789012`, `abcdefghijkl`, backwards too. */
function isSequence(text: string): boolean {
  const steps = [...text].slice(1).map((one, at) => one.charCodeAt(0) - text.charCodeAt(at))
  const isDigits = /^\d+$/.test(text)
  const step = (by: number) => (difference: number) =>
    difference === by || (isDigits && difference === by * -9)
  return steps.every(step(1)) || steps.every(step(-1))
}

const LENGTH: Problem = {
  code: 'password.length',
  detail: `A password has ${SHORTEST} to ${LONGEST} characters; any of them will do.`,
  remedy: 'Take a few words that come to nobody else’s mind together.',
}
const COMMON: Problem = {
  code: 'password.common',
  detail: 'This is one of the passwords that are tried first.',
  remedy: 'Take a few words that come to nobody else’s mind together.',
}
const NAMED: Problem = {
  code: 'password.name',
  detail: 'The password contains the name it is to protect.',
  remedy: 'Take words that have nothing to do with you.',
}
