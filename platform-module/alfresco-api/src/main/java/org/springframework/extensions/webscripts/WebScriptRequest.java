package org.springframework.extensions.webscripts;

/** A request. */
public interface WebScriptRequest {

  String getQueryString();

  String getParameter(String text);

  String[] getHeaderNames();

  String getHeader(String text);
}
