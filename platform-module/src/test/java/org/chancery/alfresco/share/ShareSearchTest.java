package org.chancery.alfresco.share;

import static org.assertj.core.api.Assertions.assertThat;

import org.chancery.core.repository.NodeId;
import org.chancery.core.search.SearchResult.Hit;
import org.chancery.model.QName;
import org.junit.jupiter.api.Test;

class ShareSearchTest {

  @Test
  void aSnippetIsPlainTextWithSharesSignsAndItsPage() {
    Hit hit =
        new Hit(
            NodeId.random(),
            QName.of("cor:document"),
            "t",
            "p",
            "a &lt;b&gt; &amp;amp; <mark>levee</mark> &#39;c&#39;",
            2);
    assertThat(Marked.of(hit, new String[] {"[", "]"}))
        .isEqualTo("Page 2: a <b> &amp; [levee] 'c'");
  }

  @Test
  void sharesNamesOfFacetsAreOurs() {
    assertThat(ShareFacets.field("@{http://chancery.org/model/correspondence/1.0}issueCode"))
        .contains("issue");
    assertThat(ShareFacets.field("cor:source")).contains("source");
    assertThat(ShareFacets.field("{http://www.alfresco.org/model/content/1.0}source")).isEmpty();
    assertThat(ShareFacets.property("issue")).isEqualTo("cor:issueCode");
  }
}
