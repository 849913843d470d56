import {
  issueCertificate,
  keyIdOf,
  publicJwkOf,
  type Verification,
  verifyCertificate,
} from '../../certificate/index.ts'
import {
  type CertifiedPoint,
  certifiedContent,
  compareCertified,
  createChecker,
  openSigningKey,
  readSigningKey,
} from '../../desk/index.ts'
import { printPath, unwrap } from '../../kernel/index.ts'
import { certify, verify } from '../contract/certificate-operations.ts'
import { AS_POINTERS } from '../http/parse-request.ts'
import { type Route, route } from '../route.ts'
import type { Services } from '../services.ts'

export function certificateRoutes({ engine, lists, metrics }: Services): readonly Route[] {
  return [
    route(certify, ({ query, body }) => {
      const { asOf, knownAt, explain = false } = query
      const checker = createChecker(engine, {
        ...(asOf === undefined ? {} : { asOf }),
        ...(knownAt === undefined ? {} : { knownAt }),
        screeners: lists.screeners,
        explain,
      })
      const determination = checker.determine(body)
      const key = openSigningKey(lists.dataFolder)
      const bytes = issueCertificate(certifiedContent(determination), key)
      metrics.determined(determination.verdict)
      return { certificate: Buffer.from(bytes).toString('utf8'), determination }
    }),
    route(verify, ({ body: { certificate, transaction, signer } }) => {
      const verification = verifyCertificate(Buffer.from(certificate, 'utf8'))
      const checks = [
        ...verification.checks.map(({ check, holds, detail }) => ({ what: check, holds, detail })),
        ...(verification.genuine && signer !== undefined
          ? [signerPoint(verification.keyid, signer)]
          : []),
        ...(verification.genuine && transaction !== undefined
          ? again(verification, transaction)
          : []),
      ]
      const holds = checks.every((one) => one.holds)
      return { holds, ...contentOf(verification, lists.dataFolder), checks }
    }),
  ]

  /** On the days of the certificate, by the law and the lists at hand. */
  function again({ payload }: Genuine, transaction: unknown): readonly CertifiedPoint[] {
    const { asOf, knownAt } = payload
    const parsed = unwrap(engine.parseTransaction(transaction, IN_BODY))
    const checker = createChecker(engine, { asOf, knownAt, screeners: lists.screeners })
    return compareCertified(payload, checker.determine(parsed))
  }
}

type Genuine = Extract<Verification, { genuine: true }>

const IN_BODY = {
  ...AS_POINTERS,
  locate: (path: readonly PropertyKey[]) => ({ path: printPath(['transaction', ...path]) }),
}

function signerPoint(keyid: string, signer: string): CertifiedPoint {
  const holds = keyid === signer
  return { what: 'signer', holds, detail: holds ? keyid : `signed by ${keyid}, not ${signer}` }
}

function contentOf(verification: Verification, dataFolder: string): object {
  if (!verification.genuine) return { genuine: false }
  const { keyid, payload } = verification
  const key = readSigningKey(dataFolder)
  const own = key !== undefined && keyIdOf(publicJwkOf(key)) === keyid
  return { genuine: true, keyid, own, payload }
}
