import { CHART, looksFaultless } from '../support/browser/places.ts';
import { useBrowser } from '../support/browser/useBrowser.ts';
import { useServer } from '../support/server.ts';

/** What the leading group sees; it has most places, and hands in nothing. */
looksFaultless(useServer('demo'), useBrowser(), [
  { path: '/home', as: 'leader' },
  { path: '/', as: 'leader' },
  { path: '/?status=behind&sort=problems', as: 'leader' },
  { path: '/?year=2017&known=reported', as: 'leader' },
  { path: '/?year=2018', as: 'leader' },
  { path: '/?year=2018&known=reported', as: 'leader' },
  { path: '/indicators/im-robot-density?year=2017&known=reported', as: 'leader', until: CHART },
  { path: '/indicators/qb-quality-competitiveness-index?year=2018', as: 'leader', until: CHART },
  { path: '/indicators/im-robot-density', as: 'leader', until: CHART },
  { path: '/indicators/so-online-brands', as: 'leader', until: CHART },
  { path: '/indicators/im-digital-products', as: 'leader', until: CHART },
  { path: '/indicators/im-maker-space', as: 'leader' },
  { path: '/indicators/qb-cod-reduction', as: 'leader' },
  { path: '/method', as: 'leader' },
  { path: '/document', as: 'leader' },
  { path: '/measures?year=2019&text=shown', as: 'leader' },
  { path: '/measures/m11?year=2019', as: 'leader' },
  { path: '/measures/m99', as: 'leader' },
  { path: '/acceptance', as: 'leader' },
  { path: '/policy', as: 'leader' },
  { path: '/policy/ledger?of=2014', as: 'leader' },
  { path: '/measures/tasks?year=2019', as: 'leader' },
  { path: '/rounds', as: 'leader' },
  { path: '/rounds/2017', as: 'leader' },
  { path: '/rounds/2014', as: 'leader' },
  { path: '/reports', as: 'leader' },
  { path: '/account', as: 'leader' },
  { path: '/users', as: 'leader' },
  { path: '/indicators/nowhere', as: 'leader' },
]);
