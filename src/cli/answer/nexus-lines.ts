import type { JurisdictionFinding, NexusFinding } from '../../determination/index.ts'
import { named, type Page } from './page.ts'

const WAYS: Readonly<Record<string, string>> = {
  'de-minimis': 'content',
  'direct-product': 'what made it',
}

/** How a seat holds the deal; where nothing does or may, why not, with the computation. */
export function nexusLines(page: Page, { nexus }: JurisdictionFinding): readonly string[] {
  const held = nexus.filter(({ truth }) => truth !== 'false')
  const shown = held.length > 0 ? held : nexus
  return shown.flatMap((finding) =>
    named(page, '  ', `${beginning(finding)}:`, `${finding.because} ${finding.cite}`, 'reset'),
  )
}

function beginning({ kind, truth, through = [] }: NexusFinding): string {
  const way = WAYS[kind] ?? kind
  if (truth === 'false') return `Not through ${way}`
  const open = truth === 'unknown' ? ' (not decided)' : ''
  const by = kind in WAYS && through.length > 0 ? ` (${through.join(', ')})` : ''
  return `Through ${way}${by}${open}`
}
