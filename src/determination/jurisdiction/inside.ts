import type { LawInForce, RuleInForce } from '../law-in-force.ts'
import type { ItemNexus } from '../nexus.ts'
import type { Inside } from './movements.ts'

/** Held where it is, and going nowhere: the seat's word for that stands beside the hold. */
export function heldInside(nexus: ItemNexus, inside: Inside): ItemNexus {
  const { what, cite } = inside
  return {
    ...nexus,
    findings: nexus.findings.map((finding) =>
      finding.kind === 'territory'
        ? { ...finding, because: what, cite: `${finding.cite}; ${cite}` }
        : finding,
    ),
    inside: { what, cite },
  }
}

/** The law as it reaches what stays inside: the rules named, and no reason for control. */
export function onlyRules(law: LawInForce, ids: readonly string[]): LawInForce {
  const isNamed = ({ rule }: RuleInForce): boolean => ids.includes(rule.id)
  return {
    ...law,
    authorisations: new Map(),
    ofPersonsAndServices: law.ofPersonsAndServices.filter(isNamed),
    general: law.general.filter(isNamed),
    generalFor: (destination) => law.generalFor(destination).filter(isNamed),
    namedBy: (entry) => ({
      rules: law.namedBy(entry).rules.filter(({ inForce }) => isNamed(inForce)),
      unread: [],
    }),
  }
}
