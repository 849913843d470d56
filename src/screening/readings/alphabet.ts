import { lazily } from './tokens.ts'

/** Letters of an alphabet with their Latin ones, `-` where nothing is written. */
function alphabet(pairs: string): ReadonlyMap<string, string> {
  const words = pairs.trim().split(/\s+/)
  return new Map(
    words.flatMap((letter, index): [string, string][] =>
      index % 2 === 0 ? [[letter, words[index + 1] === '-' ? '' : (words[index + 1] ?? '')]] : [],
    ),
  )
}

/** Greek by ELOT 743: pairs of vowels first, for αυ is av before a voiced sound and af before others. */
const GREEK = lazily(() =>
  alphabet(
    'α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o',
  ),
)
const GREEK_PAIRS = /(?<=[αεη])υ|ου|γγ|γξ|γχ|^μπ|(?<=[^\p{L}])μπ|μπ(?!\p{L})/gu
const VOICED = new Set('αεηιοωυβγδζλμνρ')

export function greekLetters(text: string): string {
  const bare = text.normalize('NFD').replaceAll(/[\u0300-\u0307\u0309-\u036f]/g, '')
  const whole = bare.replaceAll(GREEK_PAIRS, (pair, at: number) => {
    if (pair === 'υ') return VOICED.has(bare[at + 1] ?? '') ? 'v' : 'f'
    if (pair === 'ου') return 'ou'
    if (pair === 'μπ') return 'b'
    return `n${pair[1] ?? ''}`
  })
  return letterwise(whole.replaceAll('\u0308', ''), GREEK())
}

/** Georgian by the national system of 2002, whose ejectives carry no mark. */
const GEORGIAN = lazily(() =>
  alphabet(
    'ა a ბ b გ g დ d ე e ვ v ზ z თ t ი i კ k ლ l მ m ნ n ო o პ p ჟ zh რ r ს s ტ t უ u ფ p ქ k ღ gh ყ q ' +
      'შ sh ჩ ch ც ts ძ dz წ ts ჭ ch ხ kh ჯ j ჰ h ჱ ey ჲ y ჳ w ჴ q ჵ o',
  ),
)

export function georgianLetters(text: string): string {
  return letterwise(text, GEORGIAN())
}

/** Armenian by BGN/PCGN, whose ու is one vowel and whose և is a word of its own. */
const ARMENIAN = lazily(() =>
  alphabet(
    'ա a բ b գ g դ d ե e զ z է e ը y թ t ժ zh ի i լ l խ kh ծ ts կ k հ h ձ dz ղ gh ճ ch մ m յ y ն n շ sh ' +
      'ո o չ ch պ p ջ j ռ r ս s վ v տ t ր r ց ts ւ v փ p ք k օ o ֆ f և ev',
  ),
)

export function armenianLetters(text: string): string {
  const words = text
    .replaceAll('ու', 'u')
    .replaceAll(/(?<!\p{L})ե/gu, 'ye')
    .replaceAll(/(?<!\p{L})ո(?!վ)/gu, 'vo')
  return letterwise(words, ARMENIAN())
}

export function letterwise(text: string, letters: ReadonlyMap<string, string>): string {
  let result = ''
  for (const letter of text) result += letters.get(letter) ?? letter
  return result
}

/** A table of an alphabet, parsed on first use. */
export function lazyAlphabet(pairs: string): () => ReadonlyMap<string, string> {
  return lazily(() => alphabet(pairs))
}
