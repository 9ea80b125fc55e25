package org.springframework.extensions.webscripts;

import java.util.Map;

/** The web script that a request is for, and the parts of its path. */
public final class Match {
  private Match() {}

  public String getTemplate() {
    throw new UnsupportedOperationException();
  }

  public Map<String, String> getTemplateVars() {
    throw new UnsupportedOperationException();
  }

  public String getPath() {
    throw new UnsupportedOperationException();
  }

  public WebScript getWebScript() {
    throw new UnsupportedOperationException();
  }
}
