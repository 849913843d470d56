import type { Notice, NoticeType } from '../../notices/index.ts'
import type { RecordedEvent } from '../../storage/index.ts'

type Body = Notice['data']

/** What of the record is told, and how: references and counts, never names. */
export function noticeOf({ type, stream, position, at, body }: RecordedEvent): Notice | undefined {
  if (type !== 'batch.finished' && type !== 'batch.failed') return undefined
  const kind: NoticeType = type
  const { owner, ...counts } = body as Body & { readonly owner: string }
  const id = stream.slice('batch:'.length)
  const data = { id, ...counts, result: `/api/v1/check/batch/${id}/result` }
  return { type: kind, position, at, data, owner }
}
