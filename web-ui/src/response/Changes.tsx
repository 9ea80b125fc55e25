import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import * as api from '../api/calls';
import type { ComparedPart, Node, Version } from '../api/types';
import { Empty, Loaded } from '../ui/Waiting';

/** What changed between two versions of a letter, in one text or side by side (requirement C12). */
export function Changes({ node }: { node: Node }) {
  const versions = useQuery({
    queryKey: ['versions', node.id],
    queryFn: () => api.nodes.versions(node.id),
  });
  return (
    <Loaded query={versions}>
      {({ items }) =>
        items.length < 2 ? (
          <Empty icon="scale" title="One version so far">
            <p>When there is another one, what changed is shown here word by word.</p>
          </Empty>
        ) : (
          <Choice key={items[0]?.label} node={node} versions={items} />
        )
      }
    </Loaded>
  );
}

function Choice({ node, versions }: { node: Node; versions: Version[] }) {
  const id = useId();
  const [from, setFrom] = useState(versions[1]?.label ?? '');
  const [to, setTo] = useState(versions[0]?.label ?? '');
  const [beside, setBeside] = useState(false);
  const compared = useQuery({
    queryKey: ['comparison', node.id, from, to, 'cor:text' in node.contents],
    queryFn: () => api.letters.compare(node.id, from, to),
    retry: false,
  });
  const choose = (label: string, value: string, set: (value: string) => void, key: string) => (
    <div className="field">
      <label className="usa-label" htmlFor={id + key}>
        {label}
      </label>
      <select
        id={id + key}
        className="usa-select"
        value={value}
        onChange={(event) => set(event.target.value)}
      >
        {versions.map((each) => (
          <option key={each.label} value={each.label}>
            {each.label}
            {each.comment && ` – ${each.comment}`}
          </option>
        ))}
      </select>
    </div>
  );
  return (
    <div className="changes">
      <div className="fields no-print">
        {choose('From', from, setFrom, 'f')}
        {choose('To', to, setTo, 't')}
        <div className="usa-checkbox field">
          <input
            className="usa-checkbox__input"
            id={`${id}b`}
            type="checkbox"
            checked={beside}
            onChange={(event) => setBeside(event.target.checked)}
          />
          <label className="usa-checkbox__label" htmlFor={`${id}b`}>
            Side by side
          </label>
        </div>
      </div>
      <Loaded query={compared}>
        {({ paragraphs }) =>
          paragraphs.every((each) => each.parts.every((part) => part.kind === 'same')) ? (
            <p>The texts are the same.</p>
          ) : beside ? (
            <div className="table-wrap">
              <table className="usa-table beside">
                <thead>
                  <tr>
                    <th scope="col">Version {from}</th>
                    <th scope="col">Version {to}</th>
                  </tr>
                </thead>
                <tbody>
                  {paragraphs.map((paragraph, i) => (
                    <tr key={i}>
                      <td>
                        <Text parts={paragraph.parts.filter((part) => part.kind !== 'added')} />
                      </td>
                      <td>
                        <Text parts={paragraph.parts.filter((part) => part.kind !== 'removed')} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          ) : (
            <div className="redline">
              {paragraphs.map((paragraph, i) => (
                <p key={i}>
                  <Text parts={paragraph.parts} />
                </p>
              ))}
            </div>
          )
        }
      </Loaded>
    </div>
  );
}

/** Not by colour alone: what was added is underlined, what was removed is struck through. */
function Text({ parts }: { parts: ComparedPart[] }) {
  return (
    <>
      {parts.map((part, i) =>
        part.kind === 'added' ? (
          <ins key={i}>{part.text}</ins>
        ) : part.kind === 'removed' ? (
          <del key={i}>{part.text}</del>
        ) : (
          <span key={i}>{part.text}</span>
        ),
      )}
    </>
  );
}
