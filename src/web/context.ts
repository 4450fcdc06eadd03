import type { ComponentChildren } from 'preact'

import type { Guide } from '#src/domain/guide.ts'
import type { CityId } from '#src/domain/id.ts'
import type { Locale } from '#src/domain/locale.ts'
import type { Means } from '#src/operations/means.ts'
import type { Basemap } from '#src/outside/basemap/basemaps.ts'
import type { Say } from '#src/text/catalogue.ts'
import type { LiveSource } from './live/live-part.tsx'
import type { Pictures } from './pictures/pictures.ts'
import type { Problem } from './problem.ts'
import type { DeviceDoor } from './push/device-door.ts'
import type { HolesOf, Paths, Pattern, RouteKey } from './routes.ts'
import type { LinkedData } from './ui/linked-data.tsx'
import type { Viewer } from './viewer.ts'

/** What a handler is given: the request, parsed as far as its address goes, and the ways to answer it. */
export type Context<Key extends RouteKey = RouteKey> = Common &
  (Pattern<Key> extends `${string}:city${string}` ? { readonly guide: Guide } : unknown) & {
    readonly holes: HolesOf<Key>
  }

export type Handler<Key extends RouteKey> = (context: Context<Key>) => Response | Promise<Response>

/** One handler for each route: a route without one does not compile, nor one without a route. */
export type Handlers = { readonly [Key in RouteKey]: Handler<Key> }

/** What every handler has, whichever address it answers. */
export type Common = {
  readonly request: Request
  readonly url: URL
  readonly requestId: string
  /** The network that the client calls from: for limits, never for logs. */
  readonly network: string
  /** A program on this machine asks, and not for somebody else. */
  readonly fromHere: boolean
  readonly locale: Locale
  readonly t: Say
  readonly to: Paths
  readonly means: Means
  /** The product's public address, without a slash at the end. */
  readonly origin: string
  readonly guides: ReadonlyMap<CityId, Guide>
  /** The city's streets; null when the operator gave none, or the address is of no city. */
  basemap(): Promise<Basemap | null>
  /** Which devices can be told anything. */
  readonly door: DeviceDoor
  /** Whether what is drawn brings its pictures. */
  readonly pictures: Pictures
  /** Read once from the present. */
  readonly now: Temporal.Instant
  /** Asks the store at most once a request, and never without a session cookie. */
  viewer(): Promise<Viewer>
  /** The whole document around a page's content, sent. */
  page(content: PageContent, answer?: Answer): Promise<Response>
  /** The two halves of `page`, for who keeps what was drawn. */
  draw(content: PageContent): Promise<string>
  html(document: string, answer?: Answer): Promise<Response>
  json(value: unknown, answer?: Answer): Promise<Response>
  /** A form came by itself, from a device's outbox: its answer is read by a script, which sees no pages. */
  readonly fromOutbox: boolean
  /** 303: after a form was done, to where its result is seen; an outbox is told that address. */
  seeOther(path: string, headers?: HeaderList): Response
  /** The page, or the JSON, that says what went wrong, with a way on and the request's id. */
  problem(problem: Problem): Promise<Response>
}

export type Answer = { readonly status?: number; readonly headers?: HeaderList }

/** A list, because `Set-Cookie` may stand more than once. */
export type HeaderList = readonly [string, string][]

/** What a page puts between the header and the footer. */
export type PageContent = {
  /** Without the city's or the product's name: the layout adds it. */
  readonly title: string
  readonly description?: string
  /** What a link to the page is shown with. */
  readonly picture?: { readonly address: string; readonly width?: number; readonly height?: number }
  /** When it was written and last changed, where that is what a page is about. */
  readonly article?: { readonly published: Temporal.Instant; readonly modified: Temporal.Instant }
  /** The same for programs: feeds, and descriptions of data. */
  readonly alternates?: readonly Alternate[]
  readonly linked?: LinkedData
  readonly body: ComponentChildren
  /** Which item of the menu this page is. */
  readonly here?: MenuItem
  /** The address under which a device keeps the page, to show it when there is no connection; without one it is not kept. */
  readonly kept?: string
  /** How the page hears of what happens while it is looked at; else it stays as it is. */
  readonly live?: LiveSource
  /** Islands by the name of their file: `map` is `map.island.ts`. */
  readonly islands?: readonly string[]
  /** False for pages that search engines should leave out. */
  readonly indexed?: boolean
  /** `wide` fills the window, as a desk does, `full` does without anything else in it; others keep a line's length readable. */
  readonly width?: 'text' | 'page' | 'wide' | 'full'
}

export type Alternate = { readonly type: string; readonly title: string; readonly address: string }

export type MenuItem = 'reports' | 'map' | 'stats' | 'help' | 'me' | 'desk' | 'sign_in' | 'report_form'
