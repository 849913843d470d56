import { describeProblem } from '../../kernel/index.ts'
import type { RefusedEntry } from '../../regime/index.ts'
import { count } from '../answer/page.ts'
import { printable } from '../output/printable.ts'
import type { Session } from '../session.ts'

/** Entries without effect are told of, with the reason: they stay in their logs. */
export function tellRefused(refused: readonly RefusedEntry[], session: Session): void {
  if (refused.length === 0) return
  const lines = refused.map(({ entry, problems }) => {
    const [first] = problems
    const why = first === undefined ? '' : describeProblem(first)
    return `  ${entry.member} ${entry.sequence} ${entry.type}: ${why}`
  })
  session.surroundings.stderr.write(
    `${count(refused.length, 'entry', 'entries')} without effect:\n${lines.map(printable).join('\n')}\n`,
  )
}
