import { useId, type KeyboardEvent, type ReactNode } from 'react';

export interface Tab {
  key: string;
  label: ReactNode;
}

/** Tabs by the usual pattern: arrows move, and the panel follows. */
export function Tabs(props: {
  label: string;
  tabs: Tab[];
  current: string;
  onChange: (key: string) => void;
  children: ReactNode;
}) {
  const id = useId();
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) {
      return;
    }
    event.preventDefault();
    const at = props.tabs.findIndex((tab) => tab.key === props.current);
    const next = props.tabs[(at + step + props.tabs.length) % props.tabs.length];
    if (next) {
      props.onChange(next.key);
      document.getElementById(`${id}-${next.key}`)?.focus();
    }
  };
  return (
    <>
      <div className="tabs" role="tablist" aria-label={props.label} tabIndex={-1} onKeyDown={move}>
        {props.tabs.map((tab) => (
          <button
            key={tab.key}
            id={`${id}-${tab.key}`}
            type="button"
            role="tab"
            aria-selected={tab.key === props.current}
            aria-controls={`${id}-panel`}
            tabIndex={tab.key === props.current ? 0 : -1}
            onClick={() => props.onChange(tab.key)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${props.current}`}>
        {props.children}
      </div>
    </>
  );
}
