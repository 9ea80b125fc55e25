package org.alfresco.query;

import java.util.List;

/** A part of a long list. */
public interface PagingResults<R> {
  List<R> getPage();
}
