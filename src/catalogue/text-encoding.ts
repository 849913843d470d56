import { isUtf8 } from 'node:buffer'
import chardet from 'chardet'
import { fail, ok, type Result } from '../kernel/index.ts'

/** What spreadsheets of the members' languages write besides UTF-8, by the names of the WHATWG standard. */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'shift_jis',
  'euc-kr',
  'gb18030',
  'big5',
  'windows-1252',
] as const
export type Encoding = (typeof ENCODINGS)[number]

/** So many in a hundred that a text of some length in a script of its own reaches at once. */
const SURE = 60
const DETECTED: Readonly<Record<string, Encoding>> = {
  Shift_JIS: 'shift_jis',
  'EUC-KR': 'euc-kr',
  GB18030: 'gb18030',
  Big5: 'big5',
}

/**
 * The text of bytes. UTF-8 is certain, and so is a byte order mark; another encoding is taken only where
 * it is beyond doubt: a name that is read wrongly is a party that nobody finds.
 */
export function decodeText(bytes: Uint8Array, stated?: Encoding): Result<string> {
  const encoding = stated ?? encodingOf(bytes)
  if (encoding === undefined) {
    return fail({
      code: 'table.unknown-encoding',
      detail: 'The text is not UTF-8, and which encoding it is in is not certain.',
      remedy: `Save it as "CSV UTF-8", or say which it is: ${ENCODINGS.slice(1).join(', ')}.`,
    })
  }
  try {
    return ok(new TextDecoder(encoding, { fatal: true }).decode(bytes))
  } catch {
    return fail({
      code: 'table.wrong-encoding',
      detail: `The text is not ${encoding}.`,
      remedy: 'Save it as "CSV UTF-8", or say another encoding.',
    })
  }
}

function encodingOf(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (isUtf8(bytes)) return 'utf-8'
  const [best] = chardet.analyse(bytes.subarray(0, 1 << 20))
  const detected = best === undefined ? undefined : DETECTED[best.name]
  if (detected !== undefined && best !== undefined && best.confidence >= SURE) return detected
  return isWestern(bytes) ? 'windows-1252' : undefined
}

/** Single accented letters or signs among plain ones: in other encodings high bytes come in pairs. */
function isWestern(bytes: Uint8Array): boolean {
  const high = [...bytes.keys()].filter((at) => (bytes[at] ?? 0) >= 0x80)
  return high.every((at) => {
    const [before, byte, after] = [bytes[at - 1] ?? 0, bytes[at] ?? 0, bytes[at + 1] ?? 0]
    const isLetter = byte >= 0xc0 && byte !== 0xd7 && byte !== 0xf7
    return isLetter && before < 0x80 && after < 0x80
  })
}
