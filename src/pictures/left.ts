import { MOVING_RULES } from './moving-rules.ts';

/** What an article is made of beside its pictures: elements that an editor for official accounts keeps, with nothing but a style in the tag. */
export const ARTICLE_ELEMENTS: readonly string[] = ['section', 'h1', 'h2', 'h3', 'p', 'ul', 'li', 'strong', 'em', 'br'];

/** What is left of an article, and what was taken out of it: each attribute by its element, each element, once. */
export interface Left {
  readonly html: string;
  readonly removed: readonly string[];
}

/** Whether the lists of practitioners have it: what is only seen in the wild goes, and what is refused. */
function isListed(element: string, attribute?: string): boolean {
  if (ARTICLE_ELEMENTS.includes(element)) return attribute === undefined || attribute === 'style';
  const rules = Object.hasOwn(MOVING_RULES, element) ? MOVING_RULES[element]! : {};
  return attribute === undefined ? Object.hasOwn(MOVING_RULES, element) : Object.hasOwn(rules, attribute) && rules[attribute]!.standing === 'listed';
}

const TAG = /<(\/?)([\w:-]+)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*(\/?)>/g;

/**
 * An article as the strictest editor leaves it: by the same rules as `checkMoving`, without all that is not on a list.
 * @param html well formed, every value in double quotes, as src/pictures/article.ts writes it
 */
export function leftOf(html: string): Left {
  const removed = new Set<string>();
  const left = html.replaceAll(TAG, (_, end: string, element: string, attributes: string, close: string) => {
    if (!isListed(element)) {
      removed.add(`<${element}>`);
      return '';
    }
    const kept = [...attributes.matchAll(/\s+([\w:-]+)(?:="[^"]*")?/g)].flatMap(([attribute, name]) => {
      if (isListed(element, name)) return [attribute];
      removed.add(`${element} ${name}`);
      return [];
    });
    return `<${end}${element}${kept.join('')}${close}>`;
  });
  return { html: left, removed: [...removed].sort() };
}
