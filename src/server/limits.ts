/** Bounds on what is taken in. */
export interface Limits {
  readonly bodyBytes: number
  /** Of a batch that is taken in. */
  readonly uploadBytes: number
  /** Of a table, as CSV or a workbook. */
  readonly tableBytes: number
  readonly headerBytes: number
  /** From the first byte to the last of a whole request. */
  readonly requestMilliseconds: number
  readonly headersMilliseconds: number
  readonly tokenAMinute: number
  /** Of one address without a token; failed attempts to show one are among them. */
  readonly addressAMinute: number
}

export const LIMITS: Limits = {
  bodyBytes: 4 * 1024 * 1024,
  uploadBytes: 256 * 1024 * 1024,
  tableBytes: 16 * 1024 * 1024,
  headerBytes: 16 * 1024,
  requestMilliseconds: 30_000,
  headersMilliseconds: 10_000,
  tokenAMinute: 60_000,
  addressAMinute: 600,
}
