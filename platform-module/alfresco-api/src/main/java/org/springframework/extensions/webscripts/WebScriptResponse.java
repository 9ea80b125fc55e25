package org.springframework.extensions.webscripts;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;

/** The answer to a request. */
public interface WebScriptResponse {

  void setStatus(int number);

  void setHeader(String text, String text2);

  void setContentType(String text);

  Writer getWriter() throws IOException;

  OutputStream getOutputStream() throws IOException;

  void reset();

  void reset(String text);
}
