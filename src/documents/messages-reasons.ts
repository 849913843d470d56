import type { Messages } from './messages-frame.ts'

/** Words of the tree of reasons under a determination. */
export const REASON_MESSAGES = {
  reasons: {
    en: 'Reasons down to the facts (elimination trail)',
    de: 'Begründung bis zu den Tatsachen (Ausschlussweg)',
    ja: '事実に至る理由（除外の経緯）',
    ko: '사실에 이르는 이유(제외 경위)',
  },
  reasonOf: {
    en: '{conclusion} of {item}: {truth}',
    de: '{conclusion} für {item}: {truth}',
    ja: '{item} の {conclusion}：{truth}',
    ko: '{item}의 {conclusion}: {truth}',
  },
  true: { en: 'true', de: 'wahr', ja: '真', ko: '참' },
  false: { en: 'false', de: 'falsch', ja: '偽', ko: '거짓' },
  unknown: { en: 'unknown', de: 'unbekannt', ja: '不明', ko: '불명' },
  factAsked: {
    en: '[{truth}] {parameter}: {got}; asked: {wanted}',
    de: '[{truth}] {parameter}: {got}; gefragt: {wanted}',
    ja: '[{truth}] {parameter}：{got}、条件：{wanted}',
    ko: '[{truth}] {parameter}: {got}, 조건: {wanted}',
  },
  derivedFrom: {
    en: '{got}, from {how}',
    de: '{got}, aus {how}',
    ja: '{got}（{how} より）',
    ko: '{got}({how}에서)',
  },
  allOf: {
    en: '[{truth}] all of:',
    de: '[{truth}] alle von:',
    ja: '[{truth}] すべて：',
    ko: '[{truth}] 모두:',
  },
  anyOf: {
    en: '[{truth}] any of:',
    de: '[{truth}] eines von:',
    ja: '[{truth}] いずれか：',
    ko: '[{truth}] 하나 이상:',
  },
  notOf: {
    en: '[{truth}] not:',
    de: '[{truth}] nicht:',
    ja: '[{truth}] 否定：',
    ko: '[{truth}] 부정:',
  },
  unread: {
    en: '[unknown] not read: {why}',
    de: '[unbekannt] nicht erfasst: {why}',
    ja: '[不明] 未収録：{why}',
    ko: '[불명] 미수록: {why}',
  },
  never: {
    en: '[false] the paragraph is not used',
    de: '[falsch] der Absatz wird nicht genutzt',
    ja: '[偽] この項は使用されていません',
    ko: '[거짓] 이 항은 사용되지 않음',
  },
} satisfies Messages
