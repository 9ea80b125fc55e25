package org.alfresco.service.cmr.repository;

import java.util.HashMap;
import java.util.Locale;

/** A text in several languages. */
public class MLText extends HashMap<Locale, String> {
  private static final long serialVersionUID = 1L;

  public MLText(String text) {
    throw new UnsupportedOperationException();
  }

  public String getDefaultValue() {
    throw new UnsupportedOperationException();
  }
}
