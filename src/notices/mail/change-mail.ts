import { CHANGED_KINDS, type Change, EFFECTS } from '../change.ts'
import { MAIL_WORDS, type MailLanguage } from './words.ts'

export interface MailText {
  readonly subject: string
  readonly text: string
}

/** So many of each sort are named, and so many reasons. */
const MOST_NAMED = 50
const MOST_REASONS = 20

/** "3 orders now held, 1 released, because …", in plain text. */
export function changeMail(changes: readonly Change[], language: MailLanguage): MailText {
  const words = MAIL_WORDS[language]
  const sorts = EFFECTS.flatMap((effect) =>
    CHANGED_KINDS.map((kind) => ({
      kind,
      effect,
      of: changes.filter((one) => one.kind === kind && one.effect === effect),
    })),
  ).filter(({ of }) => of.length > 0)
  const headline = sorts
    .map(({ kind, effect, of }) => words.count(of.length, kind, effect))
    .join(words.separator)
  const reasons = [...new Set(changes.flatMap(({ because }) => because))]
  const lines = [
    headline,
    ...(reasons.length === 0 ? [] : ['', words.because]),
    ...some(
      reasons.map((one) => `- ${oneLine(one)}`),
      MOST_REASONS,
      words.more,
    ),
    ...sorts.flatMap(({ kind, effect, of }) => [
      '',
      `${words.count(of.length, kind, effect)}:`,
      ...some(
        of.map(({ ref, before, after }) =>
          oneLine(`- ${words.kinds[kind]} ${ref}: ${before} → ${after}`),
        ),
        MOST_NAMED,
        words.more,
      ),
    ]),
    '',
    words.why,
  ]
  return { subject: `Navicert: ${headline}`, text: `${lines.join('\n')}\n` }
}

export function testMail(language: MailLanguage): MailText {
  const { test, why } = MAIL_WORDS[language]
  return { subject: `Navicert: ${test}`, text: `${test}\n\n${why}\n` }
}

function some(
  lines: readonly string[],
  most: number,
  more: (number: number) => string,
): readonly string[] {
  const rest = lines.length - most
  return rest > 0 ? [...lines.slice(0, most), more(rest)] : lines
}

const LONGEST = 500

/** Numbers and reasons come from outside: none begins a line of its own, or turns the reading round. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').slice(0, LONGEST)
}
