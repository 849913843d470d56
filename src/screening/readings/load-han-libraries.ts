import type { pinyin as PinyinOf } from 'pinyin-pro'
import type { getJyutpingList as JyutpingOf } from 'to-jyutping'
import { lazily } from './tokens.ts'

interface ModuleTools {
  createRequire(from: string): (name: string) => unknown
}

/**
 * The two dictionaries take longer to load than the rest of the program and only Han names need them:
 * they are loaded when the first one comes. Outside Node there is nothing to load them from, and a
 * name that cannot be read is refused rather than passed over (law 9).
 */
function load(name: string): unknown {
  const tools: unknown = globalThis.process?.getBuiltinModule?.('node:module')
  if (tools === undefined) throw new Error(`${name} cannot be loaded: Han names need Node`)
  return (tools as ModuleTools).createRequire(import.meta.url)(name)
}

const pinyinLibrary = lazily(() => load('pinyin-pro') as { readonly pinyin: typeof PinyinOf })
const jyutpingLibrary = lazily(
  () => load('to-jyutping') as { readonly getJyutpingList: typeof JyutpingOf },
)

/** Said otherwise in names than in sentences; filled up with what the dictionary says. */
const PINYIN = new Map([
  ['都', 'du'],
  ['茄', 'jia'],
])

/** Pinyin of one character without its tone, ü as u; the character itself where there is none. */
export function pinyinOf(character: string): string {
  let sound = PINYIN.get(character)
  if (sound === undefined) {
    sound = pinyinLibrary().pinyin(character, { toneType: 'none', v: true }).replace('v', 'u')
    PINYIN.set(character, sound)
  }
  return sound
}

/** Jyutping of each character with its tone, empty where there is none. */
export function jyutpingOf(text: string): readonly string[] {
  return jyutpingLibrary()
    .getJyutpingList(text)
    .map(([, sound]) => sound?.split(' ')[0] ?? '')
}
