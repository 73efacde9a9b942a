import { extent } from 'd3';
import { LANG } from '../../languages.ts';
import { plain } from '../../copy/plain.ts';
import { tables } from '../../data/tables.ts';
import { absolute } from '../../layouts/records.ts';
import { levelNames } from '../../lesson/content/levels.ts';
import { PLANS } from '../../lesson/content/plans.ts';
import type { Level, Plan } from '../../lesson/content/types.ts';
import type { LessonWords } from '../../lesson/content/words.ts';
import { settings } from '../../settings.ts';

/** Usual ages at each level. */
const AGES: Record<Level, readonly [number, number]> = { junior: [12, 15], senior: [15, 18], university: [18, 19] };

/** A plan as a schema.org LearningResource, for catalogues of teaching material. */
export function planRecord(plan: Plan, lesson: LessonWords): object {
  const { locale, ui } = lesson;
  const words = (nodes: Parameters<typeof plain>[0]): string => plain(nodes, locale, tables());
  const own = lesson.plans[plan.id];
  const ages = plan.levels.flatMap((level) => AGES[level]);
  return {
    '@context': 'https://schema.org', '@type': ['LearningResource', 'CreativeWork'],
    name: words(own.title), description: words(own.summary), inLanguage: LANG[locale], url: absolute(`/lesson/plan/${plan.id}/`, locale),
    learningResourceType: [ui.typePlan, ui.typeSlides, ui.pupilSheet],
    educationalLevel: levelNames(plan.levels, lesson),
    timeRequired: `PT${plan.minutes}M`,
    typicalAgeRange: extent(ages).join('-'),
    teaches: own.goals.map(words),
    audience: { '@type': 'EducationalAudience', educationalRole: 'teacher' },
    isAccessibleForFree: true, license: settings.licence.url,
    isBasedOn: absolute('/', locale),
    author: { '@type': 'Organization', name: settings.publisher[locale] },
    publisher: { '@type': 'Organization', name: settings.publisher[locale] },
  };
}

/** All plans, for the page on which a teacher chooses. */
export const lessonRecords = (lesson: LessonWords): object[] => PLANS.map((plan) => planRecord(plan, lesson));
