/** For the secretary's screen and the minutes: what a slide is called and what it says. */
export { type Shown, slideSubject, slideTitle } from './deckView.ts';
export { extrasOf } from './useMoment.ts';
export { type PresentSearch, searchOf } from './search.ts';
