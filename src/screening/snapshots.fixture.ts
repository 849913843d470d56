import { digestOf, type LegalDate, parseLegalDate, unwrap } from '../kernel/index.ts'
import type { ListedParty, Snapshot } from './model.ts'
import type { ListPolicy } from './policy.ts'

export function day(text: string): LegalDate {
  return unwrap(parseLegalDate(text))
}

export function listed(name: string, more: Partial<ListedParty> = {}): ListedParty {
  return {
    id: name,
    source: 'test-source',
    list: 'test-list',
    schema: 'LegalEntity',
    name,
    aliases: [],
    weakAliases: [],
    addresses: [],
    countries: [],
    birthDates: [],
    identifiers: {},
    programmes: [],
    rule: { footnotes: [] },
    ...more,
  }
}

export function snapshot(
  parties: readonly ListedParty[],
  more: Partial<Omit<Snapshot, 'published'>> & { readonly published?: string } = {},
): Snapshot {
  const { published = '2026-06-01', source = 'test-source', ...rest } = more
  return {
    source,
    name: `${source} ${published}`,
    digest: digestOf(parties),
    fileDigest: digestOf('file'),
    published: day(published),
    lists: [...new Set(['test-list', ...parties.map(({ list }) => list)])],
    parties,
    ...rest,
  }
}

export const TEST_POLICY: ListPolicy = {
  always: ['US'],
  sources: [
    {
      source: 'first-source',
      title: 'First',
      publisher: 'P',
      url: '',
      holds: ['test-list'],
      maxAgeDays: 30,
      cite: 'c',
    },
    {
      source: 'test-source',
      title: 'Test',
      publisher: 'P',
      url: '',
      holds: ['test-list', 'second-list'],
      maxAgeDays: 7,
      cite: 'c',
    },
  ],
  lists: [
    { id: 'test-list', title: 'Test list', jurisdiction: 'US', required: true, cite: 'c' },
    { id: 'second-list', title: 'Second list', jurisdiction: 'US', required: false, cite: 'c' },
    { id: 'eu-list', title: 'EU list', jurisdiction: 'EU', required: true, cite: 'c' },
  ],
}
