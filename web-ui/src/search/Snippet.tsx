import { readSnippet } from './snippet';

export function Snippet({ text }: { text: string }) {
  return (
    <p className="snippet">
      {readSnippet(text).map((piece, i) =>
        piece.hit ? <mark key={i}>{piece.text}</mark> : piece.text,
      )}
    </p>
  );
}
