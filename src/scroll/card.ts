/**
 * WeChat shows a shared page with the first picture of its body that is at least 300 px wide and high, and that is there. Ours
 * stands at the foot and is fetched when a reader comes near it; in WeChat it is fetched as soon as the page stands.
 */
export function offerCard(): void {
  if (!/MicroMessenger/i.test(navigator.userAgent)) return;
  addEventListener('load', () => document.querySelector('.card-picture img')?.setAttribute('loading', 'eager'));
}
