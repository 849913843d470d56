export { issueCertificate } from './envelope.ts'
export { generateSigningKey, keyIdOf, publicJwkOf } from './keys.ts'
export {
  type CertificatePayload,
  type CertifiedDigests,
  type CertifiedSnapshot,
  type CertifiedVerdict,
  PAYLOAD_TYPE,
  type PublicJwk,
} from './model.ts'
export { type Check, type Verification, verifyCertificate } from './verify-certificate.ts'
