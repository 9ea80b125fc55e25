package org.springframework.extensions.webscripts;

import java.io.IOException;

/** Answers requests. */
public interface WebScript {
  void init(Container container, Description description);

  Description getDescription();

  void execute(WebScriptRequest webScriptRequest, WebScriptResponse webScriptResponse)
      throws IOException;
}
