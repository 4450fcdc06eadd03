import { globSync, readFileSync } from 'node:fs'
import { parse } from 'acorn'
import { describe, expect, it } from 'vitest'

/** What Chrome 87, Firefox 83 and Safari 14 understand alike. */
const ecmaVersion = 2021

describe('what the build gives to browsers', () => {
  const scripts = globSync(['dist/client/assets/*.{js,mjs}', 'dist/worker/*.js'])
  const sheets = globSync('dist/client/assets/*.css').map((path) => ({ path, css: readFileSync(path, 'utf8') }))

  it('is written in words that browsers of 2020 know', () => {
    expect(scripts.length).toBeGreaterThan(10)
    expect(scripts.flatMap(faultsOf)).toEqual([])
  })

  it('loses no rule of its styles to a selector of a rule beside it that they do not know', () => {
    const torn = sheets.flatMap(({ css }) =>
      [...css.matchAll(/([^{}@;]+)\{/g)]
        .map(([, selectors = '']) => selectors)
        .filter((selectors) => selectors.includes(':has(') && selectors.includes(',')),
    )
    expect(sheets.length).toBeGreaterThan(0)
    expect(torn).toEqual([])
  })

  it('sets nothing in its styles to a value that they would take for none at all', () => {
    const young =
      /[\w-]+:[^;{}]*(?:color-mix|light-dark|oklch|oklab|lch|lab|hwb)\([^;{}]*|[\w-]+:[^;{}]*\d[dsl]v[hw]\b/g
    expect(sheets.flatMap(({ css }) => css.match(young) ?? [])).toEqual([])
  })
})

function faultsOf(path: string): readonly string[] {
  const faults: string[] = []
  const hearLookbehind = (token: { readonly type: { readonly label: string }; readonly value?: unknown }) => {
    const { pattern = '' } = token.type.label === 'regexp' ? (token.value as { readonly pattern?: string }) : {}
    // Part of the language since 2018, and of Safari since 2023.
    if (/\(\?<[=!]/.test(pattern)) faults.push(`${path}: /${pattern}/`)
  }
  try {
    const sourceType = path.endsWith('sw.js') ? 'script' : 'module'
    parse(readFileSync(path, 'utf8'), { ecmaVersion, sourceType, onToken: hearLookbehind })
  } catch (error) {
    faults.push(`${path}: ${error}`)
  }
  return faults
}
