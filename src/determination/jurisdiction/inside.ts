import type { LawInForce, RuleInForce } from '../law-in-force.ts'
import { type ItemNexus, OF_GOODS } from '../nexus.ts'
import type { Inside } from './movements.ts'

/** What is no movement: the seat's word for that stands beside the hold, and what is in it is left alone. */
export function heldInside(nexus: ItemNexus, { what, cite }: Inside): ItemNexus {
  const findings = nexus.findings
    .filter(({ kind, truth }) => truth !== 'unknown' || !OF_GOODS.has(kind))
    .map((finding) =>
      finding.kind === 'territory'
        ? { ...finding, because: what, cite: `${finding.cite}; ${cite}` }
        : finding,
    )
  return { ...nexus, findings, inside: { what, cite } }
}

/** The law as it reaches what is no movement: the rules named, and no reason for control. */
export function onlyRules(law: LawInForce, ids: readonly string[]): LawInForce {
  const isNamed = ({ rule }: RuleInForce): boolean => ids.includes(rule.id)
  return {
    ...law,
    authorisations: new Map(),
    ofPersonsAndServices: law.ofPersonsAndServices.filter(isNamed),
    general: law.general.filter(isNamed),
    generalFor: (destination) => law.generalFor(destination).filter(isNamed),
    namedBy: (entry, oneOf) => ({
      rules: law.namedBy(entry, oneOf).rules.filter(({ inForce }) => isNamed(inForce)),
      unread: [],
    }),
  }
}
