import { useId } from 'react';
import type { Choice } from './calls';
import { same, type Line } from './fields';

/** One field of both entries, and which is taken. */
export function ChoiceRow(props: {
  line: Line;
  leftStays: boolean;
  value: Choice;
  onChoose: (choice: Choice) => void;
}) {
  const { line, leftStays } = props;
  const name = useId();
  const alike = same(line);
  const cell = (texts: string[], choice: Choice, whose: string) =>
    alike ? (
      <td>{texts.join(', ')}</td>
    ) : (
      <td className={props.value === choice || props.value === 'both' ? 'taken' : 'left-out'}>
        <label className="choice">
          <input
            type="radio"
            name={name}
            checked={props.value === choice}
            onChange={() => props.onChoose(choice)}
          />
          <span>
            <span className="visually-hidden">
              {line.label}, {whose}:{' '}
            </span>
            {texts.length > 0 ? (
              texts.map((text) => (
                <span key={text} className="line">
                  {text}
                </span>
              ))
            ) : (
              <span className="muted">empty</span>
            )}
          </span>
        </label>
      </td>
    );
  return (
    <tr className={alike ? 'alike' : undefined}>
      <th scope="row">{line.label}</th>
      {cell(line.left, leftStays ? 'into' : 'from', 'left')}
      {cell(line.right, leftStays ? 'from' : 'into', 'right')}
      <td>
        {line.list && !alike && (
          <label className="choice">
            <input
              type="radio"
              name={name}
              checked={props.value === 'both'}
              onChange={() => props.onChoose('both')}
            />
            <span>
              Both <span className="visually-hidden">{line.label}</span>
            </span>
          </label>
        )}
      </td>
    </tr>
  );
}
