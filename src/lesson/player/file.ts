import Pupil from './Pupil.svelte';
import Scan from './Scan.svelte';
import { startSlides } from './start.ts';

// The file that is handed on brings what no served page has: a pupil's own page, and the teacher's camera.
startSlides({ Pupil, Scan });
