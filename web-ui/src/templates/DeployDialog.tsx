import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useId, useState } from 'react';
import { useNavigate } from 'react-router';
import * as api from '../api/calls';
import type { Problem } from '../api/problem';
import { Alert, ProblemAlert } from '../ui/Alert';
import { Dialog } from '../ui/Dialog';
import { useAction } from '../ui/useAction';
import { Skeleton } from '../ui/Waiting';
import { refusalsOf, type Refusal } from './refusals';

const BpmnDiagram = lazy(() => import('../routing/BpmnDiagram'));

/** Deploys a template from a file. What the server refuses in it is said element by element, and shown on the drawing. */
export function DeployDialog({ onClose }: { onClose: () => void }) {
  const id = useId();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [file, setFile] = useState<{ name: string; bpmn: string }>();
  const deploy = useAction(async () => {
    if (!file) {
      return;
    }
    const made = await api.templates.deploy(file.bpmn);
    await queries.invalidateQueries({ queryKey: ['routing', 'templates'] });
    void navigate(`/templates/${made.key}`);
    onClose();
  });
  const refusals = deploy.problem ? refusalsOf(deploy.problem) : [];
  return (
    <Dialog title="Deploy a template" onClose={onClose} big>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          deploy.run();
        }}
      >
        <p>
          A template is a BPMN 2.0 file. It is a program: only the elements and calls that are
          allowed are accepted. Routes under way go on by the version they were started with.
        </p>
        <div className="field">
          <label className="usa-label" htmlFor={`${id}f`}>
            File (.bpmn20.xml)
          </label>
          <input
            id={`${id}f`}
            data-autofocus
            type="file"
            accept=".bpmn,.xml,application/xml,text/xml"
            onChange={(event) => {
              const [chosen] = event.target.files ?? [];
              deploy.clear();
              setFile(undefined);
              void chosen?.text().then((bpmn) => setFile({ name: chosen.name, bpmn }));
            }}
          />
        </div>
        {file && (
          <Suspense fallback={<Skeleton lines={3} />}>
            <BpmnDiagram
              key={file.bpmn}
              bpmn={file.bpmn}
              active={[]}
              visited={[]}
              wrong={refusals.flatMap((refusal) => refusal.element ?? [])}
            />
          </Suspense>
        )}
        {deploy.problem && <Refused problem={deploy.problem} refusals={refusals} />}
        <div className="actions panel-actions">
          <button type="submit" className="usa-button" disabled={!file || deploy.busy}>
            {deploy.busy ? 'Deploying…' : 'Deploy'}
          </button>
          <button type="button" className="usa-button usa-button--outline" onClick={onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function Refused({ problem, refusals }: { problem: Problem; refusals: readonly Refusal[] }) {
  if (refusals.length === 0) {
    return <ProblemAlert problem={problem} />;
  }
  return (
    <Alert kind="error" title={problem.title}>
      <p>{problem.detail}</p>
      <div className="table-wrap">
        <table className="usa-table compact">
          <thead>
            <tr>
              <th scope="col">Element</th>
              <th scope="col">What is wrong</th>
            </tr>
          </thead>
          <tbody>
            {refusals.map((refusal, i) => (
              <tr key={i}>
                <th scope="row" className="mono">
                  {refusal.element ?? `line ${refusal.line}`}
                </th>
                <td>{refusal.message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Alert>
  );
}
