import { z } from 'zod'
import { jurisdictionCode, legalDay, text } from '../rulebook/index.ts'
import { MATTERS } from './charter-format.ts'
import { proposalId } from './proposals/messages.ts'
import { ruleId } from './voting/rule-format.ts'

const codes = z.array(jurisdictionCode).default([])

const question = z
  .strictObject({
    proposal: proposalId,
    title: text,
    matter: z.enum(MATTERS),
    technology: ruleId.exactOptional(),
    concerns: jurisdictionCode.exactOptional(),
    submitted: legalDay,
    no: codes,
    abstain: codes,
    reserved: codes.meta({ description: 'Reservations of substance, open to the end.' }),
    silent: codes,
    yes: codes,
    others: z.enum(['yes', 'silent']).default('yes').meta({ description: 'Whoever is not named.' }),
  })
  .superRefine(({ yes, no, abstain, silent }, context) => {
    const named = [...yes, ...no, ...abstain, ...silent]
    const twice = named.find((code, at) => named.indexOf(code) !== at)
    if (twice === undefined) return
    context.addIssue({ code: 'custom', message: `${twice} has two positions`, input: named })
  })

/** Proposals with the positions of states, to be held against any charter. */
export const whatIfSet = z.strictObject({
  positions: z.enum(['invented', 'stated']).meta({
    description: 'Whether anyone took these positions. Real votes are seldom public.',
  }),
  notes: text,
  proposals: z.array(question).min(1),
})

export type WhatIfSet = z.output<typeof whatIfSet>
export type WhatIfQuestion = WhatIfSet['proposals'][number]
