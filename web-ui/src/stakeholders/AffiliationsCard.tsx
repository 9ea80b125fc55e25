import { useState } from 'react';
import { useToasts } from '../ui/Toasts';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { Icon } from '../ui/Icon';
import { AffiliationDialog } from './AffiliationDialog';
import { people } from './calls';
import { Card, CardButton } from './Card';
import { StakeholderLink } from './StakeholderLink';
import type { Affiliation, Person } from './types';
import { useStakeholdersChanged } from './useStakeholders';
import { showSpan } from './words';

type Open = { what: 'add' } | { what: 'change' | 'remove'; affiliation: Affiliation };

/** Where somebody belongs and belonged, with role and dates. */
export function AffiliationsCard({ person }: { person: Person }) {
  const [open, setOpen] = useState<Open>();
  const changed = useStakeholdersChanged();
  const toasts = useToasts();
  const mayCorrect = person.allowed.includes('correct');
  const sorted = [...person.affiliations].sort(
    (a, b) => Number(b.current) - Number(a.current) || (b.from ?? '').localeCompare(a.from ?? ''),
  );
  const close = () => setOpen(undefined);
  const done = (text: string) => {
    changed();
    close();
    toasts.show({ text });
  };
  return (
    <Card
      title="Organizations"
      icon="building"
      actions={
        mayCorrect && (
          <CardButton
            icon="plus"
            label="Add an organization"
            onClick={() => setOpen({ what: 'add' })}
          >
            Add
          </CardButton>
        )
      }
    >
      <div className="body">
        {sorted.length === 0 ? (
          <p className="muted">No organization is known.</p>
        ) : (
          <ul className="nolist affiliations">
            {sorted.map((each) => (
              <li key={each.id} className={each.current ? undefined : 'past'}>
                <div>
                  <StakeholderLink
                    kind="organization"
                    id={each.organization.id}
                    name={each.organization.name}
                  />
                  <span className="small muted below">
                    {[each.role, showSpan(each.from, each.to), !each.current && 'former']
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </div>
                {mayCorrect && (
                  <div className="row-actions no-print">
                    <button
                      type="button"
                      className="icon-button"
                      aria-label={`Change role and dates at ${each.organization.name}`}
                      onClick={() => setOpen({ what: 'change', affiliation: each })}
                    >
                      <Icon name="edit" />
                    </button>
                    <button
                      type="button"
                      className="icon-button"
                      aria-label={`Remove ${each.organization.name}`}
                      onClick={() => setOpen({ what: 'remove', affiliation: each })}
                    >
                      <Icon name="trash" />
                    </button>
                  </div>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
      {(open?.what === 'add' || open?.what === 'change') && (
        <AffiliationDialog
          person={person}
          affiliation={open.what === 'change' ? open.affiliation : undefined}
          onClose={close}
          onDone={() => done(open.what === 'add' ? 'Added.' : 'Changed.')}
        />
      )}
      {open?.what === 'remove' && (
        <ConfirmDialog
          title={`Remove ${open.affiliation.organization.name}?`}
          icon="trash"
          yes="Remove"
          doing="Removing…"
          no="Keep"
          act={async () => {
            await people.removeAffiliation(person.id, open.affiliation.id);
            done('Removed.');
          }}
          onClose={close}
        >
          Only for what was never true. Somebody who has left gets a last day instead: then it stays
          known where they used to be.
        </ConfirmDialog>
      )}
    </Card>
  );
}
