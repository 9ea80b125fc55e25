package org.chancery.alfresco.share;

import java.util.List;
import org.chancery.core.search.SearchQuery;
import org.chancery.model.QName;

/** Narrows a question to what has content. */
final class Documents {

  private Documents() {}

  static SearchQuery only(SearchQuery query) {
    return new SearchQuery(
        query.text(),
        List.of(QName.of("cm:content")),
        query.within(),
        query.filters(),
        query.from(),
        query.to(),
        query.facets(),
        query.sort(),
        query.cursor(),
        query.limit());
  }
}
