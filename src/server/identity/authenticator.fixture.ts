import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

const PRESENT = 0x01
const VERIFIED = 0x04
const ATTESTED = 0x40

/** An authenticator in software (WebAuthn §6): it makes one passkey and signs with it, as a real one does. */
export class SoftwareAuthenticator {
  readonly id = randomBytes(16)
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  /** It says that it counts, where this is not nought. */
  counter = 0
  origin = 'http://localhost:8642'
  rpId = 'localhost'
  /** Whether it asked for a PIN or a finger. */
  verifies = true

  /** What `navigator.credentials.create` gives for these options. */
  create({ challenge }: { readonly challenge: string }): object {
    const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' })
    const [px, py] = [Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]
    // COSE (RFC 9053 §2.1): an EC2 key for ES256 on P-256.
    const key = Buffer.concat([
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
      ...[bytes(px), Buffer.from([0x22]), bytes(py)],
    ])
    const length = Buffer.from([0, this.id.length])
    const attested = Buffer.concat([Buffer.alloc(16), length, this.id, key])
    const data = Buffer.concat([this.#data(ATTESTED), attested])
    const attestationObject = Buffer.concat([
      Buffer.from([0xa3]),
      ...[text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0])],
      ...[text('authData'), bytes(data)],
    ])
    return this.#credential({
      clientDataJSON: this.#client('webauthn.create', challenge).toString('base64url'),
      attestationObject: attestationObject.toString('base64url'),
    })
  }

  /** What `navigator.credentials.get` gives. */
  get({ challenge }: { readonly challenge: string }): object {
    if (this.counter > 0) this.counter += 1
    const client = this.#client('webauthn.get', challenge)
    const data = this.#data(0)
    const signed = Buffer.concat([data, createHash('sha256').update(client).digest()])
    return this.#credential({
      clientDataJSON: client.toString('base64url'),
      authenticatorData: data.toString('base64url'),
      signature: sign('sha256', signed, this.#keys.privateKey).toString('base64url'),
    })
  }

  #credential(response: object): object {
    const id = this.id.toString('base64url')
    return { id, rawId: id, type: 'public-key', response, clientExtensionResults: {} }
  }

  #client(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false }))
  }

  #data(flags: number): Buffer {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(this.counter)
    const given = PRESENT | flags | (this.verifies ? VERIFIED : 0)
    const site = createHash('sha256').update(this.rpId).digest()
    return Buffer.concat([site, Buffer.from([given]), counter])
  }
}

function text(value: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)])
}

function bytes(value: Buffer): Buffer {
  const head = value.length < 24 ? [0x40 + value.length] : [0x58, value.length]
  return Buffer.concat([Buffer.from(head), value])
}
