import type { Answer, Content, Fact, Picture, Quote } from './content.ts'

// Mail programs drop style sheets, so styles stand in the elements. No ground is painted and no text coloured
// but the button's, so that a program's dark mode has nothing to fight with.
const styles = {
  body: 'margin:0;padding:24px 16px;font:16px/1.5 system-ui,-apple-system,Segoe UI,Roboto,Noto Sans,sans-serif',
  page: 'max-width:36em;margin:0 auto',
  small: 'margin:0 0 16px;font-size:14px;opacity:.8',
  lead: 'margin:0 0 16px;font-size:18px;line-height:1.4',
  code: 'margin:0 0 16px;font-size:32px;font-weight:700;letter-spacing:.15em',
  paragraph: 'margin:0 0 16px',
  quote: 'margin:4px 0 16px;padding:0 0 0 12px;border-left:3px solid #7d8b99',
  button:
    'display:inline-block;padding:12px 24px;border-radius:24px;background:#0b4fa0;color:#ffffff;font-weight:600;text-decoration:none',
  beside: 'display:inline-block;margin:0 8px 8px 0',
  link: 'font-weight:600',
  question: 'margin:24px 0 12px;font-size:18px;font-weight:600',
  facts: 'margin:24px 0 16px;padding:16px 0 0;border-top:1px solid #7d8b99',
  label: 'font-size:14px;opacity:.8',
  value: 'margin:0 0 12px;overflow-wrap:anywhere',
  picture: 'display:block;width:100%;height:auto;border-radius:12px',
} as const

/** A letter as HTML for mail programs, light and dark. Every word that comes in from outside is escaped. */
export function htmlOf({
  locale,
  subject,
  about,
  lead,
  code,
  quotes,
  next,
  question,
  link,
  facts,
  picture,
  why,
  sender,
}: Content): string {
  const parts = [
    about && p('small', escaped(about)),
    p('lead', escaped(lead)),
    code && p('code', escaped(code)),
    ...quotes.map(quote),
    ...next.map((sentence) => p('paragraph', escaped(sentence))),
    question && p('question', escaped(question.words)),
    question && p('paragraph', question.answers.map(besideOthers).join('')),
    // Where something is asked, the answers are what stands out.
    link && p('paragraph', button(link, question ? 'link' : 'button')),
    link?.caution && p('small', escaped(link.caution)),
    facts.length > 0 && `<dl style="${styles.facts}">${facts.map(fact).join('')}</dl>`,
    picture && p('paragraph', image(picture)),
    p('small', [why, sender].flatMap((words) => (words ? [escaped(words)] : [])).join('<br>')),
  ]
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escaped(subject)}</title></head>
<body style="${styles.body}"><div style="${styles.page}">
${parts.filter(Boolean).join('\n')}
</div></body>
</html>
`
}

function p(style: keyof typeof styles, html: string): string {
  return `<p style="${styles[style]}">${html}</p>`
}

function button({ label, url }: { readonly label: string; readonly url: string }, style: 'button' | 'link'): string {
  return `<a href="${escaped(url)}" style="${styles[style]}">${escaped(label)}</a>`
}

function besideOthers(answer: Answer): string {
  return `<span style="${styles.beside}">${button(answer, 'button')}</span>`
}

function quote({ by, words }: Quote): string {
  return `<div style="${styles.label}">${escaped(by)}:</div><blockquote dir="auto" style="${styles.quote}">${inLines(words)}</blockquote>`
}

function fact({ label, value, links = [] }: Fact): string {
  const lines = [value && inLines(value), ...links.map((url) => `<a href="${escaped(url)}">${escaped(url)}</a>`)]
  return `<dt style="${styles.label}">${escaped(label)}</dt><dd dir="auto" style="${styles.value}">${lines.filter(Boolean).join('<br>')}</dd>`
}

function image({ url, words }: Picture): string {
  return `<img src="${escaped(url)}" alt="${escaped(words)}" width="600" height="315" style="${styles.picture}">`
}

function inLines(words: string): string {
  return escaped(words.trim()).replace(/\r\n|[\n\r\u2028\u2029]/g, '<br>')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(words: string): string {
  return words.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
}
