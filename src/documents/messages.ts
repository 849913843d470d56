import { DETERMINATION_MESSAGES } from './messages-determination.ts'
import { FRAME_MESSAGES } from './messages-frame.ts'
import { REASON_MESSAGES } from './messages-reasons.ts'
import { RECORD_MESSAGES } from './messages-record.ts'
import type { Language, Phrase, Words } from './paper.ts'

/** The document's own words. What the law, the lists and the input say stays in its own language. */
const MESSAGES = {
  ...FRAME_MESSAGES,
  ...DETERMINATION_MESSAGES,
  ...REASON_MESSAGES,
  ...RECORD_MESSAGES,
}
export type MessageKey = keyof typeof MESSAGES

/** Writes in the language of one document. */
export interface Scribe {
  readonly language: Language
  /** A message, with what its braces name put in. */
  readonly text: (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string
  readonly say: (key: MessageKey, values?: Readonly<Record<string, string | number>>) => Words
  readonly strong: (key: MessageKey) => Words
}

export function scribeOf(language: Language): Scribe {
  const text: Scribe['text'] = (key, values = {}) =>
    MESSAGES[key][language].replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
      String(values[name] ?? whole),
    )
  return {
    language,
    text,
    say: (key, values) => [{ text: text(key, values) }],
    strong: (key) => [{ text: text(key), style: 'strong' }],
  }
}

/** What the engine, the law or a list says: in English, whatever the language of the document. */
export function english(text: string): Words {
  return [{ text, lang: 'en' }]
}

/** Ids, codes, days, numbers and names: the same in every language. */
export function plain(text: string): Words {
  return [{ text }]
}

export function strong(text: string): Words {
  return [{ text, style: 'strong' }]
}

/** `a · b`: what there is of the parts, apart from each other. */
export function apart(parts: readonly Words[], between = ' · '): Words {
  const said = parts.filter((part) => part.length > 0)
  return said.flatMap((part, at): readonly Phrase[] =>
    at === 0 ? part : [{ text: between }, ...part],
  )
}
