import { Secret, TOTP } from 'otpauth'

const period = 30

/** The app on somebody's phone: six digits, and never the same ones twice, because the door takes a code once. */
export class Authenticator {
  readonly #totp: TOTP
  #used = 0

  constructor(key: string) {
    this.#totp = new TOTP({ secret: Secret.fromBase32(key.replace(/\s/g, '')), period })
  }

  /** What it shows at this moment, for who looks without using it. */
  shown(): string {
    return this.#totp.generate()
  }

  code(): string {
    this.#used = Math.max(this.#used + 1, Math.floor(Date.now() / 1000 / period))
    return this.#totp.generate({ timestamp: this.#used * period * 1000 })
  }
}
