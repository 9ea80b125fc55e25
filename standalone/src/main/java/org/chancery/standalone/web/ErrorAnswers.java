package org.chancery.standalone.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.chancery.core.http.Problem;
import org.chancery.core.http.Response;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * What the container itself refuses, and what went wrong outside the router, as problem details
 * (RFC 9457) that give nothing away.
 */
@Controller
final class ErrorAnswers implements ErrorController {

  @RequestMapping("/error")
  void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    // Asked for by its own address there is no error to tell of.
    int status = code instanceof Integer given ? given : HttpStatus.NOT_FOUND.value();
    HttpStatus known = HttpStatus.resolve(status);
    String title = known == null ? "Error" : known.getReasonPhrase();
    Problems.send(
        response,
        Response.of(
            Problem.of(status, "http-" + status, title, "The request could not be answered.")));
  }
}
