package org.alfresco.service.cmr.repository;

import java.io.Serializable;
import java.util.Locale;

/** A content property: where the bytes are, how many and of what type. */
public class ContentData implements Serializable {
  private static final long serialVersionUID = 1L;

  protected ContentData(ContentData contentData) {
    throw new UnsupportedOperationException();
  }

  public ContentData(String text, String text2, long number, String text3) {
    throw new UnsupportedOperationException();
  }

  public ContentData(String text, String text2, long number, String text3, Locale locale) {
    throw new UnsupportedOperationException();
  }

  public String toString() {
    throw new UnsupportedOperationException();
  }

  public String getContentUrl() {
    throw new UnsupportedOperationException();
  }

  public String getMimetype() {
    throw new UnsupportedOperationException();
  }

  public long getSize() {
    throw new UnsupportedOperationException();
  }
}
