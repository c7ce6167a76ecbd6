import type { Scene, SceneTarget } from '../scene/scene';
import { textBox } from '../scene/text-width';

export type Hit =
  | { readonly kind: 'label'; readonly key: string }
  | { readonly kind: 'mark'; readonly target: SceneTarget }
  | { readonly kind: 'empty' };

const inside = (
  x: number,
  y: number,
  box: { x: number; y: number; width: number; height: number },
): boolean => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;

/** What a pointer at a place means: a category label, the nearest of the marks that claim the place, or nothing. */
export function hitTest(scene: Scene, x: number, y: number): Hit {
  const label = scene.texts.find((text) => text.drills !== undefined && inside(x, y, textBox(text)));
  if (label?.drills !== undefined) return { kind: 'label', key: label.drills };
  let best: SceneTarget | null = null;
  let least = Infinity;
  for (const target of scene.targets) {
    if (!inside(x, y, target.hit)) continue;
    const { box } = target;
    const away = Math.hypot(box.x + box.width / 2 - x, (box.y + box.height / 2 - y) * 1.5);
    if (away < least) {
      least = away;
      best = target;
    }
  }
  return best ? { kind: 'mark', target: best } : { kind: 'empty' };
}
