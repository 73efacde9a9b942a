/**
 * In the page: does to every text what a browser's translation does, with ‹ and › round it for another language's words.
 * What is marked `translate="no"` or `notranslate`, and a drawing, is left alone: a translator's elements are not drawn in SVG.
 * @param way `wrapped`: the text node goes into elements of the translator (Google, Edge); `replaced`: it leaves the page, and
 * another stands in elements in its place (Google, once a line is put together anew); `mirrored`: it stays, emptied, beside its
 * translation (WeChat)
 */
export function translate(way: 'wrapped' | 'replaced' | 'mirrored'): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { parentElement: parent, data } = node as Text;
    if (data.trim() && !parent!.closest('script, style, textarea, [translate="no"], .notranslate, font')) found.push(node as Text);
  }
  if (found.length === 0) throw new Error('nothing to translate');
  for (const text of found) {
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    outer.append(inner);
    text.before(outer);
    const words = text.data.replace(/^(\s*)(.*?)(\s*)$/s, '$1‹$2›$3');
    if (way === 'wrapped') {
      text.data = words;
      inner.append(text);
    } else {
      inner.textContent = words;
      if (way === 'replaced') text.remove();
      else text.data = '';
    }
  }
}
