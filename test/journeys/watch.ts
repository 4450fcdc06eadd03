import type { Page, Request } from 'playwright-core'

/** Files without which a page is not whole. Documents and forms may answer with a refusal: that is part of a journey. */
const parts: readonly string[] = ['script', 'stylesheet', 'image', 'font', 'media']

/**
 * Collects whatever a page complains of: errors in its console, violations of its policy, scripts that throw, parts
 * that are missing.
 */
export function watch(page: Page, complaints: string[]): void {
  const hear = (what: string) => complaints.push(`${page.url()}: ${what}`)
  page.on('pageerror', (error) => hear(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !isAnswer(message.text())) hear(message.text())
  })
  page.on('response', (response) => {
    if (response.status() >= 400 && isPart(response.request())) hear(`${response.status()} ${response.url()}`)
  })
}

/** Chromium logs every answer of 400 and more, and every lost connection; `response` looks at those that matter. */
function isAnswer(text: string): boolean {
  return text.startsWith('Failed to load resource')
}

function isPart(request: Request): boolean {
  return parts.includes(request.resourceType())
}
