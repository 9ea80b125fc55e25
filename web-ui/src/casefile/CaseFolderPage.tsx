import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import * as api from '../api/calls';
import type { Node } from '../api/types';
import { showValue } from '../model/showValue';
import { useSchema } from '../model/useSchema';
import { AboutCard } from '../node/AboutCard';
import { NodeActions } from '../node/NodeActions';
import { NodeById } from '../node/NodeById';
import { SearchInIt } from '../node/SearchInIt';
import { may, useChildren, useNodeChanged } from '../node/useNode';
import { RetentionCard } from '../records/RetentionCard';
import { useSession } from '../session/SessionContext';
import { Alert, ProblemAlert } from '../ui/Alert';
import { Crumbs } from '../ui/Crumbs';
import { Icon } from '../ui/Icon';
import { PageTitle } from '../ui/PageTitle';
import { showDay } from '../ui/show';
import { useAction } from '../ui/useAction';
import { Empty, Loaded } from '../ui/Waiting';
import { MergeDialog } from './MergeDialog';
import { NewCaseFileDialog } from './NewCaseFileDialog';
import { StatusChip } from './StatusChip';

/** The folder of one person or organization, with a file for each topic. */
export function CaseFolderPage() {
  const { id } = useParams();
  return (
    <NodeById id={id} lines={10}>
      {(node) => <Folder node={node} />}
    </NodeById>
  );
}

function Folder({ node }: { node: Node }) {
  const children = useChildren(node.id);
  const schema = useSchema();
  const navigate = useNavigate();
  const { can } = useSession();
  const [making, setMaking] = useState(false);
  const [merging, setMerging] = useState(false);
  const changed = useNodeChanged();
  const undo = useAction(async () => {
    changed(await api.caseFolders.undoMerge(node.id));
    await children.refetch();
  });
  const mergedInto = node.properties['cor:mergedInto'];
  const organization = node.properties['cor:holderKind'] === 'organization';
  const shown = (file: Node, name: string) =>
    showValue(schema.data?.property(name), file.properties[name]);
  return (
    <div className="page">
      <Crumbs trail={[{ name: 'Cases', to: '/case-folders' }]} />
      <div className="page-head">
        <div>
          <p className="eyebrow">Case folder</p>
          <PageTitle title={node.title} />
          <p className="sub small">
            <span className="with-icon">
              <Icon name={organization ? 'building' : 'person'} />
              {organization ? 'Organization' : 'Person'}
            </span>
            {node.properties['cor:lastActivity'] !== undefined && (
              <span>Last activity {showDay(node.properties['cor:lastActivity'])}</span>
            )}
            {node.locked && (
              <span className="chip warm plain">
                <Icon name="lock" /> Locked
              </span>
            )}
          </p>
        </div>
        <div className="actions">
          {can('KEEP_CASES') && may(node, 'ADD_CHILD') && (
            <button type="button" className="usa-button small" onClick={() => setMaking(true)}>
              <Icon name="plus" />
              New case file
            </button>
          )}
          {can('KEEP_CASES') && may(node, 'WRITE') && mergedInto === undefined && (
            <button
              type="button"
              className="usa-button usa-button--outline small"
              onClick={() => setMerging(true)}
            >
              Merge…
            </button>
          )}
          <SearchInIt node={node} />
          <NodeActions node={node} after="/case-folders" fixedName />
        </div>
      </div>
      {merging && (
        <MergeDialog
          folder={node}
          onClose={() => setMerging(false)}
          onMerged={(into) => void navigate(`/case-folders/${into.id}`)}
        />
      )}
      {undo.problem && <ProblemAlert problem={undo.problem} />}
      {typeof mergedInto === 'string' && (
        <Alert kind="info" announce={false}>
          Merged into <Link to={`/case-folders/${mergedInto}`}>another case folder</Link>.{' '}
          {can('KEEP_CASES') && may(node, 'WRITE') && (
            <button
              type="button"
              className="usa-button usa-button--unstyled"
              disabled={undo.busy}
              onClick={undo.run}
            >
              Undo the merge
            </button>
          )}
        </Alert>
      )}
      <div className="with-side">
        <section className="card" aria-label="Case files">
          <header>
            <h2>Case files</h2>
          </header>
          <Loaded query={children}>
            {(all) => {
              const files = all
                .filter((child) => child.type === 'cor:caseFile')
                .sort((a, b) => b.name.localeCompare(a.name));
              return files.length === 0 ? (
                <Empty icon="file" title="No case file in here">
                  <p>A file starts when a letter is filed here, or by hand.</p>
                </Empty>
              ) : (
                <div className="table-wrap">
                  <table className="usa-table">
                    <thead>
                      <tr>
                        <th scope="col">Subject</th>
                        <th scope="col">Number</th>
                        <th scope="col">Status</th>
                        <th scope="col">Source</th>
                        <th scope="col">Received</th>
                        <th scope="col">Due</th>
                      </tr>
                    </thead>
                    <tbody>
                      {files.map((file) => (
                        <tr key={file.id}>
                          <th scope="row">
                            <Link to={`/case-files/${file.id}`} className="with-icon">
                              <Icon name={file.locked ? 'lock' : 'file'} />
                              <span>{file.title}</span>
                            </Link>
                          </th>
                          <td className="nowrap">{shown(file, 'cor:fileNumber') || file.name}</td>
                          <td>
                            <StatusChip file={file} />
                          </td>
                          <td>{shown(file, 'cor:source')}</td>
                          <td className="nowrap">{shown(file, 'cor:dateReceived')}</td>
                          <td className="nowrap">{shown(file, 'cor:dueDate')}</td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                </div>
              );
            }}
          </Loaded>
        </section>
        <div className="stack">
          <RetentionCard node={node} />
          <AboutCard node={node} label="About the folder" />
        </div>
      </div>
      {making && (
        <NewCaseFileDialog
          folder={node}
          onClose={() => setMaking(false)}
          onMade={(file) => void navigate(`/case-files/${file.id}`)}
        />
      )}
    </div>
  );
}
