import { resolve } from 'node:path'
import { z } from 'zod'
import { isEmail } from '#kernel/email.ts'
import { StartRefusal } from './start-refusal.ts'

const yesOrNo = z.enum(['yes', 'no'], { error: 'yes of no' })
const postgresUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\/\S+$/, 'een adres als postgresql://gebruiker@machine:5432/wijkpoort')
const webUrl = z.url({ protocol: /^https?$/, error: 'een webadres als https://wijkpoort.example.nl' })
const address = z
  .string()
  .regex(/^[0-9a-fA-F.:]+(\/\d{1,3})?$/, "een lijst van netwerkadressen, zoals 10.0.0.0/8, met komma's ertussen")

/** 32 bytes or more, in base64 or base64url. */
const secretKey = z
  .string()
  .regex(/^[A-Za-z0-9+/_-]+={0,2}$/, 'tekst in base64')
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((bytes) => bytes.length >= 32, '32 bytes of meer, in base64 (maak er een met: openssl rand -base64 32)')

/** slug=name, or slug=name@host */
const moreRegion = /^([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)=([^@=,]{2,80})(?:@([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?))?$/

const mailAddress = z.string().refine(isEmail, 'een mailadres als regie@example.nl')

type Setting = {
  /** What is taken when the variable is not set; `undefined` means that absence has a meaning of its own. */
  default: string | undefined
  /** For the operating guide. */
  description: string
  /** Never shown, not in a message and not in a log. */
  secret?: true
  schema: z.ZodType
}

/** Every environment variable of the product. The operating guide is checked against this table. */
export const settings = {
  PORT: {
    default: '3000',
    description: 'Port to serve on; 0 takes a free one.',
    schema: z
      .string()
      .regex(/^\d{1,5}$/, 'een getal van 0 tot en met 65535')
      .transform(Number)
      .refine((port) => port <= 65_535, 'een getal van 0 tot en met 65535'),
  },
  HOST: {
    default: '127.0.0.1',
    description: 'Address to serve on. 0.0.0.0 (or ::) opens it to the network.',
    schema: z.string().regex(/^[\w.:-]+$/, 'een netwerkadres, zoals 127.0.0.1 of 0.0.0.0'),
  },
  NODE_ENV: {
    default: undefined,
    description:
      'production: no practice region by itself, secure cookies, and no embedded database without saying so.',
    schema: z.string(),
  },
  DATA_DIR: {
    default: '.data',
    description:
      'Folder of the embedded database and of the key made at the first start, seen from the folder it starts in.',
    schema: z.string().min(1, 'een map'),
  },
  DATABASE_URL: {
    default: undefined,
    description:
      'PostgreSQL 15 or newer of your own, as the role of the app. Without it the embedded PostgreSQL 18 runs.',
    secret: true,
    schema: postgresUrl,
  },
  MIGRATE_DATABASE_URL: {
    default: undefined,
    description: 'The same database as the owner of its tables, for migrations. Default: DATABASE_URL.',
    secret: true,
    schema: postgresUrl,
  },
  EMBEDDED_IN_PRODUCTION: {
    default: 'no',
    description: 'yes: run on the embedded database in production, knowing that it is one machine without a standby.',
    schema: yesOrNo,
  },
  PUBLIC_URL: {
    default: undefined,
    description: 'Address that people type, for links in mail and for sign-in. Default: http://HOST:PORT.',
    schema: webUrl.transform((url) => url.replace(/\/+$/, '')),
  },
  PRACTICE: {
    default: undefined,
    description:
      'yes: the practice region, sign in by choosing a person. no: never. Default: yes on an empty embedded database outside production.',
    schema: yesOrNo,
  },
  SECRET_KEY: {
    default: undefined,
    description:
      'Key of sessions, links and hashes: 32 random bytes or more in base64. The embedded database makes its own in DATA_DIR.',
    secret: true,
    schema: secretKey,
  },
  LOG_LEVEL: {
    default: 'info',
    description: 'fatal, error, warn, info, debug, trace or silent.',
    schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'fatal, error, warn, info, debug, trace of silent',
    }),
  },
  SMTP_URL: {
    default: undefined,
    description: 'Mail server, such as smtps://user:password@mail.example.nl. Without it no mail is sent.',
    secret: true,
    schema: z.string().regex(/^smtps?:\/\/\S+$/, 'een adres als smtps://gebruiker:wachtwoord@mail.example.nl'),
  },
  MAIL_FROM: {
    default: 'Wijkpoort <wijkpoort@localhost>',
    description: 'Sender of mail.',
    schema: z
      .string()
      .regex(/^[^@<>\r\n]*<?[^@<>\s]+@[^@<>\s]+>?$/, 'een afzender als Wijkpoort <wijkpoort@example.nl>'),
  },
  FIRST_MANAGER: {
    default: undefined,
    description:
      'Mail address of the first region manager, who is invited as long as no manager of a real installation can sign in.',
    schema: mailAddress,
  },
  FIRST_PRIVACY_OFFICER: {
    default: undefined,
    description: 'The same for the first privacy officer.',
    schema: mailAddress,
  },
  OSRM_URL: {
    default: undefined,
    description:
      'Route server of your own (OSRM), asked at night how long it takes from teams to postcodes; `{profile}` in it stands for bicycle or car. Without it travel is estimated.',
    schema: webUrl,
  },
  ADDRESS_SERVICE_URL: {
    default: undefined,
    description:
      'Address service (the free search of PDOK Locatieserver) that finds where offices and bases lie. Addresses of clients are never sent to it.',
    schema: webUrl,
  },
  MORE_REGIONS: {
    default: undefined,
    description:
      'Regions beside the first of a real installation, with commas between: slug=name, or slug=name@host where it has a name of its own. Made at the start when they are not there yet.',
    schema: z
      .string()
      .transform((text) => text.split(',').map((part) => part.trim()))
      .pipe(z.array(z.string().regex(moreRegion, 'regio’s als veluwe=Regio Veluwe@zorg.veluwe.example.nl')))
      .transform((parts) =>
        parts.map((part) => {
          const [, slug = '', name = '', host] = moreRegion.exec(part) ?? []
          return { slug, name: name.trim(), host: host ?? null }
        }),
      ),
  },
  SECURITY_CONTACT: {
    default: undefined,
    description:
      'Where a finder of a weakness can report it (mailto: or https:), for security.txt. Default: the page /over.',
    schema: z.string().regex(/^(mailto:|https:\/\/)\S+$/, 'een adres als mailto:security@example.nl'),
  },
  RATE_LIMITS: {
    default: 'on',
    description: 'off: no limits per client address, for benchmarks; refused in production.',
    schema: z.enum(['on', 'off'], { error: 'on of off' }),
  },
  TRUSTED_PROXIES: {
    default: undefined,
    description:
      'Addresses of the reverse proxies in front, with commas between. Only these may say who the client is.',
    schema: z
      .string()
      .transform((text) => text.split(',').map((part) => part.trim()))
      .pipe(z.array(address)),
  },
} as const satisfies Record<string, Setting>

type Name = keyof typeof settings
type Read<N extends Name> =
  | z.output<(typeof settings)[N]['schema']>
  | ((typeof settings)[N]['default'] extends string ? never : undefined)

export type Config = ReturnType<typeof readConfig>

/** Reads the environment once. Throws a StartRefusal (78) with one sentence when a setting is wrong. */
export function readConfig(environment: Record<string, string | undefined>) {
  const read = <N extends Name>(name: N) => readSetting(name, environment[name]) as Read<N>
  const config = {
    port: read('PORT'),
    host: read('HOST'),
    production: read('NODE_ENV') === 'production',
    dataDir: resolve(read('DATA_DIR')),
    databaseUrl: read('DATABASE_URL'),
    migrateDatabaseUrl: read('MIGRATE_DATABASE_URL') ?? read('DATABASE_URL'),
    publicUrl: read('PUBLIC_URL'),
    practice: read('PRACTICE'),
    secretKey: read('SECRET_KEY'),
    logLevel: read('LOG_LEVEL'),
    smtpUrl: read('SMTP_URL'),
    mailFrom: read('MAIL_FROM'),
    firstManager: read('FIRST_MANAGER'),
    firstPrivacyOfficer: read('FIRST_PRIVACY_OFFICER'),
    osrmUrl: read('OSRM_URL'),
    addressServiceUrl: read('ADDRESS_SERVICE_URL'),
    moreRegions: read('MORE_REGIONS') ?? [],
    securityContact: read('SECURITY_CONTACT'),
    limits: read('RATE_LIMITS') === 'on',
    trustedProxies: read('TRUSTED_PROXIES') ?? [],
  }
  refuseTogether(config, read('EMBEDDED_IN_PRODUCTION') === 'yes')
  return config
}

/** An empty variable counts as not set: that is how compose files and service managers leave one out. */
function readSetting(name: Name, given: string | undefined): unknown {
  const setting: Setting = settings[name]
  const text = given?.trim() || setting.default
  if (text === undefined) return undefined
  const parsed = setting.schema.safeParse(text)
  if (parsed.success) return parsed.data
  const shown = setting.secret ? '' : ` (nu: ${JSON.stringify(text)})`
  throw new StartRefusal(`De instelling ${name} moet zijn: ${parsed.error.issues[0]?.message}${shown}.`, 78)
}

type Together = {
  production: boolean
  databaseUrl: string | undefined
  migrateDatabaseUrl: string | undefined
  secretKey: Buffer | undefined
  limits: boolean
}

function refuseTogether(config: Together, embeddedInProduction: boolean): void {
  const { databaseUrl, limits, migrateDatabaseUrl, production, secretKey } = config
  if (databaseUrl && !secretKey) {
    throw new StartRefusal(
      'Bij een eigen database (DATABASE_URL) hoort een eigen SECRET_KEY: openssl rand -base64 32.',
      78,
    )
  }
  if (!databaseUrl && migrateDatabaseUrl) {
    throw new StartRefusal('MIGRATE_DATABASE_URL is gezet zonder DATABASE_URL; zet beide, of geen van beide.', 78)
  }
  if (production && !limits) {
    throw new StartRefusal('RATE_LIMITS=off is voor metingen; in productie blijven de grenzen aan.', 78)
  }
  if (production && !databaseUrl && !embeddedInProduction) {
    throw new StartRefusal(
      'Met NODE_ENV=production is DATABASE_URL nodig. De ingebouwde database is één machine zonder reserve: valt die uit, dan ligt alles stil tot er een back-up is teruggezet. Wilt u dat toch, zet dan EMBEDDED_IN_PRODUCTION=yes.',
      78,
    )
  }
}
