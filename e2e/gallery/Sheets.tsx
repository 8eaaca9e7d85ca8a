import { type ReactElement, useMemo, useState } from 'react';
import { createFocusChannel } from '#charts/focus/chart-focus.ts';
import { caption } from './caption.ts';
import { stories } from './registry.ts';
import type { Story } from './story.ts';

function Cell({ name, story }: { readonly name: string; readonly story: Story }): ReactElement {
  const channel = useMemo(() => createFocusChannel(), []);
  const [dataOpen, onDataOpenChange] = useState(false);
  return (
    <section className="cell" data-story={name}>
      {story.render({ channel, figure: { caption, dataOpen, onDataOpenChange } })}
    </section>
  );
}

/** Every story on one page, one under another: `?sheets`, `data-theme` on the root chooses the theme. */
export function Sheets(): ReactElement {
  return (
    <main>
      {[...stories].map(([name, story]) => (
        <Cell key={name} name={name} story={story} />
      ))}
    </main>
  );
}
