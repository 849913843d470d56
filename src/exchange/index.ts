export { isWhole, type SignaturesFound, verifySignatures } from './audit/audit-log.ts'
export { type BundleManifest, exportBundle } from './bundle/bundle.ts'
export { type BundleReport, importBundle, receiptOf } from './bundle/import-bundle.ts'
export { cutIntoVolumes, joinVolumes, MOST_VOLUMES, type NamedFile } from './bundle/volumes.ts'
export { isSignedBy, keyIdOfEd25519, parseEnvelope, signEnvelope } from './entry/envelope.ts'
export { ENTRY_PAYLOAD_TYPE, type EntryDraft, type EntryPlace } from './entry/sign-entry.ts'
export { peerOver, sendTo } from './http/peer.ts'
export { answerExchange, type ExchangeRequest, type ExchangeResponse } from './http/routes.ts'
export { type ServedExchange, serveExchange } from './http/serve.ts'
export { Frontier } from './merkle/frontier.ts'
export { leafHash } from './merkle/hash.ts'
export { verifyConsistency } from './merkle/proof.ts'
export { hashesOfTiles } from './merkle/tile-hashes.ts'
export { consistencyProof, rootOf } from './merkle/tree.ts'
export { missingBlobs } from './node/absorb.ts'
export { type Fault, type Health, healthOf, lastingFaults, readHealth } from './node/health.ts'
export type { ImportReport } from './node/import-log.ts'
export {
  judgeAll,
  type Ledger,
  ledgerDigest,
  type RefusedLogEntry,
  readLedger,
  type VerifiedEntry,
} from './node/ledger.ts'
export { type EntryPolicy, ExchangeNode, type NodeKeys, type NodeOptions } from './node/node.ts'
export { officerProblems } from './node/officer.ts'
export { append, appendAll } from './node/own-log.ts'
export { type Publication, publish } from './node/publish.ts'
export { pull, pullEvidence } from './node/pull.ts'
export { recoverOwnLog } from './node/put-back.ts'
export { quarantined } from './node/quarantine.ts'
export { settlementDraft } from './node/settled.ts'
export type { PeerSource, Witness } from './node/source.ts'
export { appendSigned, nextPlace, type TakenEntry } from './node/take-signed.ts'
export { parseVerifierKey } from './note/note-key.ts'
export { type NoteVerifier, openNote, parseNote, type SignedNote } from './note/signed-note.ts'
export { appendSealed } from './sealed/append-sealed.ts'
export { generateSealIdentity, openBody, sealBody } from './sealed/seal.ts'
export { type Files, filesOnDisk } from './store/files.ts'
export {
  countersign,
  parseDocument,
  signDocument,
  type TrustDocument,
  trustJsonSchemas,
} from './trust/documents.ts'
export { newKey, publicKeyText, readKey } from './trust/key-file.ts'
export { readTrust, type Trust } from './trust/trust.ts'
