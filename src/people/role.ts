/** What a person is to an organisation. `service` is no person but a program with an account. */
export const ROLES = [
  'administrator',
  'compliance-officer',
  'licensing-officer',
  'technical-reviewer',
  'countersigner',
  'delegate',
  'analyst',
  'auditor',
  'sales',
  'service',
] as const
export type Role = (typeof ROLES)[number]

/** How far what a role may do goes: its own work, its own organisation, everything. */
export const REACHES = ['own', 'organisation', 'all'] as const
export type Reach = (typeof REACHES)[number]

/** What an API token may be limited to. `admin` limits nothing: its owner's roles alone do. */
export const SCOPES = [
  'admin',
  'check',
  'classify',
  'screen',
  'lists',
  'certify',
  'file',
  'monitor',
  'documents',
  'notify',
  'regime',
  'regime-log',
  'people',
  'audit',
  'metrics',
] as const
export type Scope = (typeof SCOPES)[number]
