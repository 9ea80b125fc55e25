package org.alfresco.service.cmr.repository;

import org.alfresco.service.cmr.dictionary.InvalidTypeException;
import org.alfresco.service.namespace.QName;

/** Streams that nodes hold. */
public interface ContentService {
  ContentReader getRawReader(String text);

  ContentReader getReader(NodeRef nodeRef, QName name)
      throws InvalidNodeRefException, InvalidTypeException;

  ContentWriter getWriter(NodeRef nodeRef, QName name, boolean flag)
      throws InvalidNodeRefException, InvalidTypeException;
}
