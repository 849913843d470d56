import { InvalidArgumentError } from 'commander'
import type { GivenList } from '../desk/index.ts'
import { parseLegalDate } from '../kernel/index.ts'

/** `us-csl:examples/lists/fictional-screening-list.csv@2026-05-28` */
export function givenList(text: string): GivenList {
  const match = /^([a-z][a-z0-9-]*):(.+?)(?:@(\d{4}-\d{2}-\d{2}))?$/.exec(text)
  const [, source, file, day] = match ?? []
  const published = day === undefined ? undefined : parseLegalDate(day)
  if (source === undefined || file === undefined || published?.ok === false) {
    throw new InvalidArgumentError(
      'Write source, file and publication day, as us-csl:examples/lists/fictional-screening-list.csv@2026-05-28.',
    )
  }
  return { source, file, ...(published === undefined ? {} : { published: published.value }) }
}
