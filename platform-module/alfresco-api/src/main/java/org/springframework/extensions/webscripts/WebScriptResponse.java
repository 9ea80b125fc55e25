package org.springframework.extensions.webscripts;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;

/** The answer to a request. */
public interface WebScriptResponse {
  java.lang.String HTML_FORMAT = "html";
  java.lang.String ATOM_FORMAT = "atom";
  java.lang.String RSS_FORMAT = "rss";
  java.lang.String XML_FORMAT = "xml";
  java.lang.String JSON_FORMAT = "json";
  java.lang.String OPENSEARCH_DESCRIPTION_FORMAT = "opensearchdescription";
  java.lang.String HEADER_LOCATION = "Location";

  void setStatus(int number);

  void setHeader(String text, String text2);

  void addHeader(String text, String text2);

  void setContentType(String text);

  void setContentEncoding(String text);

  Writer getWriter() throws IOException;

  OutputStream getOutputStream() throws IOException;

  void reset();

  void reset(String text);

  String encodeScriptUrl(String text);

  String encodeResourceUrl(String text);

  String getEncodeScriptUrlFunction(String text);

  String getEncodeResourceUrlFunction(String text);

  Runtime getRuntime();
}
