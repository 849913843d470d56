import { lazyAlphabet, letterwise } from './alphabet.ts'
import { EAST_SLAVIC_NAMES } from './cyrillic-names.ts'
import { lazily, tableRows } from './tokens.ts'

const RUSSIAN = lazyAlphabet(
  'а a б b в v г g д d е e ё e ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ' +
    'ш sh щ shch ъ - ы y ь - э e ю yu я ya і i ї yi є ye ґ g ў u ѣ e ѳ f ѵ i ђ dj ј j љ lj њ nj ћ c џ dz ѓ g ќ k ѕ dz ' +
    'ә a ғ gh қ q ң ng ө o ұ u ү u һ h җ zh ҳ h ҷ j ӯ u ӣ i ҙ z ҫ s ҡ q ӑ a ӗ e ӳ u ӧ o ӟ z ӝ zh ӵ ch ӱ u ӏ - ӓ a',
)
/** What the tongue's own passport spelling writes otherwise than the Russian one. */
const UKRAINIAN = lazyAlphabet('г h и y')
const BELARUSIAN = lazyAlphabet('г h')
const SERBIAN = lazyAlphabet('ж z х h ц c ч c ш s џ dz й j')
const BULGARIAN = lazyAlphabet('щ sht ъ a х h')
const ICAO = lazyAlphabet('й i ю iu я ia ъ ie є ie ї i')

type Tongue = 'russian' | 'ukrainian' | 'belarusian' | 'serbian' | 'bulgarian'

/** Letters no other tongue has tell which it is; a text without them is read as Russian. */
export function tongueOf(text: string): Tongue {
  if (/[ђћљњџјѓќѕ]/.test(text)) return 'serbian'
  if (/ў/.test(text)) return 'belarusian'
  if (/[їєґ]|[сц]ьк/.test(text)) return 'ukrainian'
  if (/і/.test(text))
    return /[әғқңөұүһ]/.test(text) ? 'russian' : /[ыэ]/.test(text) ? 'belarusian' : 'ukrainian'
  return /ъ[бвгджзклмнпрстфхцчшщ]|ъ(?!\p{L})/u.test(text) ? 'bulgarian' : 'russian'
}

const OWN: Readonly<Record<Tongue, () => ReadonlyMap<string, string>>> = {
  russian: () => new Map(),
  ukrainian: UKRAINIAN,
  belarusian: BELARUSIAN,
  serbian: SERBIAN,
  bulgarian: BULGARIAN,
}

/** The plain reading: ICAO consonants with the y of passports before 2010 ("Yuriy", "Andreevich"). */
export function cyrillicLetters(text: string): string {
  const own = OWN[tongueOf(text)]()
  return letterwise(own.size === 0 ? text : letterwise(text, own), RUSSIAN())
}

/** BGN/PCGN: е is ye at the beginning, after vowels and signs; ё is yo; Serbian š, č, ž are sh, ch, zh. */
export function bgnLetters(text: string): string {
  if (tongueOf(text) === 'serbian') return letterwise(text.replaceAll('ћ', 'ч'), RUSSIAN())
  return cyrillicLetters(
    text.replaceAll('ё', 'yo').replaceAll(/(?<![бвгджзйклмнпрстфхцчшщ])е/g, 'ye'),
  )
}

/** ICAO 9303: ю is iu, я ia, й i ("Iurii"). */
export function icaoLetters(text: string): string {
  const belarusian = tongueOf(text) === 'belarusian' ? text.replaceAll('ё', 'io') : text
  return cyrillicLetters(letterwise(belarusian.replaceAll('дж', 'j'), ICAO()))
}

const NAMES = lazily(
  () =>
    new Map(
      tableRows(EAST_SLAVIC_NAMES).flatMap(([russian = '', ...others]) =>
        others.map((other): [string, string] => [other, russian]),
      ),
    ),
)

/** Patronymics as Belarusian and Ukrainian build them on the same given names. */
const PATRONYMIC =
  /^(.+?)(авіч|овіч|евіч|ёвіч|йович|ович|евич|овна|аўна|оўна|еўна|ёўна|івна|ївна|вна)$/u

/**
 * Belarusian and Ukrainian given names and patronymics as the Russian passport writes them, for both
 * stand on lists: "Алег Мікалаевіч" is "Oleg Nikolaevich"; undefined where nothing changes.
 */
export function russianLetters(text: string): string | undefined {
  const tongue = tongueOf(text)
  if (tongue !== 'ukrainian' && tongue !== 'belarusian') return undefined
  const other = text.replaceAll(
    /\p{L}+/gu,
    (word) => NAMES().get(word) ?? patronymic(word) ?? ending(word),
  )
  const letters = letterwise(other.replaceAll('і', 'и').replaceAll('ў', 'в'), RUSSIAN())
  return letters
}

function patronymic(word: string): string | undefined {
  const [, stem = '', suffix = ''] = PATRONYMIC.exec(word) ?? []
  if (stem === '') return undefined
  const woman = suffix.endsWith('на')
  const base =
    NAMES().get(stem) ??
    NAMES().get(`${stem}й`) ??
    NAMES().get(`${stem}о`) ??
    NAMES().get(`${stem}а`)
  if (base === undefined) return undefined
  if (/[йь]$/u.test(base))
    return `${base.slice(0, -1).replace(/и$/u, 'ь')}${woman ? 'евна' : 'евич'}`
  return `${base.replace(/[аоя]$/u, '')}${woman ? 'овна' : 'ович'}`
}

/** Surnames: -ський is -ский, -скі too; -оў is -ов, -енка is -енко. */
function ending(word: string): string {
  return word
    .replace(/ськ(?:ий|а)$/u, (end) => (end.endsWith('а') ? 'ская' : 'ский'))
    .replace(/(?<=[сц]к)і$/u, 'ий')
    .replace(/енка$/u, 'енко')
    .replace(/аў$/u, 'ов')
}

/**
 * A key that spellings of one Slavic name share, whoever romanised it: Yevgeniy, Evgenii and Jewgenij
 * are one. Sounds that systems write with several letters become one, glides go.
 */
export function slavicKey(token: string): string {
  return token
    .replaceAll(/shch|schtsch|stsch|szcz/g, 'S')
    .replaceAll(/tsch|tch|cz/g, 'C')
    .replaceAll(/sch|sh|sz/g, 'S')
    .replaceAll('ch', 'C')
    .replaceAll(/dzh|dj|zh/g, 'Z')
    .replaceAll('kh', 'h')
    .replaceAll(/ts|tz|cs/g, 'c')
    .replaceAll(/ou|oe/g, 'u')
    .replaceAll(/[yij]+(?=[aeou])/g, '')
    .replaceAll(/[yij]+/g, 'i')
    .replaceAll('w', 'v')
    .replaceAll('ph', 'f')
    .replaceAll(/ff?$/g, 'v')
    .replaceAll('x', 'ks')
    .replaceAll(/(.)\1+/g, '$1')
    .toLowerCase()
}
