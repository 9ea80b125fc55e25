package org.chancery.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chancery.core.repository.NodeId;
import org.chancery.core.search.IndexEntry;
import org.chancery.core.search.SearchQuery;
import org.chancery.core.search.Visibility;
import org.chancery.model.ContentModel;
import org.chancery.model.ContentModels;
import org.chancery.model.QName;

/** Entries, properties and questions for the tests of this package. */
final class TestEntries {
  private TestEntries() {}

  static final String STAFF = "GROUP_STAFF";
  static final Visibility ALL = new Visibility(true, Set.of(), Set.of());
  static final Visibility AS_STAFF = new Visibility(false, Set.of(STAFF), Set.of());

  static final ContentModel MODEL = ContentModels.shipped();

  /** Starts an entry that staff may read. */
  static Builder entry(String title) {
    return new Builder(title);
  }

  /** Everything that matches, the best 50 first. */
  static SearchQuery query(String text) {
    return SearchQuery.of(text, 50);
  }

  static final class Builder {
    private final String title;
    private String name;
    private NodeId id = NodeId.random();
    private String type = "cor:document";
    private final List<NodeId> ancestors = new ArrayList<>();
    private Set<String> readers = Set.of(STAFF);
    private final Map<QName, Object> properties = new LinkedHashMap<>();
    private List<String> pages = List.of();
    private Instant created = Instant.parse("2008-03-01T10:00:00Z");
    private Instant modified = Instant.parse("2008-03-02T10:00:00Z");

    private Builder(String title) {
      this.title = title;
      this.name = title;
    }

    Builder id(NodeId node) {
      id = node;
      return this;
    }

    Builder type(String name) {
      type = name;
      return this;
    }

    Builder below(NodeId... above) {
      ancestors.addAll(List.of(above));
      return this;
    }

    /** The node's own name, where it is not the title. */
    Builder name(String own) {
      name = own;
      return this;
    }

    Builder readers(String... authorities) {
      readers = Set.of(authorities);
      return this;
    }

    Builder with(String property, Object value) {
      properties.put(QName.of(property), value);
      return this;
    }

    Builder pages(String... text) {
      pages = List.of(text);
      return this;
    }

    Builder created(String moment) {
      created = Instant.parse(moment);
      return this;
    }

    Builder modified(String moment) {
      modified = Instant.parse(moment);
      return this;
    }

    IndexEntry build() {
      return new IndexEntry(
          id,
          List.of(QName.of(type), QName.of("cm:cmobject")),
          Set.of(),
          title,
          "Case folders/2008/" + name,
          ancestors,
          readers,
          properties,
          pages,
          created,
          modified);
    }
  }
}
