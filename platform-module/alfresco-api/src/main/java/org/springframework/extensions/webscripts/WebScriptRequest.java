package org.springframework.extensions.webscripts;

/** A request. */
public interface WebScriptRequest {
  Match getServiceMatch();

  String getServerPath();

  String getContextPath();

  String getServiceContextPath();

  String getServicePath();

  String getURL();

  String getPathInfo();

  String getQueryString();

  String[] getParameterNames();

  String getParameter(String text);

  String[] getParameterValues(String text);

  String[] getHeaderNames();

  String getHeader(String text);

  String[] getHeaderValues(String text);

  String getExtensionPath();

  String getContentType();

  Object parseContent();

  boolean isGuest();

  String getFormat();

  String getAgent();

  String getJSONCallback();

  boolean forceSuccessStatus();

  Runtime getRuntime();
}
