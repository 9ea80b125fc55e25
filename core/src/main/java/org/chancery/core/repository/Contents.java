package org.chancery.core.repository;

import java.io.InputStream;
import java.nio.file.Path;
import org.chancery.model.QName;

/**
 * The streams that nodes hold. Bytes are stored once per SHA-256 and never changed; a node refers
 * to them. Storing comes before the transaction that refers to them, so that an original is safe
 * before anything is understood of it (requirement C1).
 */
public interface Contents {

  /**
   * Copies the stream to durable storage (synced to disk) and computes its SHA-256; the same bytes
   * twice are stored once. Not visible anywhere until {@link #attach}. Unreferenced bytes are swept
   * after a day.
   */
  ContentInfo store(InputStream bytes, String mediaType);

  /**
   * Makes stored bytes the value of a node's content property, replacing what it had. Needs {@link
   * Permission#WRITE}, inside a write transaction.
   */
  Node attach(Caller caller, NodeId id, QName property, ContentInfo stored);

  /**
   * Opens a node's content. The permission is decided before any byte is read.
   *
   * @throws NotFound when there is no such node for the caller or it has no such content
   */
  InputStream open(Caller caller, NodeId id, QName property);

  /** The content as a file to hand to a reading worker; not to be changed or kept. */
  Path file(Caller caller, NodeId id, QName property);
}
