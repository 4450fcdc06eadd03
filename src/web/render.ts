import { h, type VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

import { type Pictures, PicturesOfPage } from './pictures/pictures.ts'

/** A whole document as text. */
export function render(page: VNode, pictures: Pictures): string {
  return `<!doctype html>${renderPart(page, pictures)}`
}

/** What a script puts into a page. */
export function renderPart(part: VNode, pictures: Pictures): string {
  return renderToString(h(PicturesOfPage.Provider, { value: pictures }, part))
}
