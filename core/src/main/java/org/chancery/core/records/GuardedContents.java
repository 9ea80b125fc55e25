package org.chancery.core.records;

import java.io.InputStream;
import java.nio.file.Path;
import org.chancery.core.repository.Caller;
import org.chancery.core.repository.ContentInfo;
import org.chancery.core.repository.Contents;
import org.chancery.core.repository.Node;
import org.chancery.core.repository.NodeId;
import org.chancery.model.QName;

/** Streams whose records stay as they are. */
record GuardedContents(Contents host) implements Contents {
  @Override
  public ContentInfo store(InputStream bytes, String mediaType) {
    return host.store(bytes, mediaType);
  }

  @Override
  public Node attach(Caller caller, NodeId id, QName property, ContentInfo stored) {
    Node changed = host.attach(caller, id, property, stored);
    DeclaredRecord.requireNone(changed);
    return changed;
  }

  @Override
  public InputStream open(Caller caller, NodeId id, QName property) {
    return host.open(caller, id, property);
  }

  @Override
  public Path file(Caller caller, NodeId id, QName property) {
    return host.file(caller, id, property);
  }
}
