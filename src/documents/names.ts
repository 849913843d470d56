import type { Phrase, Tongue, Words } from './paper.ts'

const HAN = /\p{Script=Han}/u
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u
const HANGUL = /\p{Script=Hangul}/u

/** Where Han characters are written in a shape of their own. */
const SHAPES: Readonly<Record<string, Tongue>> = {
  CN: 'zh-Hans',
  SG: 'zh-Hans',
  TW: 'zh-Hant',
  HK: 'zh-Hant',
  MO: 'zh-Hant',
  JP: 'ja',
  KR: 'ko',
  KP: 'ko',
}

/**
 * A name as stated. One code point stands for the Han character of several countries; the script
 * beside it, else the country of its bearer, says which shape it has at home.
 */
export function nameWords(name: string, country?: string, style?: Phrase['style']): Words {
  const lang = tongueOf(name, country)
  return [
    {
      text: name,
      ...(lang === undefined ? {} : { lang }),
      ...(style === undefined ? {} : { style }),
    },
  ]
}

function tongueOf(name: string, country: string | undefined): Tongue | undefined {
  if (KANA.test(name)) return 'ja'
  if (HANGUL.test(name)) return 'ko'
  return HAN.test(name) && country !== undefined ? SHAPES[country] : undefined
}
