/** An element of a list in XML, with all it holds. Names are without their prefix. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** Its own text, without that of its children. */
  readonly text: string
  /** 1-based, where the element begins. */
  readonly line: number
}

export function childrenNamed(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name)
}

/** Elements at the end of a path of names, below the element. */
export function elementsAt(element: XmlElement, ...path: readonly string[]): readonly XmlElement[] {
  return path.reduce<readonly XmlElement[]>(
    (found, name) => found.flatMap((one) => childrenNamed(one, name)),
    [element],
  )
}

/** Texts at the end of a path, on one line each; empty ones are left out. */
export function textsAt(element: XmlElement, ...path: readonly string[]): readonly string[] {
  return elementsAt(element, ...path)
    .map(({ text }) => text.replaceAll(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
}

/** The first of them, else nothing. */
export function textAt(element: XmlElement, ...path: readonly string[]): string {
  return textsAt(element, ...path)[0] ?? ''
}

export function attributeOf(element: XmlElement, name: string): string {
  return (element.attributes[name] ?? '').replaceAll(/\s+/g, ' ').trim()
}
