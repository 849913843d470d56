/**
 * Cyrillic, Greek, Georgian and Armenian letters to Latin, as lists print them (BGN/PCGN without marks), and Latin
 * letters that Unicode does not take apart. Other scripts stay as they are: their names are found
 * where the list carries them in that script.
 */
const PAIRS =
  'а a б b в v г g д d е e ё e ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ' +
  'ш sh щ shch ъ - ы y ь - э e ю yu я ya і i ї yi є ye ґ g ў u ђ dj ј j љ lj њ nj ћ c џ dz ѓ g ќ k ' +
  'α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o ' +
  'ა a ბ b გ g დ d ე e ვ v ზ z თ t ი i კ k ლ l მ m ნ n ო o პ p ჟ zh რ r ს s ტ t უ u ფ p ქ k ღ gh ყ q ' +
  'შ sh ჩ ch ც ts ძ dz წ ts ჭ ch ხ kh ჯ j ჰ h ' +
  'ա a բ b գ g դ d ե e զ z է e ը y թ t ժ zh ի i լ l խ kh ծ ts կ k հ h ձ dz ղ gh ճ ch մ m յ y ն n շ sh ' +
  'ո o չ ch պ p ջ j ռ r ս s վ v տ t ր r ց ts ւ v փ p ք k օ o ֆ f ' +
  'ß ss æ ae œ oe ø o đ d ð d ł l þ th ı i ħ h ŋ n ə e'

const LETTERS: ReadonlyMap<string, string> = new Map(
  PAIRS.split(' ').flatMap((letter, index, all): [string, string][] => {
    const latin = all[index + 1] ?? ''
    return index % 2 === 0 ? [[letter, latin === '-' ? '' : latin]] : []
  }),
)

const PLAIN = /^[\x20-\x7e]*$/

/** Lower case, Latin where there is a table for it, without accents. */
export function plainLetters(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase()
  let plain = ''
  for (const letter of text.normalize('NFKC').toLowerCase()) plain += LETTERS.get(letter) ?? letter
  const bare = plain.normalize('NFD').replaceAll(/\p{M}/gu, '')
  let result = ''
  for (const letter of bare) result += LETTERS.get(letter) ?? letter
  return result.normalize('NFC')
}
