import { Dialog } from '../ui/Dialog';

const ROWS: [string, string][] = [
  ['travel grant', 'both words, anywhere, in any form (“grants”, “granted”)'],
  ['"travel grant"', 'the two words side by side'],
  ['immigr*', 'everything that begins so'],
  ['benefits~', 'what is nearly that: finds words a scan has garbled'],
  ['flood OR storm', 'either'],
  ['visa NOT tourist', 'the first without the second'],
  ['(flood OR storm) insurance', 'brackets hold together'],
  [
    'subject:naturalization',
    'only in that field: subject, sender, addressee, name, fileNumber, text',
  ],
];

export function SyntaxHelp({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="How to search" onClose={onClose} big>
      <p>Capital or small letters do not matter. You find only what you may see.</p>
      <div className="table-wrap">
        <table className="usa-table">
          <thead>
            <tr>
              <th scope="col">Write</th>
              <th scope="col">to find</th>
            </tr>
          </thead>
          <tbody>
            {ROWS.map(([write, find]) => (
              <tr key={write}>
                <th scope="row" className="nowrap">
                  <code>{write}</code>
                </th>
                <td>{find}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  );
}
