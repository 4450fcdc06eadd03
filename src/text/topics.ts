import type { Topic } from '#src/domain/following.ts'
import type { Guide } from '#src/domain/guide.ts'
import type { Say } from './catalogue.ts'

type Known = Pick<Guide, 'areas' | 'categories' | 'groups' | 'organizations'>

/** What is followed, as a page or a letter calls it; by its bare id when the city has taken it out. */
export function topicInWords(topic: Topic, { areas, categories, groups, organizations }: Known, t: Say): string {
  switch (topic.kind) {
    case 'report':
      return t('follow.topic.report', { number: topic.number })
    case 'area':
      return t('follow.topic.area', { name: areas.get(topic.area)?.name[t.locale] ?? topic.area })
    case 'category':
      return t('follow.topic.category', { name: categories.get(topic.category)?.name[t.locale] ?? topic.category })
    case 'group': {
      const name = groups.find(({ id }) => id === topic.group)?.name[t.locale] ?? topic.group
      return t('follow.topic.group', { name })
    }
    case 'organization': {
      const name = organizations.get(topic.organization)?.name[t.locale] ?? topic.organization
      return t('follow.topic.organization', { name })
    }
    case 'circle': {
      const { lat, lng } = topic.center
      return t('follow.topic.circle', { metres: topic.metres, place: `${lat.toFixed(4)}, ${lng.toFixed(4)}` })
    }
  }
}
