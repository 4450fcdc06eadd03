import type { Answer, Person } from './person.ts'

/** Follows every link, picture and address in data from these pages on, but those that are left out; all that was found, by its address. */
export async function crawl(
  person: Person,
  origin: string,
  starts: readonly string[],
  isLeftOut: (path: string) => boolean,
): Promise<Map<string, Answer>> {
  const found = new Map<string, Answer>()
  const waiting = [...starts]
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (found.has(path) || isLeftOut(path)) continue
    const answer = await person.get(path)
    found.set(path, answer)
    waiting.push(...addressesIn(answer, path, origin).filter((one) => !found.has(one)))
  }
  return found
}

const attribute = /\s(?:href|src|poster|action|formaction|data-[a-z-]+)="([^"]*)"/g
const inText = /"((?:https?:\/\/|\/)[^"\s\\]+)"/g

function addressesIn({ location, type, text }: Answer, path: string, origin: string): readonly string[] {
  const named = [location]
  if (type.startsWith('text/html')) {
    const values = [...text.matchAll(attribute)].map(([, value = '']) => plain(value))
    const sets = [...text.matchAll(/\ssrcset="([^"]*)"/g)].flatMap(([, set = '']) => plain(set).split(/\s*,\s*/))
    named.push(...values.flatMap((value) => [value, ...addressesInData(value)]))
    named.push(...sets.map((one) => one.split(' ')[0] ?? ''))
  }
  if (/\bxml\b/.test(type)) {
    const values = [...text.matchAll(attribute), ...text.matchAll(/<loc>([^<]*)<\/loc>/g)]
    named.push(...values.map(([, value = '']) => plain(value)))
  }
  if (/json|javascript/.test(type)) named.push(...addressesInData(text))
  return named.flatMap((one) => {
    if (!one || /^(?:tel|mailto|geo|data|blob):|[{}]/.test(one)) return []
    const url = URL.parse(one, origin + path)
    return url?.origin === origin ? [url.pathname + url.search] : []
  })
}

function addressesInData(text: string): readonly string[] {
  return [...text.matchAll(inText)].map(([, address = '']) => address)
}

function plain(value: string): string {
  return value.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
