/** The frame of a page in front of the sign-in, for the pairing of a wall screen. */
export { Doorway } from './Doorway.tsx';
