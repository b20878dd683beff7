import type { FastifyReply, FastifyRequest } from 'fastify'
import type { House } from '#platform/http/house.ts'
import type { Seal } from '#platform/seal/seal.ts'
import { sessionCookie, tokenOf } from './identify.ts'
import type { NewSession } from './sessions.ts'

const deviceFor = 180 * 86_400

/** Puts the session in the browser that signed in. */
export function keepSession(reply: FastifyReply, house: House, { token, expiresAt }: NewSession): void {
  reply.setCookie(sessionCookie(house.secure), token, { ...attributes(house), expires: expiresAt })
}

export function dropSession(reply: FastifyReply, house: House): void {
  reply.clearCookie(sessionCookie(house.secure), attributes(house))
}

export function sessionToken(request: FastifyRequest, house: House): string | undefined {
  return tokenOf(request, house.secure)
}

/** Marks a browser in which this person signed in, so that tries from elsewhere cannot keep them out of it. */
export function markDevice(reply: FastifyReply, house: House, email: string): void {
  const value = house.seal.sign('device', markOf(house.seal, email))
  reply.setCookie(deviceCookie(house), value, { ...attributes(house), maxAge: deviceFor })
}

export function isKnownDevice(request: FastifyRequest, house: House, email: string): boolean {
  const mark = request.cookies[deviceCookie(house)]
  return mark !== undefined && house.seal.verify('device', mark) === markOf(house.seal, email)
}

function markOf(seal: Seal, email: string): string {
  return seal.hash('device', email.toLowerCase()).toString('base64url')
}

function deviceCookie(house: House): string {
  return house.secure ? '__Host-device' : 'device'
}

function attributes({ secure }: House) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure } as const
}
