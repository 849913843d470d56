const SOUNDS: Readonly<Record<string, string>> = {
  // German and French spellings of Russian names.
  tsch: 'ch',
  tch: 'ch',
  sch: 'sh',
  dh: 'd',
  th: 't',
  ph: 'f',
  gh: 'g',
  kh: 'h',
  ck: 'k',
  ou: 'u',
  oo: 'u',
  ee: 'i',
  ie: 'i',
  iy: 'i',
  ij: 'i',
  ii: 'i',
  yi: 'i',
  q: 'k',
  c: 'k',
  w: 'v',
  y: 'i',
  x: 'ks',
}

/** One spelling for letters that stand for one sound: `Qadhafi` and `Kadafi` are `kadafi`. */
export function soundOf(word: string): string {
  return word
    .replaceAll(
      /tsch|tch|sch|dh|th|ph|gh|kh|ck|ou|oo|ee|ie|iy|ij|ii|yi|(?<!s)c(?!h)|[qwyx]/g,
      (letters) => SOUNDS[letters] ?? letters,
    )
    .replaceAll(/(.)\1+/g, '$1')
}
