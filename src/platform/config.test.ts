import { describe, expect, test } from 'vitest'
import { readConfig, settings } from './config.ts'
import { StartRefusal } from './start-refusal.ts'

const someKey = Buffer.alloc(32, 7).toString('base64')

function refusalOf(environment: Record<string, string>): StartRefusal {
  try {
    readConfig(environment)
  } catch (fault) {
    if (fault instanceof StartRefusal) return fault
    throw fault
  }
  throw new Error('This environment was accepted')
}

describe('the settings', () => {
  test('have a default for all that a first start needs', () => {
    const config = readConfig({})
    expect(config).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      production: false,
      practice: undefined,
      logLevel: 'info',
    })
    expect(config.dataDir).toMatch(/^\/.*\.data$/)
    expect(config.trustedProxies).toEqual([])
  })

  test('an empty variable counts as not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '', PRACTICE: ' ' })).toEqual(readConfig({}))
  })

  test.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '3e3'],
    ['HOST', 'http://0.0.0.0'],
    ['DATABASE_URL', 'mysql://wijkpoort@localhost/wijkpoort'],
    ['PUBLIC_URL', 'wijkpoort.example.nl'],
    ['PRACTICE', 'true'],
    ['SECRET_KEY', Buffer.alloc(31).toString('base64')],
    ['SECRET_KEY', 'not base64 at all'],
    ['LOG_LEVEL', 'loud'],
    ['SMTP_URL', 'mail.example.nl'],
    ['MAIL_FROM', 'Wijkpoort\r\nBcc: a@b.nl'],
    ['FIRST_MANAGER', 'regie'],
    ['FIRST_PRIVACY_OFFICER', 'privacy@'],
    ['TRUSTED_PROXIES', 'everyone'],
    ['EMBEDDED_IN_PRODUCTION', '1'],
  ])('a wrong %s (%j) gives one line that names it, and code 78', (name, value) => {
    const refusal = refusalOf({ [name]: value })
    expect(refusal.message).toContain(name)
    expect(refusal.message.split(/[\r\n]/).filter((line) => line.startsWith('De instelling'))).toHaveLength(1)
    expect(refusal.exitCode).toBe(78)
  })

  test('a secret is never repeated in the message', () => {
    const secrets = Object.entries(settings).filter(([, setting]) => 'secret' in setting)
    expect(secrets.map(([name]) => name)).toEqual(['DATABASE_URL', 'MIGRATE_DATABASE_URL', 'SECRET_KEY', 'SMTP_URL'])
    for (const [name] of secrets) expect(refusalOf({ [name]: 'hunter2 *' }).message).not.toContain('hunter2')
  })

  test('a message has no line breaks, whatever was given', () => {
    expect(refusalOf({ MAIL_FROM: 'a\r\nb' }).message).not.toMatch(/[\r\n]/)
  })

  test('the migrations use the login of the app when there is no other', () => {
    const config = readConfig({ DATABASE_URL: 'postgresql://app@db/wijkpoort', SECRET_KEY: someKey })
    expect(config.migrateDatabaseUrl).toBe('postgresql://app@db/wijkpoort')
    expect(config.secretKey).toHaveLength(32)
  })

  test('a database of your own wants a key of your own', () => {
    expect(refusalOf({ DATABASE_URL: 'postgresql://app@db/wijkpoort' }).message).toContain('SECRET_KEY')
  })

  test('a login for migrations alone is refused', () => {
    expect(refusalOf({ MIGRATE_DATABASE_URL: 'postgresql://owner@db/wijkpoort' }).message).toContain('DATABASE_URL')
  })

  test('production does not run on the embedded database by accident', () => {
    const refusal = refusalOf({ NODE_ENV: 'production' })
    expect(refusal.message).toContain('EMBEDDED_IN_PRODUCTION=yes')
    expect(refusal.exitCode).toBe(78)
    expect(readConfig({ NODE_ENV: 'production', EMBEDDED_IN_PRODUCTION: 'yes' }).production).toBe(true)
    const own = { NODE_ENV: 'production', DATABASE_URL: 'postgresql://app@db/wijkpoort', SECRET_KEY: someKey }
    expect(readConfig(own).databaseUrl).toBe('postgresql://app@db/wijkpoort')
  })

  test('each has a description, and a default that it accepts itself', () => {
    for (const [name, setting] of Object.entries(settings)) {
      expect(setting.description, name).toMatch(/\.$/)
      if (setting.default !== undefined) expect(setting.schema.safeParse(setting.default).success, name).toBe(true)
    }
  })
})
