import type { Content, Fact, Quote } from './content.ts'

/** A letter as plain text. What others wrote is marked line by line, so that it can't pass for ours. */
export function textOf({ about, lead, code, quotes, next, question, link, facts, why, sender }: Content): string {
  const parts = [
    about,
    lead,
    code,
    ...quotes.map(quoted),
    ...next,
    question?.words,
    ...(question?.answers ?? []).map(({ label, url }) => `${label}:\n${url}`),
    link && `${link.label}:\n${link.url}`,
    link?.caution,
    facts.map(fact).join('\n'),
    `-- \n${[why, sender].filter(Boolean).join('\n')}`,
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

function quoted({ by, words }: Quote): string {
  return `${by}:\n${marked(words)}`
}

function fact({ label, value, links = [] }: Fact): string {
  // A question keeps its own sign.
  const lead = label.endsWith('?') ? label : `${label}:`
  const said = value.includes('\n') ? `${lead}\n${marked(value)}` : `${lead} ${value}`
  return [said.trimEnd(), ...links].join('\n')
}

function marked(words: string): string {
  return words
    .trim()
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => `> ${line}`.trimEnd())
    .join('\n')
}
