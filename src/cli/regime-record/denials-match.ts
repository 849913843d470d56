import { caseBlockOn } from '../../desk/index.ts'
import { type LegalDate, unwrap } from '../../kernel/index.ts'
import type { CaseBlock, CaseStep } from '../../regime/index.ts'
import { count, type Page, paragraph } from '../answer/page.ts'
import { openEngine } from '../engine.ts'
import { DONE, type ExitCode, NOT_CLEAR } from '../exit-code.ts'
import { inFile } from '../input/placed.ts'
import { readInputDocument } from '../input/read-input.ts'
import { memberCode, withExamples } from '../options.ts'
import type { CommandAdder, Session } from '../session.ts'
import { type LedgerOptions, rulesOf, withLedger } from './ledger-options.ts'
import { readLedger } from './read-ledger.ts'
import { tellRefused } from './refused-entries.ts'

interface MatchOptions extends LedgerOptions {
  readonly member: string
  readonly case?: string
}

/** What of the refusals in force a deal meets, and whether its case may be approved. */
export const addDenialsMatch: CommandAdder = (denials, session, finish) => {
  const command = denials
    .command('match')
    .description('Which refusals a transaction may undercut, why, and whether it may be approved.')
    .argument('<file>', 'the transaction; - is standard input')
    .requiredOption('--member <code>', 'whose case it is', memberCode)
    .option(
      '--case <reference>',
      'what consultations call the case (default: id of the transaction)',
    )
  withExamples(
    withLedger(command),
    'regime denials match examples/regime/memory-to-trader.yaml --member XC --ledger examples/regime/ledger.jsonl --on 2027-03-01',
    'regime denials match order.yaml --member XC --case XC-4711 --ledger ledger.jsonl --json',
  )
  command.action(async (file: string, options: MatchOptions) =>
    finish(await match(file, options, session)),
  )
}

async function match(file: string, options: MatchOptions, session: Session): Promise<ExitCode> {
  const { surroundings } = session
  const engine = openEngine(options, surroundings)
  const transaction = await inFile(file, async (open) => {
    const document = await readInputDocument(file, surroundings)
    open(document)
    return unwrap(engine.parseTransaction(document.value, document))
  })
  const on = options.on ?? surroundings.today
  const entries = await readLedger(options.ledger, surroundings, on)
  const rules = rulesOf(options, engine.rulebook, surroundings)
  const { member, case: caseRef = transaction.id ?? 'case' } = options
  const asked = { member, caseRef, transaction }
  const { block, refused } = caseBlockOn(asked, entries, on, rules, engine)
  if (options.json === true) session.print(JSON.stringify({ on, ...block }, null, 2))
  else {
    const page = { width: surroundings.columns, paint: session.paint }
    session.print(...blockLines(block, on, page))
    tellRefused(refused, session)
  }
  return block.mayBeApproved ? DONE : NOT_CLEAR
}

function blockLines(
  { mayBeApproved, steps }: CaseBlock,
  on: LegalDate,
  page: Page,
): readonly string[] {
  const blocking = steps.filter(({ blocks }) => blocks).length
  const verdict = mayBeApproved
    ? page.paint('bold', 'May be approved as far as refusals of others go.')
    : page.paint('bold', `Not to be approved yet: ${count(blocking, 'refusal')} in the way.`)
  return [
    verdict,
    ...steps.flatMap((step) => ['', ...stepLines(step, page)]),
    '',
    page.paint('dim', `${count(steps.length, 'refusal')} met on ${on}.`),
  ]
}

function stepLines(
  { match, state, blocks, says, undercut, consultation }: CaseStep,
  page: Page,
): readonly string[] {
  const { denial, items, links, facts } = match
  const head = `${blocks ? '✗' : '·'} ${denial.regime} ${denial.denialId}, refused by ${denial.issuer}, valid until ${denial.validUntil}: ${state.replaceAll('-', ' ')}`
  const aspects = items.flatMap(({ item, aspects: held }) =>
    held.map(({ said, truth }) => `${item}: ${said}${truth === 'unknown' ? ' (open)' : ''}`),
  )
  const notGiven = consultation?.holidaysNotGiven ?? []
  return [
    ...paragraph(page, '', head),
    ...paragraph(page, '  ', says),
    ...(notGiven.length === 0
      ? []
      : paragraph(
          page,
          '  ',
          `Holidays of ${denial.issuer} in ${notGiven.join(', ')} are not given: weekends alone were left out.`,
        )),
    ...(undercut === undefined
      ? []
      : paragraph(
          page,
          '  ',
          `Whoever grants it tells the holders within ${undercut.dueDays} days, with reasons.`,
        )),
    ...aspects.flatMap((line) => paragraph(page, '    item   ', line)),
    ...links.flatMap(({ said }) => paragraph(page, '    party  ', said)),
    ...(state === 'to-assess'
      ? [
          ...paragraph(page, '    facts  ', facts),
          ...paragraph(
            page,
            '    next   ',
            'A person’s word on these facts is an entry match.assess (docs/regime-record.md).',
          ),
        ]
      : []),
  ]
}
