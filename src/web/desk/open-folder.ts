import type { Actor } from '#src/domain/actor.ts'
import type { OrganizationId } from '#src/domain/id.ts'
import type { Context } from '../context.ts'
import { type FolderName, moderatorFolders, officerFolders } from './folders.ts'
import { moderates, organizationsOf } from './staff.ts'

export type DeskContext = Context<'desk' | 'deskReport' | 'deskMove'>

/** The folders of one role: of the city's moderation, or of an organization. */
export type Drawer = {
  readonly title: string
  readonly organization: OrganizationId | null
  readonly names: readonly FolderName[]
}

/** The folder that is looked through, and how far; it is carried from page to page in the address. */
export type OpenFolder = {
  readonly name: FolderName
  readonly organization: OrganizationId | null
  readonly page: number
}

/** What a person's desk is divided into: moderation first. */
export function drawersOf({ t, guide }: Pick<DeskContext, 't' | 'guide'>, actors: readonly Actor[]): readonly Drawer[] {
  const moderation: Drawer[] = moderates(actors)
    ? [{ title: t('desk.moderation'), organization: null, names: moderatorFolders }]
    : []
  const inboxes = organizationsOf(actors).map((organization): Drawer => {
    const title = guide.organizations.get(organization)?.name[t.locale] ?? organization
    return { title, organization, names: officerFolders }
  })
  return [...moderation, ...inboxes]
}

/** The folder that the address names, if it is one of the person's own; else their first. */
export function openFolder(query: URLSearchParams, drawers: readonly Drawer[]): OpenFolder {
  const drawer =
    drawers.find(({ organization }) => (organization ?? '') === (query.get('organization') ?? '')) ?? drawers[0]
  const name = drawer?.names.find((one) => one === query.get('folder')) ?? drawer?.names[0] ?? 'new'
  const page = query.get('page') ?? ''
  return { name, organization: drawer?.organization ?? null, page: /^\d{1,4}$/.test(page) ? Number(page) : 0 }
}

/** The folder as the address says it, with what else it should say. */
export function folderQuery(
  { name, organization, page }: OpenFolder,
  more: Readonly<Record<string, string | number>> = {},
): string {
  const kept = { folder: name, ...(organization && { organization }), ...(page && { page }), ...more }
  return `?${new URLSearchParams(Object.entries(kept).map(([key, value]) => [key, String(value)]))}`
}

/** What an address says of the folder, and nothing else of it: for the way back to it. */
export function folderNamedIn(query: URLSearchParams): Readonly<Record<string, string>> {
  return Object.fromEntries(
    ['folder', 'organization', 'page'].flatMap((name) => (query.get(name) ? [[name, query.get(name) ?? '']] : [])),
  )
}
