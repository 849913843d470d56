/** Wade–Giles of a pinyin syllable without tone, apostrophes and umlauts left out as lists leave them out. */
export function wadeGiles(pinyin: string): string {
  const whole = WHOLE[pinyin]
  if (whole !== undefined) return whole
  const [, initial = '', final = ''] = /^(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]?)(.*)$/.exec(pinyin) ?? []
  const start = INITIALS[initial] ?? initial
  return start + finalAfter(initial, final)
}

const WHOLE: Readonly<Record<string, string>> = {
  zi: 'tzu',
  ci: 'tzu',
  si: 'ssu',
  zhi: 'chih',
  chi: 'chih',
  shi: 'shih',
  ri: 'jih',
  er: 'erh',
  yi: 'i',
  you: 'yu',
  yan: 'yen',
  ye: 'yeh',
  yong: 'yung',
  yue: 'yueh',
  ge: 'ko',
  he: 'ho',
  ke: 'ko',
  e: 'o',
  bo: 'po',
  gui: 'kuei',
  kui: 'kuei',
  guo: 'kuo',
  kuo: 'kuo',
  huo: 'huo',
  shuo: 'shuo',
  lv: 'lu',
  nv: 'nu',
}
const INITIALS: Readonly<Record<string, string>> = {
  b: 'p',
  p: 'p',
  d: 't',
  t: 't',
  g: 'k',
  k: 'k',
  j: 'ch',
  q: 'ch',
  x: 'hs',
  zh: 'ch',
  ch: 'ch',
  r: 'j',
  z: 'ts',
  c: 'ts',
}

function finalAfter(initial: string, final: string): string {
  if (final === 'ian') return 'ien'
  if (final === 'ie') return 'ieh'
  if (final === 'ue' || final === 've') return 'ueh'
  if (final === 'ong') return 'ung'
  if (final === 'iong') return 'iung'
  if (final === 'uo' && initial !== '') return 'o'
  return final
}

/** The spelling of the Hong Kong government for a Jyutping syllable, with or without its tone. */
export function hongKong(jyutping: string): string {
  const [, initial = '', final = ''] =
    /^(ng|gw|kw|[bpmfdtnlgkhwzcsj]?)([a-z]*)\d?$/.exec(jyutping) ?? []
  if (final === '') return initial === 'm' ? 'm' : 'ng'
  const usual = USUAL[initial + final]
  if (usual !== undefined) return usual
  if (initial === 'j') return afterJ(final)
  return (CANTONESE_INITIALS[initial] ?? initial) + (CANTONESE_FINALS[final] ?? final)
}

/** Syllables that Hong Kong does not spell as others with their initial and final. */
const USUAL: Readonly<Record<string, string>> = {
  si: 'sze',
  zyu: 'chu',
  cyu: 'chu',
  syu: 'shu',
  zan: 'chun',
  san: 'sun',
  saa: 'sha',
  aa: 'ah',
}

function afterJ(final: string): string {
  if (final === 'yu') return 'yu'
  if (final.startsWith('yu')) return `yue${final.slice(2)}`
  if (final === 'i') return 'yi'
  return `y${CANTONESE_FINALS[final] ?? final}`
}

const CANTONESE_INITIALS: Readonly<Record<string, string>> = {
  b: 'p',
  d: 't',
  g: 'k',
  gw: 'kw',
  z: 'ch',
  c: 'ch',
}
const CANTONESE_FINALS: Readonly<Record<string, string>> = {
  ou: 'o',
  oeng: 'eung',
  oek: 'euk',
  oe: 'eu',
  eoi: 'ui',
  eon: 'un',
  eot: 'ut',
  yu: 'ue',
  yun: 'uen',
  yut: 'uet',
  un: 'oon',
  aa: 'a',
  aai: 'ai',
  aau: 'au',
  aam: 'am',
  aan: 'an',
  aang: 'ang',
  aap: 'ap',
  aat: 'at',
  aak: 'ak',
  ei: 'ei',
  u: 'oo',
}
