import type { figures as uk } from '../uk/figures.ts'

export const figures = {
  'figures.title': 'How the city answers',
  'figures.description':
    'How many reports of the residents of {city} were received, resolved, declined or left overdue, and how many days an answer takes.',
  'figures.lead':
    'Reports sent in {period}, as they stand on {today}. Only what everyone can see is counted. Each figure leads to the reports themselves.',
  'figures.period': '{from} – {to}',
  'figures.none': 'There are no such reports',
  'figures.none_at_all': 'No figures yet: what became of the first reports will be told here.',
  'figures.narrow': 'What to count',
  'figures.from': 'From month',
  'figures.to': 'To month',
  'figures.show': 'Count',
  'figures.reset': 'The whole city, last 12 months',
  'figures.running':
    'The current month is not over, and new reports still have time to be answered: the last months always look worse than earlier ones.',

  'figures.summary': 'In short',
  'figures.came': 'Received',
  'figures.came_means':
    'Sent in that time and accepted for consideration. Without those that wait for a moderator, were rejected or withdrawn.',
  'figures.answered': 'Have an answer',
  'figures.answered_means':
    'Resolved, or not resolved with the reason given. A reopened report has no answer again until it gets one.',
  'figures.resolved': 'Resolved',
  'figures.resolved_means': 'The organization said what was done, and the report was not reopened.',
  'figures.declined': 'Not resolved, with a reason',
  'figures.declined_means': 'The organization explained why it will not solve the problem. The reasons are below.',
  'figures.open': 'Wait for an answer',
  'figures.open_means': 'Accepted, in progress, postponed, or waiting for details from the author.',
  'figures.overdue': 'Overdue now',
  'figures.overdue_means': 'The day by which an answer was due is over, and there is none. As of today.',
  'figures.late': 'Answered late',
  'figures.late_means':
    'The answer came after the end of the term (as extended, if it was; a later day that was promised does not move it). The share is of those that have an answer.',
  'figures.merged': 'Merged into others',
  'figures.merged_means': 'There was a report of the same problem already. The answer is there and not counted here.',
  'figures.median': 'Days until half have an answer',
  'figures.median_means':
    'The median: within how many days from first being accepted half of the reports get an answer. Those that still wait are accounted for.',
  'figures.ninth': 'Days until nine in ten have one',
  'figures.ninth_means': 'Within how many days nine reports in ten get an answer.',
  'figures.satisfied': 'People confirm',
  'figures.satisfied_means':
    'Where the author, or others whom it concerns, said whether it is really solved: most say “yes” here. Each person’s last word counts; a tie is a “no”.',
  'figures.nobody_said': 'nobody has said yet',
  'figures.unsatisfied': 'say “no”: {count}',
  'figures.days': '{days, plural, =0 {the same day} one {# day} other {# days}}',
  'figures.unknown_days': 'not known yet',
  'figures.few':
    'Fewer than {fewest} reports: shares and days would say more of chance than of work here, so there are none.',

  'figures.speed': 'How many days an answer takes',
  'figures.speed_means':
    'What share of the reports has an answer so many days after first being accepted. Those that still wait are accounted for by Kaplan and Meier’s method: each for as long as it was followed. A merged one counts until the day of merging. When a report is reopened, its days go on until the new answer.',
  'figures.speed_chart':
    'Chart: the share of reports that have an answer grows with the days. {middle} {most} The same figures are in the table below.',
  'figures.speed_middle': 'Half within {days, plural, one {# day} other {# days}}.',
  'figures.speed_most': 'Nine in ten within {days, plural, one {# day} other {# days}}.',
  'figures.day': 'Day',
  'figures.days_axis': 'days since accepted',
  'figures.month_mark': 'a month',
  'figures.answered_by': 'Answered by that day',
  'figures.still_followed': 'Still without one',

  'figures.by_month': 'By month',
  'figures.by_month_means': 'What became of the reports sent in each month, as of today.',
  'figures.months_chart':
    'Chart: the reports of each month, parted into resolved, not resolved with a reason, merged, and those that wait for an answer. The same figures are in the table below.',
  'figures.month': 'Month',
  'figures.reports_axis': 'reports',

  'figures.year_before': 'Compared with a year before',
  'figures.year_before_means':
    'The same months of two years, side by side. Only months that are over, and only those of which both years hold the whole month. Reports that still wait are counted as above, so that the later year does not look worse for them. More reports do not mean that the city got worse: more people may have come to know of Open City.',
  'figures.measure': 'What is compared',
  'figures.difference': 'Difference',
  'figures.within_month': 'Answered within {days} {days, plural, one {day} other {days}}',
  'figures.of_so_many': 'of {count}',
  'figures.points': '{points} points',
  'figures.by_chance': 'may be chance',

  'figures.by_reason': 'Why not resolved',
  'figures.by_reason_means':
    'The reason that the organization chose when it answered. The share is of those not resolved.',
  'figures.reason': 'Reason',
  'figures.reports': 'Reports',
  'figures.reason_unknown': 'The reason was not kept',
  'figures.by_organization': 'By organization',
  'figures.by_organization_means':
    'By the organization that answers now: when a report was passed on, all its days are theirs. In the order of the city’s own list; this is no ranking, for their problems differ.',
  'figures.organization': 'Organization',
  'figures.no_organization': 'Not passed to any yet',
  'figures.by_area': 'By district and neighbourhood',
  'figures.by_area_means':
    'A report belongs to each part of the city that its point lies in, so the sum is more than the whole. Where borders are approximate, so are the figures.',
  'figures.area': 'Part of the city',
  'figures.by_group': 'By kind of problem',
  'figures.by_category': 'By category',
  'figures.by_category_means': 'By the category that the moderator confirmed.',
  'figures.category': 'Category',
  'figures.csv': 'Download the table (CSV)',
  'figures.chart': 'Chart: {name}',
  'figures.table': 'Table: {name}',
  'figures.to_list': '{name}: {count}, show the reports',
  'figures.outcome.open': 'Wait for an answer',
  'figures.outcome.resolved': 'Resolved',
  'figures.outcome.not_resolved': 'Not resolved',
  'figures.outcome.merged': 'Merged',
  'figures.short.came': 'Received',
  'figures.short.resolved': 'Resolved',
  'figures.short.declined': 'Not resolved',
  'figures.short.merged': 'Merged',
  'figures.short.open': 'Wait',
  'figures.short.overdue': 'Overdue',
  'figures.short.late': 'Late',
  'figures.short.median': 'Half within, days',
  'figures.short.ninth': '9 in 10 within, days',
  'figures.short.satisfied': 'Confirm / do not',

  'organizations.title': 'Who answers',
  'organizations.description': 'The organizations of {city} that answer the residents’ reports.',
  'organizations.lead':
    'The organizations that reports are passed to. The page of each says what it answers for, and how it does.',
  'organizations.answers_for': 'Answers for',
  'organizations.answers_for_nothing': 'By the city’s rules no reports go to it; a moderator may pass them on.',
  'organizations.in_area': '{what} ({area})',
  'organizations.recently': 'In the last 12 months',
  'organizations.all_figures': 'All figures of this organization',
  'organizations.overdue': 'Overdue reports',
  'organizations.no_overdue': 'No reports are overdue.',
  'organizations.open': 'Wait for an answer',
  'organizations.no_open': 'Nobody waits for an answer now.',
  'organizations.see_all': 'Show all',
  'organizations.all_reports': 'All reports to this organization',
  'organizations.page': 'The organization’s page',
} as const satisfies Record<keyof typeof uk, string>
