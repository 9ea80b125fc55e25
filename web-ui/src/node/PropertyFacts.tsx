import type { Node } from '../api/types';
import { isBlank, isTold } from '../model/schema';
import { showValue } from '../model/showValue';
import { useSchema } from '../model/useSchema';
import { showMedia, showMoment } from '../ui/show';

/** Told by other parts of the page, or of no use to read. */
const ELSEWHERE = new Set([
  'cor:intakeExplanation',
  'cor:suggestions',
  'cor:claimId',
  'cor:letterTemplate',
  'cor:unfilledFields',
  'cor:mergeProblem',
  'cor:printProblem',
  'cor:printUnfilled',
  'cor:signedPaper',
  'cor:signedDraft',
  'cor:sha256',
  'cor:withheld',
  'cor:notRelevantFields',
  'rec:correctionOf',
  'rec:correctionReason',
  'rec:supersededBy',
]);

/** What is known of a node, in the model's order and words. */
export function PropertyFacts({ node }: { node: Node }) {
  const schema = useSchema();
  const properties = schema.data?.propertiesOf([node.type, ...node.aspects]) ?? [];
  const rows = properties.filter(
    (p) => isTold(p) && !ELSEWHERE.has(p.name) && !isBlank(node.properties[p.name] ?? null),
  );
  return (
    <dl className="facts">
      {rows.map((p) => (
        <div key={p.name}>
          <dt>{p.title}</dt>
          <dd>
            {p.name === 'cor:detectedType'
              ? showMedia(String(node.properties[p.name]))
              : showValue(p, node.properties[p.name])}
          </dd>
        </div>
      ))}
      <div>
        <dt>Made</dt>
        <dd>
          {showMoment(node.createdAt)} by {node.createdBy}
        </dd>
      </div>
      {showMoment(node.modifiedAt) !== showMoment(node.createdAt) && (
        <div>
          <dt>Last changed</dt>
          <dd>
            {showMoment(node.modifiedAt)} by {node.modifiedBy}
          </dd>
        </div>
      )}
    </dl>
  );
}
