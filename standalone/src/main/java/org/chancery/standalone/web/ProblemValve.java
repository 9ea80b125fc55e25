package org.chancery.standalone.web;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.chancery.core.http.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is refused outside the router, by Tomcat or by Spring, as problem details too (RFC 9457)
 * that give nothing away.
 */
public final class ProblemValve extends ErrorReportValve {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemValve.class);

  @Override
  protected void report(Request request, Response response, Throwable thrown) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    try {
      Problems.send(
          response,
          org.chancery.core.http.Response.of(
              Problem.of(
                  status, "http-" + status, "Refused", "The request could not be answered.")));
      response.finishResponse();
    } catch (IOException e) {
      LOG.debug("Nobody was left to be told of status {}", status, e);
    }
  }
}
