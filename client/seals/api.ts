/** For the page of a round: its seal, and what stands in the way of one. */
export { SealSection } from './SealSection.tsx';
