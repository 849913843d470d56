import { foldHan } from './han-fold.ts'
import { untranslatedHan } from './han-words.ts'
import { untranslatedHangul } from './read-hangul.ts'

const EASTERN = /[\u3040-\u30fa\u30fc-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]/gu
const SHORT_FORMS = /[(（][주株有][)）]|[㈜㈱㈲]/g
const HANGUL = /[\uac00-\ud7a3]+/g

/** The ideographs and syllables of a name, variants folded; empty where it has none. */
export function easternOf(text: string): string {
  return foldHan((text.replaceAll(SHORT_FORMS, '').match(EASTERN) ?? []).join(''))
}

/**
 * Of such the ones that are told by sound alone: words of organisations, places, legal forms and figures are
 * left out, for their translations are compared. `上海壁仞智能科技有限公司` leaves `壁仞`.
 */
export function untranslated(eastern: string): string {
  return untranslatedHan(eastern).replaceAll(HANGUL, untranslatedHangul)
}
