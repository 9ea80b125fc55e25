import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { Icon } from '../ui/Icon';

interface Props {
  onFiles: (files: File[]) => void;
  /** What dropping does here. */
  text: string;
  /** With children the zone lies around them and shows itself only while something is dragged over it. */
  children?: ReactNode;
}

function filesOf(event: DragEvent): File[] {
  // A dragged folder has no bytes of its own: it comes as an item that is no file.
  return [...event.dataTransfer.items]
    .filter((item) => item.kind === 'file' && item.webkitGetAsEntry()?.isDirectory !== true)
    .flatMap((item) => item.getAsFile() ?? []);
}

export function DropZone({ onFiles, text, children }: Props) {
  const [over, setOver] = useState(0);
  const input = useRef<HTMLInputElement>(null);

  const drag = {
    onDragEnter: (event: DragEvent) => {
      if (event.dataTransfer.types.includes('Files')) {
        event.preventDefault();
        setOver((n) => n + 1);
      }
    },
    onDragOver: (event: DragEvent) => {
      if (event.dataTransfer.types.includes('Files')) {
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
      }
    },
    onDragLeave: () => setOver((n) => Math.max(0, n - 1)),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(0);
      const files = filesOf(event);
      if (files.length > 0) {
        onFiles(files);
      }
    },
  };

  if (children) {
    return (
      <div className={over > 0 ? 'drop-around over' : 'drop-around'} {...drag}>
        {children}
        {over > 0 && (
          <div className="drop-veil" aria-hidden="true">
            <Icon name="upload" />
            {text}
          </div>
        )}
      </div>
    );
  }
  return (
    <div className={over > 0 ? 'drop-zone over' : 'drop-zone'} {...drag}>
      <Icon name="upload" />
      <p>{text}</p>
      <button
        type="button"
        className="usa-button usa-button--outline small"
        onClick={() => input.current?.click()}
      >
        Choose files
      </button>
      <FilePicker ref={input} onFiles={onFiles} />
    </div>
  );
}

export function FilePicker({
  ref,
  onFiles,
  single,
}: {
  ref: React.RefObject<HTMLInputElement | null>;
  onFiles: (files: File[]) => void;
  single?: boolean;
}) {
  return (
    <input
      ref={ref}
      type="file"
      multiple={!single}
      hidden
      aria-label={single ? 'File' : 'Files'}
      onChange={(event) => {
        const files = [...(event.target.files ?? [])];
        event.target.value = '';
        if (files.length > 0) {
          onFiles(files);
        }
      }}
    />
  );
}

/** A button that opens the browser's file dialog. */
export function UploadButton(props: {
  onFiles: (files: File[]) => void;
  small?: boolean;
  children: ReactNode;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className={props.small ? 'usa-button small' : 'usa-button'}
        onClick={() => input.current?.click()}
      >
        <Icon name="upload" />
        {props.children}
      </button>
      <FilePicker ref={input} onFiles={props.onFiles} />
    </>
  );
}
