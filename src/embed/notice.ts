import { announceHeight } from './announce.ts';
import { hostOf } from './height.ts';

// The notice in the place of a withdrawn embed: a host that waits for a height before it shows a frame gets one.
const card = document.querySelector<HTMLElement>('.card');
if (card && parent !== window) announceHeight(card, hostOf(location.search, location.hash));
