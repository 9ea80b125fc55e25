import { useState } from 'react';
import { Dialog } from './Dialog';
import { singleKeys } from './shortcuts';

const GROUPS: { title: string; keys: [string, string][] }[] = [
  {
    title: 'Anywhere',
    keys: [
      ['H', 'My desk'],
      ['I', 'Intake desk'],
      ['C', 'Case folders'],
      ['S', 'Stakeholders'],
      ['L', 'Document library'],
      ['R', 'Records desk'],
      ['E', 'Note an interaction'],
      ['Ctrl Alt E', 'The same, also while you type'],
      ['/', 'Search'],
      ['?', 'This list'],
    ],
  },
  {
    title: 'At my desk',
    keys: [
      ['↓ or J', 'Next tasking'],
      ['↑ or K', 'Tasking before'],
      ['Enter or O', 'Open its case file'],
      ['C', 'Claim it'],
      ['A', 'Answer it'],
    ],
  },
  {
    title: 'At the intake desk',
    keys: [
      ['↓ or J', 'Next letter'],
      ['↑ or K', 'Letter before'],
      ['1 … 9', 'Choose that place to file it'],
      ['N', 'Choose a new case folder'],
      ['P', 'Write down a phone call'],
      ['T', 'Put pasted text on the desk'],
      ['Ctrl Enter', 'File it, and go on to the next'],
      ['Enter', 'Then send it on its way, as proposed'],
      ['Z', 'Undo the filing just done'],
      ['R', 'Read it again, when it was set aside'],
    ],
  },
  {
    title: 'At the records desk',
    keys: [
      ['A', 'Choose all that are shown, or none'],
      ['P', 'Permanent; in what is due: propose'],
      ['T', 'Temporary'],
      ['O', 'Put on hold'],
    ],
  },
  {
    title: 'With a page open',
    keys: [
      ['[ and ]', 'Page before, next page'],
      ['+ and −', 'Larger, smaller'],
    ],
  },
];

export function ShortcutHelp({ onClose }: { onClose: () => void }) {
  const [on, setOn] = useState(singleKeys.on());
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose} big>
      <div className="shortcut-groups">
        {GROUPS.map((group) => (
          <section key={group.title}>
            <h3>{group.title}</h3>
            <dl>
              {group.keys.map(([keys, what]) => (
                <div key={keys}>
                  <dt>
                    {keys
                      .split(' ')
                      .map((part, i) =>
                        ['or', 'and', '…'].includes(part) ? (
                          <span key={i}> {part} </span>
                        ) : (
                          <kbd key={i}>{part}</kbd>
                        ),
                      )}
                  </dt>
                  <dd>{what}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <div className="usa-checkbox">
        <input
          className="usa-checkbox__input"
          id="single-keys"
          type="checkbox"
          checked={on}
          onChange={(event) => {
            singleKeys.set(event.target.checked);
            setOn(event.target.checked);
          }}
        />
        <label className="usa-checkbox__label" htmlFor="single-keys">
          Single keys work as shortcuts. Turn this off if you dictate, or press keys by accident;
          those with Ctrl go on working.
        </label>
      </div>
    </Dialog>
  );
}
