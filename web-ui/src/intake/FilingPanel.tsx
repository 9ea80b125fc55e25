import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import * as api from '../api/calls';
import { newKey } from '../api/key';
import { Problem } from '../api/problem';
import type { Filing, IntakeDetail, ModelProperty, PropertyValue } from '../api/types';
import { AddressHints, type AddressValues } from '../model/AddressHints';
import { PropertyField } from '../model/PropertyField';
import { isEditable, isBlank, violation, type Schema, type Values } from '../model/schema';
import { useSchema } from '../model/useSchema';
import { useSession } from '../session/SessionContext';
import { Alert, ProblemAlert } from '../ui/Alert';
import { useShortcuts } from '../ui/shortcuts';
import { Loaded } from '../ui/Waiting';
import { CaseFinder } from './CaseFinder';
import {
  addsCorrespondent,
  filingRequest,
  foundIn,
  NEW,
  optionsOf,
  startForm,
  type FilingForm,
  type Option,
} from './filing';

interface Props {
  item: IntakeDetail;
  onFiled: (item: IntakeDetail, filing: Filing) => void;
}

export function FilingPanel(props: Props) {
  const schema = useSchema();
  return (
    <Loaded query={schema} lines={8}>
      {(loaded) => <Panel {...props} schema={loaded} />}
    </Loaded>
  );
}

/** In the order a clerk thinks of them; anything an agency adds to the model comes after. */
const FIRST = ['cor:subject', 'cor:source', 'cor:correspondenceType', 'cor:issueCode'];
/** Given by the system or decided later. */
const NOT_ASKED = ['cor:fileNumber', 'cor:status'];

type Group = 'caseFile' | 'letter' | 'correspondent';

function Panel({ item, onFiled, schema }: Props & { schema: Schema }) {
  const { drafts } = useSession();
  const draftKey = `intake:${item.id}`;
  const start = useMemo(() => startForm(item), [item]);
  const [form, setForm] = useState<FilingForm>(() => drafts.read<FilingForm>(draftKey) ?? start);
  const [restored] = useState(() => drafts.read(draftKey) !== undefined);
  const [problem, setProblem] = useState<Problem>();
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const key = useRef(newKey());
  const box = useRef<HTMLFormElement>(null);
  const changed = useRef(false);

  useEffect(() => {
    if (changed.current) {
      drafts.keep(draftKey, form);
    }
  }, [drafts, draftKey, form]);

  const change = useCallback((part: (form: FilingForm) => Partial<FilingForm>) => {
    changed.current = true;
    // Another request than the one before needs another key.
    key.current = newKey();
    setForm((f) => ({ ...f, ...part(f) }));
  }, []);

  const options = useMemo(() => optionsOf(item, form.found), [item, form.found]);
  const chosen = options.find((option) => option.key === form.chosen);
  const target = chosen?.target;

  const groups = useMemo(() => fieldsOf(schema), [schema]);
  const asked: Group[] = [
    ...(target && target.kind !== 'caseFile' ? (['caseFile'] as const) : []),
    'letter',
    ...(addsCorrespondent(form, target) ? (['correspondent'] as const) : []),
  ];

  const errors = errorsOf();

  function errorsOf(): Record<string, string> {
    const found: Record<string, string> = {};
    for (const group of asked) {
      for (const property of groups[group]) {
        const wrong = violation(property, form[group][property.name]);
        if (wrong) {
          found[property.name] = wrong;
        }
      }
    }
    if (target?.kind === 'new' && form.holderName.trim() === '') {
      found.holderName = 'Whose case folder is it?';
    }
    return found;
  }

  const focusFirstWrong = useCallback((names: Record<string, string>) => {
    // After the fields have been drawn.
    window.requestAnimationFrame(() => {
      const field = Object.keys(names)
        .map((name) =>
          box.current?.querySelector<HTMLElement>(
            `[data-property="${name}"] :is(input, select, textarea)`,
          ),
        )
        .find(Boolean);
      (field ?? box.current?.querySelector<HTMLElement>('[type=submit]'))?.focus();
    });
  }, []);

  const choose = useCallback(
    (option: Option | undefined, andGoOn: boolean) => {
      if (!option) {
        return;
      }
      change(() => ({ chosen: option.key, ...option.holder }));
      if (andGoOn) {
        const needed: Record<string, string> = {};
        if (option.target.kind !== 'caseFile') {
          groups.caseFile
            .filter((p) => p.mandatory && isBlank(form.caseFile[p.name]))
            .forEach((p) => (needed[p.name] = 'needed'));
          if (option.target.kind === 'new' && !option.holder && !form.holderName.trim()) {
            needed.holderName = 'needed';
          }
        }
        focusFirstWrong(needed);
      }
    },
    [change, focusFirstWrong, form, groups],
  );

  const submit = async () => {
    setTried(true);
    if (!target) {
      box.current?.querySelector<HTMLElement>('[type=radio]')?.focus();
      return;
    }
    if (Object.keys(errors).length > 0) {
      focusFirstWrong(errors);
      return;
    }
    setBusy(true);
    setProblem(undefined);
    try {
      const filing = await api.intake.file(item.id, filingRequest(form, target), key.current);
      drafts.drop(draftKey);
      onFiled(item, filing);
    } catch (error) {
      setProblem(error instanceof Problem ? error : Problem.offline());
      setBusy(false);
    }
  };

  const digits = Object.fromEntries(
    options
      .slice(0, 9)
      .filter((option) => option.key !== NEW)
      .map((option, i) => [String(i + 1), () => choose(option, true)]),
  );
  useShortcuts({
    ...digits,
    n: () =>
      choose(
        options.find((option) => option.key === NEW),
        true,
      ),
    'ctrl+enter': () => (busy ? undefined : void submit()),
  });

  const field = (group: Group, property: ModelProperty) => {
    const value = form[group][property.name];
    return (
      <PropertyField
        key={property.name}
        property={property}
        value={value}
        suggested={foundIn(item, start, group, property.name, value)}
        error={(tried ? errors[property.name] : undefined) ?? problem?.about(property.name)}
        onChange={(next: PropertyValue | null) =>
          change((f) => ({ [group]: { ...f[group], [property.name]: next } as Values }))
        }
      />
    );
  };

  return (
    <form
      ref={box}
      className="filing"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className="filing-fields">
        {restored && (
          <Alert kind="info" announce={false}>
            What you had typed is here again.{' '}
            <button
              type="button"
              className="usa-button usa-button--unstyled"
              onClick={() => {
                drafts.drop(draftKey);
                changed.current = false;
                setForm(start);
              }}
            >
              Start afresh
            </button>
          </Alert>
        )}
        {problem && <ProblemAlert problem={problem} />}
        <fieldset className="usa-fieldset">
          <legend className="usa-legend">Where does it belong?</legend>
          {tried && !target && (
            <p className="usa-error-message" role="alert">
              Choose where it is filed.
            </p>
          )}
          <div className="options">
            {options.map((option, i) => (
              <label
                key={option.key}
                className={option.key === form.chosen ? 'option chosen' : 'option'}
              >
                <input
                  type="radio"
                  name="target"
                  checked={option.key === form.chosen}
                  onChange={() => choose(option, false)}
                />
                <span>
                  {option.kindLabel && <span className="eyebrow">{option.kindLabel}</span>}
                  <span className="title">{option.title}</span>
                  <span className="why">{option.reason}</span>
                </span>
                {option.key === NEW ? <kbd>N</kbd> : i < 9 && <kbd>{i + 1}</kbd>}
              </label>
            ))}
          </div>
          <CaseFinder
            label="Somewhere else"
            onFound={(option) => {
              change((f) => ({
                found: [...f.found.filter((o) => o.key !== option.key), option],
              }));
              choose(option, true);
            }}
          />
        </fieldset>

        {target?.kind === 'new' && (
          <fieldset className="usa-fieldset">
            <legend className="usa-legend">The new case folder</legend>
            <div className="inline-radios">
              {(['individual', 'organization'] as const).map((kind) => (
                <div className="usa-radio" key={kind}>
                  <input
                    className="usa-radio__input"
                    type="radio"
                    name="holder-kind"
                    id={`holder-${kind}`}
                    checked={form.holderKind === kind}
                    onChange={() => change(() => ({ holderKind: kind }))}
                  />
                  <label className="usa-radio__label" htmlFor={`holder-${kind}`}>
                    {kind === 'individual' ? 'A person' : 'An organization'}
                  </label>
                </div>
              ))}
            </div>
            <div className="field" data-property="holderName">
              <label className="usa-label" htmlFor="holder-name">
                {form.holderKind === 'individual'
                  ? 'Name (last, first)'
                  : 'Name of the organization'}
                <span className="required"> *</span>
              </label>
              <input
                id="holder-name"
                className="usa-input"
                value={form.holderName}
                aria-required="true"
                aria-invalid={tried && errors.holderName ? true : undefined}
                aria-describedby={tried && errors.holderName ? 'holder-name-error' : undefined}
                onChange={(event) => change(() => ({ holderName: event.target.value }))}
              />
              {tried && errors.holderName && (
                <span className="usa-error-message" id="holder-name-error">
                  {errors.holderName}
                </span>
              )}
            </div>
          </fieldset>
        )}

        {asked.includes('caseFile') && (
          <fieldset className="usa-fieldset">
            <legend className="usa-legend">The new case file</legend>
            <div className="fields">
              {groups.caseFile
                .filter((p) => p.mandatory || FIRST.includes(p.name))
                .map((p) => field('caseFile', p))}
            </div>
            <details>
              <summary>More about the case file</summary>
              <div className="fields">
                {groups.caseFile
                  .filter((p) => !p.mandatory && !FIRST.includes(p.name))
                  .map((p) => field('caseFile', p))}
              </div>
            </details>
          </fieldset>
        )}

        <fieldset className="usa-fieldset">
          <legend className="usa-legend">The letter</legend>
          <div className="fields">{groups.letter.map((p) => field('letter', p))}</div>
        </fieldset>

        <fieldset className="usa-fieldset">
          <legend className="usa-legend">The correspondent</legend>
          <div className="usa-checkbox">
            <input
              className="usa-checkbox__input"
              type="checkbox"
              id="add-correspondent"
              checked={addsCorrespondent(form, target)}
              onChange={(event) => change(() => ({ addCorrespondent: event.target.checked }))}
            />
            <label className="usa-checkbox__label" htmlFor="add-correspondent">
              Put the sender among the people of the case file
            </label>
          </div>
          {asked.includes('correspondent') && (
            <>
              <Correspondent
                groups={groups.correspondent}
                field={(p) => field('correspondent', p)}
              />
              <AddressHints
                address={addressOf(form.correspondent)}
                onAccept={(name, value) =>
                  change((f) => ({ correspondent: { ...f.correspondent, [`cor:${name}`]: value } }))
                }
              />
            </>
          )}
        </fieldset>
      </div>
      <div className="filing-foot">
        <button type="submit" className="usa-button" disabled={busy}>
          {busy ? 'Filing…' : 'File it'} <kbd>Ctrl</kbd>
          <kbd>Enter</kbd>
        </button>
        <span className="muted small">{chosen ? whereTo(chosen) : 'Choose a place first'}</span>
      </div>
    </form>
  );
}

function addressOf(values: Values): AddressValues {
  const text = (name: string) => {
    const value = values[`cor:${name}`];
    return typeof value === 'string' && value ? value : undefined;
  };
  return { street: text('street'), city: text('city'), state: text('state'), zip: text('zip') };
}

function whereTo(option: Option): string {
  switch (option.target.kind) {
    case 'caseFile':
      return `Goes into ${option.title}`;
    case 'caseFolder':
      return `Starts a case file in ${option.title}`;
    case 'new':
      return 'Starts a case folder and a case file';
  }
}

const NAME_FIELDS = [
  'cor:prefix',
  'cor:firstName',
  'cor:middleName',
  'cor:lastName',
  'cor:suffix',
  'cor:organization',
  'cor:street',
  'cor:city',
  'cor:state',
  'cor:zip',
  'cor:role',
];

function Correspondent(props: {
  groups: ModelProperty[];
  field: (property: ModelProperty) => React.ReactNode;
}) {
  const usual = props.groups.filter((p) => NAME_FIELDS.includes(p.name));
  const more = props.groups.filter((p) => !NAME_FIELDS.includes(p.name));
  return (
    <>
      <div className="fields tight">{usual.map(props.field)}</div>
      {more.length > 0 && (
        <details>
          <summary>Telephone, e-mail and more</summary>
          <div className="fields tight">{more.map(props.field)}</div>
        </details>
      )}
    </>
  );
}

function fieldsOf(schema: Schema): Record<Group, ModelProperty[]> {
  const asked = (type: string) =>
    schema
      .propertiesOf([type])
      .filter((p) => isEditable(p) && !NOT_ASKED.includes(p.name) && !p.name.startsWith('cm:'));
  const rank = (p: ModelProperty) => {
    const at = FIRST.indexOf(p.name);
    return at < 0 ? FIRST.length : at;
  };
  return {
    caseFile: asked('cor:caseFile').sort((a, b) => rank(a) - rank(b)),
    letter: asked('cor:letter'),
    correspondent: asked('cor:correspondent'),
  };
}
