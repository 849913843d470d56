import { attributeOf, childrenNamed, textAt, type XmlElement } from './xml-element.ts'

/** A name put together from its parts, and the same in other spellings and scripts. */
export interface SwissName {
  readonly name: string
  readonly spellings: readonly string[]
  readonly isPrimary: boolean
  readonly isWeak: boolean
}

const MAX_SPELLINGS = 24

/**
 * `<name>` has parts in an order of its own; each part has a value and may have variants by language
 * and script. A spelling takes, part by part, the variants of one language and script, and the value
 * where a part has none: `Lukashenka Aliaksandr`, `Lukashenko Alexander`, `ЛУКАШЕНКО Aliaksandr`.
 */
export function swissName(name: XmlElement): SwissName {
  const parts = childrenNamed(name, 'name-part')
    .filter((part) => attributeOf(part, 'name-part-type') !== 'title')
    .toSorted((a, b) => Number(attributeOf(a, 'order')) - Number(attributeOf(b, 'order')))
    .map(partOf)
    .filter(({ value }) => value !== '')
  const tongues = new Set(parts.flatMap(({ variants }) => [...variants.keys()]))
  const spellings = [...tongues].flatMap((tongue) =>
    combinations(parts.map(({ value, variants }) => variants.get(tongue) ?? [value])),
  )
  return {
    name: parts.map(({ value }) => value).join(' '),
    spellings: [...new Set(spellings)],
    isPrimary: attributeOf(name, 'name-type') === 'primary-name',
    isWeak: attributeOf(name, 'quality') === 'low',
  }
}

/** Titles stand among the parts of a name and are none of it. */
export function titlesOf(name: XmlElement): readonly string[] {
  return childrenNamed(name, 'name-part')
    .filter((part) => attributeOf(part, 'name-part-type') === 'title')
    .map((part) => partOf(part).value)
    .filter((title) => title !== '')
}

interface NamePart {
  readonly value: string
  readonly variants: ReadonlyMap<string, readonly string[]>
}

function partOf(part: XmlElement): NamePart {
  const variants = new Map<string, string[]>()
  for (const variant of childrenNamed(part, 'spelling-variant')) {
    const text = variant.text.replaceAll(/\s+/g, ' ').trim()
    if (text === '') continue
    const tongue = `${attributeOf(variant, 'lang')} ${attributeOf(variant, 'script')}`
    variants.set(tongue, [...(variants.get(tongue) ?? []), text])
  }
  const value = textAt(part, 'value') || part.text.replaceAll(/\s+/g, ' ').trim()
  return { value, variants }
}

/** Every choice of one from each, in order; bounded, for a name has few and an attack many. */
function combinations(choices: readonly (readonly string[])[]): readonly string[] {
  let names: readonly (readonly string[])[] = [[]]
  for (const options of choices) {
    names = names.flatMap((name) => options.map((option) => [...name, option]))
    names = names.slice(0, MAX_SPELLINGS)
  }
  return names.map((parts) => parts.join(' '))
}
