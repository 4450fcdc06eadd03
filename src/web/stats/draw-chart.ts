import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'

export type Chart = {
  /** Unique on the page. */
  readonly id: string
  readonly title: string
  /** What the chart shows, for whoever does not see it. */
  readonly description: string
  readonly plot: Plot.PlotOptions
}

/** Units of the drawing: on a phone it is shown a little smaller, on a desk a little larger. */
const width = 480
const height = 270

const { document } = parseHTML('<!doctype html><title></title>')

/**
 * A chart as SVG, drawn without a browser. Its colours and letters are the stylesheet's, so that it is dark where the page
 * is, and nothing in it asks for more than the page's own rules allow (no style of its own).
 */
export function drawChart({ id, title, description, plot }: Chart): string {
  const svg = Plot.plot({
    width,
    height,
    marginLeft: 44,
    marginBottom: 48,
    ...plot,
    className: 'chart',
    document: document as unknown as Document, // safe: what Plot asks of a document, this one does
  })
  for (const style of svg.querySelectorAll('style')) style.remove()
  // One picture, told as a whole: its parts would be read out one by one.
  for (const part of svg.querySelectorAll('[aria-label], [aria-hidden]')) {
    part.removeAttribute('aria-label')
    part.removeAttribute('aria-hidden')
  }
  for (const name of ['font-family', 'font-size']) svg.removeAttribute(name)
  svg.setAttribute('role', 'img')
  svg.setAttribute('aria-labelledby', `${id}-title ${id}-text`)
  svg.prepend(named('title', `${id}-title`, title), named('desc', `${id}-text`, description))
  return svg.outerHTML
}

function named(tag: 'title' | 'desc', id: string, words: string): Element {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag)
  element.setAttribute('id', id)
  element.textContent = words
  return element as unknown as Element
}
