import { z } from 'zod'

import { ok, type Result, refuse } from '#src/domain/result.ts'

/** Everything an operator may set, parsed. The rest of the program never sees the environment. */
export type Config = {
  readonly port: number
  readonly host: string
  /** Without a slash at the end. */
  readonly origin: string
  readonly databaseUrl: string | null
  readonly dataDir: string
  readonly s3Url: string | null
  readonly smtpUrl: string | null
  readonly mailFrom: string
  /** Where letters that cannot be delivered come back to; null when to their sender. */
  readonly mailReturn: string | null
  readonly secret: string
  /** Private keys by which push services know us, the newest first. */
  readonly pushKeys: readonly string[]
  /** Origins of push services that the product does not know. */
  readonly pushServices: readonly string[]
  /** The path of a service account's key; null when Android apps are told nothing. */
  readonly fcmAccount: string | null
  /** Where and as whom iOS apps are told; null when they are not. */
  readonly apnsUrl: string | null
  readonly storeApps: StoreApps
  readonly proxies: number
  readonly logLevel: LogLevel
  readonly work: 'inside' | 'separate'
  /** Only this machine can reach the product, also through no proxy. */
  readonly loopback: boolean
}

/** Apps of the stores that open this installation's links: of one city, or (null) of all. */
export type StoreApps = {
  readonly android: readonly { readonly id: string; readonly city: string | null; readonly certificate: string }[]
  /** Ids begin with the team's. */
  readonly apple: readonly { readonly id: string; readonly city: string | null }[]
}

/** What is wrong with one variable, as a sentence an operator can act on. */
export type ConfigFault = { readonly variable: string; readonly sentence: string }

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

const url = (schemes: string, example: string) =>
  z.url({ protocol: new RegExp(`^(?:${schemes})$`), error: `must be an address like ${example}` }).optional()

const androidApp =
  /^(?<id>[a-z]\w*(?:\.[a-z]\w*)+)(?:\/(?<city>[a-z0-9-]+))?=(?<certificate>[0-9A-F]{2}(?::[0-9A-F]{2}){31})$/
const appleApp = /^(?<id>[A-Z0-9]{10}\.[\w-]+(?:\.[\w-]+)+)(?:\/(?<city>[a-z0-9-]+))?$/

const list = () => z.string().transform((text) => text.split(',').map((one) => one.trim()))

/** Each variable, in the order of the operator's table. What `describe` says is what the table says. */
export const variables = {
  PORT: z.coerce
    .number({ error: 'must be a port number from 1 to 65535' })
    .int('must be a port number from 1 to 65535')
    .min(1, 'must be a port number from 1 to 65535')
    .max(65_535, 'must be a port number from 1 to 65535')
    .default(3000)
    .describe('The port to listen on.'),
  HOST: z
    .string()
    .default('127.0.0.1')
    .describe(
      'The network address to listen on. `127.0.0.1` is reached from this machine alone; behind a reverse proxy on the same machine leave it so.',
    ),
  ORIGIN: url('https?', 'https://city.example').describe(
    'The public address, as people type it; letters and links name it. `https` is needed unless it is this machine itself. Without it: `http://localhost:PORT`.',
  ),
  DATABASE_URL: url('postgres(?:ql)?', 'postgres://user:password@host/database').describe(
    'PostgreSQL 15 or newer with PostGIS. Without it the embedded database in `DATA_DIR` is used, by one process at a time.',
  ),
  DATA_DIR: z
    .string()
    .default('./data')
    .describe('The folder of the embedded database, and of files when there is no `S3_URL`.'),
  S3_URL: url('https?', 'https://key:secret@host/bucket').describe(
    'S3-compatible storage for photos and videos, `https://key:secret@host/bucket?region=…`. Without it files are kept in `DATA_DIR`.',
  ),
  SMTP_URL: url('smtps?', 'smtp://user:password@host:587').describe(
    'The mail server. Without it letters go to `/dev/mailbox`, which exists only while the server listens on this machine alone.',
  ),
  MAIL_FROM: z
    .string()
    .default('Відкрите місто <no-reply@localhost>')
    .describe('The sender of letters, `Name <address>`.'),
  MAIL_RETURN: z
    .email({ error: 'must be an address like bounces@city.example' })
    .refine((address) => address.lastIndexOf('@') <= 31, 'must have at most 31 characters before the @')
    .optional()
    .describe(
      'Where letters that cannot be delivered, and complaints, come back to: an address whose `+` extensions your mail server hands to `/mail/returned` (see Letters that come back). Without it they go to `MAIL_FROM`, and nothing learns of them.',
    ),
  SECRET: z
    .string()
    .min(32, 'must be at least 32 characters long: `openssl rand -base64 32` makes one')
    .optional()
    .describe(
      'Signs sessions; at least 32 characters, the same in every process. On this machine alone a development secret stands in.',
    ),
  PUSH_KEYS: list()
    .refine((keys) => keys.every((key) => /^[A-Za-z0-9+/_-]{43}=?$/.test(key)), {
      error: 'must be private keys of 32 bytes, with commas between: `openssl rand -base64 32` makes one',
    })
    .optional()
    .describe(
      'The private key by which push services know this installation (see Messages on devices): `openssl rand -base64 32` makes one. Without it browsers are offered no messages; on this machine alone one is made in `DATA_DIR`.',
    ),
  PUSH_SERVICES: list()
    .refine((all) => all.every((one) => URL.parse(one)?.origin === one), {
      error: 'must be origins like https://push.example, with commas between',
    })
    .optional()
    .describe('Origins of push services beside those of Chrome, Firefox, Safari and Edge, with commas between.'),
  FCM_ACCOUNT: z
    .string()
    .optional()
    .describe('The path of a Firebase service account’s JSON key. Without it Android apps get no messages.'),
  APNS_URL: url('https', 'https://TEAM:KEY@api.push.apple.com/app.id?key=/path/AuthKey.p8')
    .refine(isAppleAccount, 'must be like https://TEAM:KEY@api.push.apple.com/app.id?key=/path/AuthKey.p8')
    .describe(
      'As whom iOS apps are sent messages, `https://TEAM:KEY@api.push.apple.com/app.id?key=/path/AuthKey.p8`. Without it they get none.',
    ),
  ANDROID_APPS: list()
    .refine((apps) => apps.every((app) => androidApp.test(app)), {
      error:
        'must be like city.example.app=AB:CD:…, the SHA-256 of the certificate; /CITY after the id of one city’s app',
    })
    .optional()
    .describe(
      'Apps in Google Play that open this installation’s links, with commas between: `ID=SHA256`, or `ID/CITY=SHA256` for the app of one city; one with two certificates twice (docs/apps.md). Without it `/.well-known/assetlinks.json` is not there.',
    ),
  IOS_APPS: list()
    .refine((apps) => apps.every((app) => appleApp.test(app)), {
      error: 'must be like ABCDE12345.city.example.app; /CITY after the id of one city’s app',
    })
    .optional()
    .describe(
      'Apps in the App Store that open this installation’s links, with commas between: `TEAM.ID`, or `TEAM.ID/CITY` for the app of one city (docs/apps.md). Without it `/.well-known/apple-app-site-association` is not there.',
    ),
  TRUST_PROXY: z.coerce
    .number({ error: 'must be how many proxies stand in front: 0, 1, 2…' })
    .int('must be how many proxies stand in front: 0, 1, 2…')
    .min(0, 'must be how many proxies stand in front: 0, 1, 2…')
    .max(9, 'must be how many proxies stand in front: 0, 1, 2…')
    .default(0)
    .describe('How many reverse proxies stand in front and can be trusted to say who called (`X-Forwarded-For`).'),
  LOG_LEVEL: z
    .enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` })
    .default('info')
    .describe('How much is logged: `fatal`, `error`, `warn`, `info`, `debug` or `silent`.'),
  WORK: z
    .enum(['inside', 'separate'], { error: 'must be inside or separate' })
    .default('inside')
    .describe(
      '`inside`: the web process also does the jobs (mail, files). `separate`: processes started by `npm run work` do them; needs `DATABASE_URL`.',
    ),
} as const

/** Reads the environment once. Every fault is told at once; an empty variable is an unset one. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Result<Config, readonly ConfigFault[]> {
  const given = Object.fromEntries(Object.keys(variables).map((name) => [name, env[name]?.trim() || undefined]))
  const parsed = z.object(variables).safeParse(given)
  if (!parsed.success) return refuse(parsed.error.issues.map(faultOf))

  const { PORT: port, HOST: host, ORIGIN, DATABASE_URL, SECRET, WORK: work, ...rest } = parsed.data
  const origin = ORIGIN ? new URL(ORIGIN).origin : `http://localhost:${port}`
  const loopback = isLoopback(host) && isLoopback(new URL(origin).hostname) && rest.TRUST_PROXY === 0
  const faults: ConfigFault[] = []

  if (!origin.startsWith('https:') && !isLoopback(new URL(origin).hostname))
    faults.push(fault('ORIGIN', 'must begin with https:// unless it is this machine itself'))
  if (!isLoopback(host) && !ORIGIN) faults.push(fault('ORIGIN', 'is needed when HOST is not this machine alone'))
  if (!SECRET && !loopback)
    faults.push(fault('SECRET', 'is needed when others can reach the server: `openssl rand -base64 32` makes one'))
  if (!rest.SMTP_URL && !loopback)
    faults.push(
      fault('SMTP_URL', 'is needed when others can reach the server: without it nobody gets a code to sign in'),
    )
  if (work === 'separate' && !DATABASE_URL)
    faults.push(
      fault('WORK', 'can be separate only with DATABASE_URL: one process at a time opens the embedded database'),
    )
  if (faults.length > 0) return refuse(faults)

  return ok({
    port,
    host,
    origin,
    databaseUrl: DATABASE_URL ?? null,
    dataDir: rest.DATA_DIR,
    s3Url: rest.S3_URL ?? null,
    smtpUrl: rest.SMTP_URL ?? null,
    mailFrom: rest.MAIL_FROM,
    mailReturn: rest.MAIL_RETURN ?? null,
    pushKeys: rest.PUSH_KEYS ?? [],
    pushServices: rest.PUSH_SERVICES ?? [],
    fcmAccount: rest.FCM_ACCOUNT ?? null,
    apnsUrl: rest.APNS_URL ?? null,
    secret: SECRET ?? 'a secret for development on this machine alone',
    storeApps: storeAppsOf(rest.ANDROID_APPS ?? [], rest.IOS_APPS ?? []),
    proxies: rest.TRUST_PROXY,
    logLevel: rest.LOG_LEVEL,
    work,
    loopback,
  })
}

function storeAppsOf(android: readonly string[], apple: readonly string[]): StoreApps {
  const partsOf = (shape: RegExp, one: string) => {
    const { id = '', city = null, certificate = '' } = shape.exec(one)?.groups ?? {}
    return { id, city, certificate }
  }
  return {
    android: android.map((one) => partsOf(androidApp, one)),
    apple: apple.map((one) => partsOf(appleApp, one)).map(({ id, city }) => ({ id, city })),
  }
}

function isAppleAccount(address: string | undefined): boolean {
  const url = address === undefined ? null : URL.parse(address)
  return !url || Boolean(url.username && url.password && url.pathname.length > 1 && url.searchParams.get('key'))
}

function faultOf({ path, message }: z.core.$ZodIssue): ConfigFault {
  return fault(String(path[0]), message)
}

function fault(variable: string, what: string): ConfigFault {
  return { variable, sentence: `${variable} ${what}.` }
}

function isLoopback(host: string): boolean {
  return (
    host === 'localhost' || host.endsWith('.localhost') || /^127\./.test(host) || host === '::1' || host === '[::1]'
  )
}
