/**
 * The consonants that spellings of one name share, whoever romanised it: "Mohammad", "Muhammed" and
 * the reading of محمد are `mhmd`. What follows a vowel at the beginning is told by an `a`, so that Ahmad
 * is not Hamid; a glide between vowels goes with them, for Arabic writes both with one letter.
 */
export function skeleton(token: string): string {
  let word = token.replace(GLIDE, '')
  word = word.replace(DIGRAPH, digraph)
  let result = ''
  for (let at = 0; at < word.length; at += 1) {
    const letter = ONE[word[at] ?? ''] ?? word[at] ?? ''
    if (letter === '' || letter === result.at(-1)) continue
    result += letter
  }
  return VOWEL_FIRST.test(token) ? `a${result}` : result
}

const VOWEL_FIRST = /^[aeiou]/
/** w and y tell a consonant only where a word begins. */
const GLIDE = /(?<!^)[wy]/g
const DIGRAPH = /tch|sch|ch|gh|dh|th|sh|kh|ph|zh|dj|dz|ts|ck|ou/g

function digraph(letters: string): string {
  switch (letters) {
    case 'gh':
      return 'g'
    case 'dh':
    case 'zh':
      return letters === 'dh' ? 'z' : 'j'
    case 'th':
      return 't'
    case 'kh':
      return 'h'
    case 'ph':
      return 'f'
    case 'dj':
      return 'j'
    case 'dz':
      return 'z'
    case 'ck':
      return 'k'
    case 'ou':
      return ''
    case 'ts':
      return 's'
    default:
      return 'X'
  }
}

/** Letters folded one by one; vowels fold to nothing. */
const ONE: Readonly<Record<string, string>> = {
  a: '',
  e: '',
  i: '',
  o: '',
  u: '',
  q: 'k',
  c: 'k',
  x: 'ks',
  z: 'z',
  d: 'd',
  j: 'j',
  v: 'v',
  X: 'x',
}
