import { Profiler, useEffect, useMemo, useRef, useState } from 'react';
import { createFocusChannel } from '#charts/focus/chart-focus.ts';
import { caption } from './caption.ts';
import { stories } from './registry.ts';

const query = new URLSearchParams(location.search);
const names = [...stories.keys()];

/** One story at a time: `?story=name&theme=dark|light&width=640`; arrow keys walk through them in the picker. */
export function Gallery() {
  const [name, setName] = useState(query.get('story') ?? names[0] ?? '');
  const [theme, setTheme] = useState(query.get('theme') ?? 'dark');
  const [width, setWidth] = useState(query.get('width') ?? '');
  const [dataOpen, setDataOpen] = useState(query.has('data'));
  const millis = useRef<HTMLOutputElement>(null);
  const channel = useMemo(() => createFocusChannel(), []);
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
    history.replaceState(null, '', `?${new URLSearchParams({ story: name, theme, width }).toString()}`);
  }, [name, theme, width]);
  const story = stories.get(name);
  return (
    <>
      <header className="bar">
        <select aria-label="story" value={name} onChange={(event) => setName(event.target.value)}>
          {names.map((each) => (
            <option key={each} value={each}>
              {stories.get(each)?.title ?? each}
            </option>
          ))}
        </select>
        <button type="button" onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')}>
          {theme}
        </button>
        <input aria-label="width" size={5} value={width} onChange={(event) => setWidth(event.target.value)} />
        <output ref={millis} />
      </header>
      <main className="stage" style={{ width: width === '' ? undefined : `${width}px` }}>
        <Profiler
          id={name}
          onRender={(_id, _phase, actual) => {
            // Written past React: a state set while measuring a render would cause the next one.
            if (millis.current) millis.current.textContent = `${actual.toFixed(1)} ms`;
          }}
        >
          {story?.render({
            channel,
            figure: { caption, dataOpen, onDataOpenChange: setDataOpen },
          }) ?? 'no such story'}
        </Profiler>
      </main>
    </>
  );
}
