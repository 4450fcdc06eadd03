import { describe, expect, it } from 'vitest'
import type { CategoryId, GroupId, OrganizationId } from './id.ts'
import { type Rule, routeFor } from './routing.ts'

const pothole = { id: 'pothole' as CategoryId, group: 'roads' as GroupId }
const [crew, department] = ['crew', 'department'] as [OrganizationId, OrganizationId]
const ofGroup: Rule = { group: pothole.group, organization: department }
const ofCategory: Rule = { category: pothole.id, organization: crew }

describe('a report goes', () => {
  it('where its category’s rule says, in whatever order the rules stand', () => {
    expect(routeFor(pothole, [ofGroup, ofCategory])).toEqual({ organization: crew, because: 'category' })
    expect(routeFor(pothole, [ofCategory, ofGroup])).toEqual({ organization: crew, because: 'category' })
  })

  it('where its group’s rule says, when the category has none', () => {
    expect(routeFor(pothole, [ofGroup])).toEqual({ organization: department, because: 'group' })
  })

  it('where a moderator chooses, when no rule speaks of it', () => {
    const others: Rule[] = [
      { category: 'lamp' as CategoryId, organization: crew },
      { group: 'light' as GroupId, organization: crew },
    ]
    expect(routeFor(pothole, others)).toEqual({ organization: null, because: 'no_rule' })
  })

  it('by the category’s own rule alone, though a group has the same name', () => {
    const namesake: Rule = { group: 'pothole' as GroupId, organization: crew }
    expect(routeFor(pothole, [namesake])).toEqual({ organization: null, because: 'no_rule' })
  })
})
