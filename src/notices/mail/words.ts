import type { ChangedKind, ChangeEffect } from '../change.ts'

export const MAIL_LANGUAGES = ['en', 'de', 'ja', 'ko'] as const
export type MailLanguage = (typeof MAIL_LANGUAGES)[number]

/** What a mail says of its own; references, verdicts and reasons stay as the record has them. */
export interface MailWords {
  /** `3 orders now held` */
  readonly count: (number: number, kind: ChangedKind, effect: ChangeEffect) => string
  readonly kinds: Readonly<Record<ChangedKind, string>>
  readonly because: string
  readonly more: (number: number) => string
  readonly test: string
  readonly why: string
  readonly separator: string
}

const EN_KINDS = { order: 'order', ticket: 'ticket', tool: 'tool', item: 'item', party: 'party' }
const EN_MANY = {
  ...{ order: 'orders', ticket: 'tickets', tool: 'tools' },
  item: 'items',
  party: 'parties',
}
const EN: Readonly<Record<ChangeEffect, string>> = {
  held: 'now held',
  released: 'released',
  worse: 'answered more strictly',
  better: 'answered less strictly',
  'other-reasons': 'with other reasons',
  hits: 'with other hits',
}
const DE_KINDS = {
  order: 'Auftrag',
  ticket: 'Einsatz',
  tool: 'Maschine',
  item: 'Gut',
  party: 'Partei',
}
const DE_MANY = {
  ...{ order: 'Aufträge', ticket: 'Einsätze', tool: 'Maschinen' },
  item: 'Güter',
  party: 'Parteien',
}
const DE: Readonly<Record<ChangeEffect, string>> = {
  held: 'jetzt angehalten',
  released: 'freigegeben',
  worse: 'strenger beurteilt',
  better: 'milder beurteilt',
  'other-reasons': 'mit anderen Gründen',
  hits: 'mit anderen Treffern',
}
const JA_KINDS = {
  order: '注文',
  ticket: '作業票',
  tool: '設置済み装置',
  item: '品目',
  party: '取引先',
}
const JA: Readonly<Record<ChangeEffect, string>> = {
  held: '新たに保留',
  released: '保留解除',
  worse: '判定がより厳格に変更',
  better: '判定がより緩和に変更',
  'other-reasons': '判定理由が変更',
  hits: '該当候補が変更',
}
const KO_KINDS = {
  order: '주문',
  ticket: '작업표',
  tool: '설치 장비',
  item: '품목',
  party: '거래 상대방',
}
const KO: Readonly<Record<ChangeEffect, string>> = {
  held: '새로 보류',
  released: '보류 해제',
  worse: '판정이 더 엄격해짐',
  better: '판정이 완화됨',
  'other-reasons': '판정 사유 변경',
  hits: '일치 후보 변경',
}

export const MAIL_WORDS: Readonly<Record<MailLanguage, MailWords>> = {
  en: {
    count: (number, kind, effect) =>
      `${number} ${(number === 1 ? EN_KINDS : EN_MANY)[kind]} ${EN[effect]}`,
    kinds: EN_KINDS,
    because: 'Because:',
    more: (number) => `… and ${number} more`,
    test: 'This is a test: mails of changes arrive here.',
    why: 'You are told because somebody subscribed this address to changes of what is on file in Navicert. Information, not legal advice.',
    separator: ', ',
  },
  de: {
    count: (number, kind, effect) =>
      `${number} ${(number === 1 ? DE_KINDS : DE_MANY)[kind]} ${DE[effect]}`,
    kinds: DE_KINDS,
    because: 'Weil:',
    more: (number) => `… und ${number} weitere`,
    test: 'Das ist ein Versuch: Mails über Änderungen kommen hier an.',
    why: 'Sie erhalten dies, weil diese Adresse für Änderungen an dem eingetragen ist, was in Navicert geführt wird. Auskunft, keine Rechtsberatung.',
    separator: ', ',
  },
  ja: {
    count: (number, kind, effect) => `${JA_KINDS[kind]}${number}件が${JA[effect]}`,
    kinds: JA_KINDS,
    because: '理由：',
    more: (number) => `… ほか${number}件`,
    test: 'これは試験メールです。変更の通知はこのアドレスに届きます。',
    why: 'このアドレスはNavicertの登録内容の変更通知先として登録されています。情報提供であり、法的助言ではありません。',
    separator: '、',
  },
  ko: {
    count: (number, kind, effect) => `${KO_KINDS[kind]} ${number}건 ${KO[effect]}`,
    kinds: KO_KINDS,
    because: '사유:',
    more: (number) => `… 외 ${number}건`,
    test: '시험 메일입니다. 변경 알림이 이 주소로 도착합니다.',
    why: '이 주소가 Navicert에 등록된 내용의 변경 알림을 받도록 등록되어 있습니다. 정보 제공이며 법률 자문이 아닙니다.',
    separator: ', ',
  },
}
