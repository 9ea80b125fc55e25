import { Link } from 'react-router';
import type { Node } from '../api/types';
import { Alert } from '../ui/Alert';
import { fieldName, missingFields } from './letters';

/** What there is to know of a letter on its way: being written, incomplete, printed, signed. */
export function LetterNotice({ node }: { node: Node }) {
  const problem = node.properties['cor:mergeProblem'];
  const printProblem = node.properties['cor:printProblem'];
  const state = node.properties['cor:printState'];
  const missing = missingFields(node);
  const signed = node.properties['cor:signedPaper'];
  return (
    <>
      {node.aspects.includes('cor:merging') && (
        <Alert kind="info">The draft is being written from its template.</Alert>
      )}
      {typeof problem === 'string' && (
        <Alert kind="error" title="The draft could not be written">
          {problem}
        </Alert>
      )}
      {missing.length > 0 && (
        <Alert kind="warning" title="Something is to be written in">
          The case file has no value for {missing.map(fieldName).join(', ')}. The places are marked
          in the letter.
        </Alert>
      )}
      {state === 'waiting' && (
        <Alert kind="info">The letter is being laid out for signature.</Alert>
      )}
      {state === 'failed' && typeof printProblem === 'string' && (
        <Alert kind="error" title="The letter could not be laid out">
          {printProblem}
        </Alert>
      )}
      {typeof signed === 'string' && (
        <Alert kind="success" title="Signed">
          The signed paper has come back. <Link to={`/documents/${signed}`}>See the scan</Link>
        </Alert>
      )}
    </>
  );
}
