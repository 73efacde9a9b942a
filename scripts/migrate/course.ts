/** The rows of the pupils' data, which stood in the program in form 1. */
const PUPILS = `
# Rows of the pupils' data: pairs to compare, pairs that must not be added, falls without a base, person-times. period: one year; since a
# year, whose last day is not given; up to publication, which is more than a year.
pupils:
  - { fact: qh-cases-2019, period: year }
  - { fact: qh-cases-2020on, period: since }
  - { fact: qh-cases-change }
  - { fact: qh-theft-robbery, period: since }
  - { fact: wn-users-2018, period: year }
  - { fact: wn-users-2019, period: year }
  - { fact: wn-users-2020on, period: to-publication }
  - { fact: qh-arrests-ring }
  - { fact: qh-arrests-island }
  - { fact: qh-audience }
  - { fact: wn-volunteers }
  - { fact: wn-jobs }
`;

/** The form that a course is written in. */
export const formOfCourse = (text: string): number => Number(/^format: *(\d+)/m.exec(text)?.[1] ?? 1);

/** From form 1 to form 2: the facts of the circles and of the pupils' data are named in it. All else stays as it was typed. */
export const courseToForm2 = (text: string): string =>
  `${text
    .replace(/^format: *\d+/m, 'format: 2')
    .replaceAll(/\bkind: circles, task: ([\w-]+)/g, 'kind: circles, task: $1, facts: [qh-arrests-ring, qh-arrests-island]')
    .trimEnd()}\n${PUPILS}`;
