package org.springframework.extensions.webscripts.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.extensions.webscripts.WebScriptRequest;
import org.springframework.extensions.webscripts.WebScriptResponse;

/** Serves requests that came over HTTP. */
public class WebScriptServletRuntime {
  private WebScriptServletRuntime() {}

  public static HttpServletRequest getHttpServletRequest(WebScriptRequest webScriptRequest) {
    throw new UnsupportedOperationException();
  }

  public static HttpServletResponse getHttpServletResponse(WebScriptResponse webScriptResponse) {
    throw new UnsupportedOperationException();
  }
}
