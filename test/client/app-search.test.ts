import { describe, expect, it } from 'vitest';
import { planYears } from '../../client/app/plan.ts';
import { landingOf, PLACES, showsYear } from '../../client/app/places.ts';
import { boardSearch, parseSearch, stringifySearch } from '../../client/app/search.ts';
import { admits, type Role } from '../../shared/permissions.ts';

describe('the address of a board', () => {
  it.each([
    { address: '?year=2018', read: { year: 2018 }, why: 'a year is a number' },
    { address: '?year=18', read: {}, why: 'not a year' },
    { address: '?year=9999', read: {}, why: 'no calendar of ours' },
    { address: '?year=2018x', read: {}, why: 'not only a year' },
    {
      address: '?status=farBehind&sort=problems',
      read: { status: 'farBehind', sort: 'problems' },
      why: 'known words',
    },
    { address: '?status=angry&sort=up', read: {}, why: 'unknown words are dropped' },
    { address: '?plan=../../etc&theme=a b', read: {}, why: 'no ids' },
    {
      address: '?unapproved=include',
      read: { unapproved: 'include' },
      why: 'the one value it has',
    },
    { address: '?unapproved=true', read: {}, why: 'another value' },
  ])('$address: $why', ({ address, read }) => {
    const found = boardSearch(parseSearch(address));
    expect(
      Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)),
    ).toEqual(read);
  });

  it('is the same after reading and writing, in plain words', () => {
    const address = '?plan=qz-2016&year=2018&status=behind&sort=problems';
    expect(stringifySearch({ ...boardSearch(parseSearch(address)) })).toBe(address);
    expect(stringifySearch({ find: '张 三', empty: '', absent: undefined })).toBe(
      `?find=${encodeURIComponent('张')}+${encodeURIComponent('三')}`,
    );
    expect(stringifySearch({})).toBe('');
  });
});

describe('the year selector', () => {
  const plan = {
    id: 'p',
    titleZh: '',
    titleEn: '',
    shortTitleZh: '',
    shortTitleEn: '',
    baselineYear: 2015,
    startYear: 2016,
    endYear: 2020,
    defaultYear: 2018,
    latestYear: 2025,
    indicatorCount: 26,
    revision: 1,
    illustrative: false,
  };
  it('offers no year that has not come', () => {
    expect(planYears({ ...plan, latestYear: 2019 }, 2018)).toEqual([2015, 2016, 2017, 2018, 2019]);
  });

  it('offers the plan from its baseline to its end, and the later year of a link', () => {
    expect(planYears(plan, 2018)).toEqual([2015, 2016, 2017, 2018, 2019, 2020]);
    expect(planYears(plan, 2021).at(-1)).toBe(2021);
  });

  it('stands on the pages of a board only', () => {
    expect(['/', '/method', '/indicators/a'].filter(showsYear)).toHaveLength(3);
    expect(['/users', '/indicators/a/settings', '/entry'].filter(showsYear)).toEqual([]);
  });
});

describe('the navigation', () => {
  const seenBy = (...roles: Role[]) =>
    PLACES.filter(({ access }) => admits(access, roles)).map(({ name }) => name);

  const board = ['overview', 'present', 'document', 'measures', 'coverage', 'method'];
  const meetings = ['meetings', 'actions'];
  const reports = ['reports', 'acceptance'];

  it.each<{ role: Role; places: string[] }>([
    { role: 'display', places: board },
    { role: 'leader', places: ['home', ...board, 'rounds', ...meetings, ...reports] },
    {
      role: 'auditor',
      places: ['home', ...board, 'rounds', ...meetings, ...reports, 'audit', 'inspection'],
    },
    { role: 'reporter', places: ['home', ...board, 'entry', 'rounds', ...meetings, ...reports] },
    {
      role: 'departmentHead',
      places: ['home', ...board, 'entry', 'review', 'rounds', ...meetings, ...reports],
    },
    {
      role: 'reviewer',
      places: ['home', ...board, 'entry', 'review', 'rounds', ...meetings, ...reports],
    },
    {
      role: 'administrator',
      places: ['home', ...board, 'rounds', 'reports', 'departments', 'backups'],
    },
    { role: 'securityAdministrator', places: ['home', ...board, 'rounds', 'users'] },
  ])('shows $role what it may use', ({ role, places }) => {
    expect(seenBy(role)).toEqual(places);
  });

  it.each<{ roles: Role[]; landing: string }>([
    { roles: ['reporter'], landing: '/home' },
    { roles: ['leader'], landing: '/' },
    { roles: ['display'], landing: '/present' },
    { roles: ['leader', 'reviewer'], landing: '/home' },
  ])('begins for $roles at $landing', ({ roles, landing }) => {
    expect(landingOf({ roles })).toBe(landing);
  });
});
