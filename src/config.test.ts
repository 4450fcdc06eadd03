import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import { withTable } from '../scripts/config-table.ts'
import { readConfig } from './config.ts'

const whole = { SECRET: 'x'.repeat(32), SMTP_URL: 'smtp://mail.example' }
const sentences = (env: Record<string, string>) => {
  const read = readConfig(env)
  return read.ok ? [] : read.problem.map(({ sentence }) => sentence)
}

describe('readConfig', () => {
  it('needs nothing on a developer’s own machine', () => {
    expect(readConfig({})).toMatchObject({
      ok: true,
      value: {
        port: 3000,
        host: '127.0.0.1',
        origin: 'http://localhost:3000',
        databaseUrl: null,
        dataDir: './data',
        proxies: 0,
        work: 'inside',
        loopback: true,
      },
    })
  })

  it('lets the origin follow the port', () => {
    expect(readConfig({ PORT: '4010' })).toMatchObject({ value: { port: 4010, origin: 'http://localhost:4010' } })
  })

  it('takes an empty variable for an unset one', () => {
    expect(readConfig({ DATABASE_URL: '', PORT: ' ' })).toMatchObject({ value: { databaseUrl: null, port: 3000 } })
  })

  it('drops the slash at the end of the origin', () => {
    expect(readConfig({ ORIGIN: 'https://city.example/', ...whole })).toMatchObject({
      value: { origin: 'https://city.example' },
    })
  })

  it('wants a secret and an https address once others can reach the server', () => {
    expect(sentences({ HOST: '0.0.0.0' })).toEqual([
      'ORIGIN is needed when HOST is not this machine alone.',
      'SECRET is needed when others can reach the server: `openssl rand -base64 32` makes one.',
      'SMTP_URL is needed when others can reach the server: without it nobody gets a code to sign in.',
    ])
    expect(sentences({ ORIGIN: 'http://city.example', ...whole })).toEqual([
      'ORIGIN must begin with https:// unless it is this machine itself.',
    ])
    // A proxy in front makes the loopback public, and the mailbox with it.
    expect(sentences({ ORIGIN: 'https://city.example' })).toHaveLength(2)
    expect(sentences({ TRUST_PROXY: '1' })).toHaveLength(2)
  })

  it('tells every fault at once, a sentence each', () => {
    expect(
      sentences({
        PORT: '99999',
        DATABASE_URL: 'mysql://x',
        SECRET: 'short',
        LOG_LEVEL: 'loud',
        TRUST_PROXY: '-1',
      }),
    ).toEqual([
      'PORT must be a port number from 1 to 65535.',
      'DATABASE_URL must be an address like postgres://user:password@host/database.',
      'SECRET must be at least 32 characters long: `openssl rand -base64 32` makes one.',
      'TRUST_PROXY must be how many proxies stand in front: 0, 1, 2….',
      'LOG_LEVEL must be one of fatal, error, warn, info, debug, silent.',
    ])
  })

  it('never repeats a secret in a fault', () => {
    expect(sentences({ SMTP_URL: 'http://user:hunter2@host' }).join()).not.toContain('hunter2')
  })

  it('does jobs apart only on a database that two processes can open', () => {
    expect(sentences({ WORK: 'separate' })).toEqual([
      'WORK can be separate only with DATABASE_URL: one process at a time opens the embedded database.',
    ])
    expect(readConfig({ WORK: 'separate', DATABASE_URL: 'postgres://u:p@h/d' })).toMatchObject({ ok: true })
  })
})

describe('the operator’s guide', () => {
  it('has the table of variables as the program has it', () => {
    const guide = readFileSync('docs/operating.md', 'utf8')
    expect(guide).toBe(withTable(guide))
  })
})
