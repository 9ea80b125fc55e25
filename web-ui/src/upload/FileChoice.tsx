import { useRef } from 'react';
import { Icon } from '../ui/Icon';
import { showSize } from '../ui/show';
import { FilePicker } from './DropZone';

/** Chooses one file, and says which it is. Takes the focus in a dialog. */
export function FileChoice(props: {
  /** On the button while none is chosen. */
  label: string;
  file: File | undefined;
  onFile: (file: File | undefined) => void;
}) {
  const { file } = props;
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="field">
      <button
        type="button"
        className="usa-button usa-button--outline"
        data-autofocus
        onClick={() => input.current?.click()}
      >
        <Icon name="file" />
        {file ? 'Choose another file' : props.label}
      </button>
      <FilePicker ref={input} single onFiles={(files) => props.onFile(files[0])} />
      {file && (
        <p className="small">
          {file.name} · {showSize(file.size)}
        </p>
      )}
    </div>
  );
}
