import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { getDocumentProxy } from 'unpdf'
import type { FontReader } from './fonts.ts'

const FONTS = fileURLToPath(new URL('../../fonts', import.meta.url))

export const readFont: FontReader = (file) => readFileSync(join(FONTS, file))

/** A node of the structure tree: what it is, and the nodes or pieces of text in it. */
export interface Tag {
  readonly role: string
  readonly lang?: string
  readonly children: readonly Tag[]
  /** Of all text in it. */
  readonly text: string
}

export interface ReadPdf {
  /** What stands on each page, head and foot included. */
  readonly pages: readonly string[]
  /** The structure of each page, which holds neither head nor foot. */
  readonly trees: readonly Tag[]
  readonly bookmarks: readonly string[]
  readonly info: Readonly<Record<string, unknown>>
  readonly isMarked: boolean
}

interface StructureNode {
  readonly role?: string
  readonly lang?: string
  readonly children?: readonly StructureNode[]
  readonly type?: string
  readonly id?: string
}

/** Reads a PDF with a reader that had no part in making it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocumentProxy(Uint8Array.from(bytes), { useSystemFonts: false })
  const pages: string[] = []
  const trees: Tag[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent({ includeMarkedContent: true })
    const marked = new Map<string, string>()
    const open: (string | undefined)[] = []
    let all = ''
    for (const item of items) {
      if ('str' in item) {
        const text = `${item.str}${item.hasEOL ? '\n' : ''}`
        all += text
        const mark = open.findLast((one) => one !== undefined)
        if (mark !== undefined) marked.set(mark, `${marked.get(mark) ?? ''}${text}`)
      } else if (item.type === 'endMarkedContent') open.pop()
      else open.push(item.id ?? undefined)
    }
    pages.push(all)
    trees.push(tagOf((await page.getStructTree()) as unknown as StructureNode, marked))
  }
  const { info } = await pdf.getMetadata()
  const outline = (await pdf.getOutline()) as readonly Bookmark[] | null
  const marks = await pdf.getMarkInfo()
  return {
    pages,
    trees,
    bookmarks: titlesOf(outline ?? []),
    info: info as Readonly<Record<string, unknown>>,
    isMarked: marks?.Marked === true,
  }
}

interface Bookmark {
  readonly title: string
  readonly items: readonly Bookmark[]
}

function titlesOf(outline: readonly Bookmark[]): readonly string[] {
  return outline.flatMap(({ title, items }) => [title, ...titlesOf(items)])
}

function tagOf(node: StructureNode, marked: ReadonlyMap<string, string>): Tag {
  if (node.type === 'content')
    return { role: 'content', children: [], text: marked.get(node.id ?? '') ?? '' }
  const children = (node.children ?? []).map((child) => tagOf(child, marked))
  return {
    role: node.role ?? '',
    ...(node.lang === undefined ? {} : { lang: node.lang }),
    children,
    text: children.map(({ text }) => text).join(''),
  }
}

/** Every node of a role, at any depth. */
export function tagsOf(tag: Tag, role: string): readonly Tag[] {
  const below = tag.children.flatMap((child) => tagsOf(child, role))
  return tag.role === role ? [tag, ...below] : below
}

/** Without what the lines of a page do to a text: spaces and breaks. */
export function squeezed(text: string): string {
  return text.normalize('NFC').replaceAll(/[\s\u00ad\u200b]+/gu, '')
}
