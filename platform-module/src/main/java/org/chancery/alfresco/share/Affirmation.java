package org.chancery.alfresco.share;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.chancery.alfresco.identity.RequestSignIn;
import org.chancery.core.access.Session;
import org.springframework.extensions.webscripts.WebScriptRequest;
import org.springframework.extensions.webscripts.servlet.WebScriptServletRuntime;

/**
 * Whether who asks has affirmed the three responsibilities in the session that the request belongs
 * to (requirement P6): a person under the ticket that Share's proxy sends, a program by the header
 * for programs, as with our own routes.
 */
public final class Affirmation {
  private final RequestSignIn signIn;

  /**
   * @param signIn who asks
   */
  public Affirmation(RequestSignIn signIn) {
    this.signIn = signIn;
  }

  boolean given(WebScriptRequest request) {
    HttpServletRequest from = WebScriptServletRuntime.getHttpServletRequest(request);
    return from != null
        && signIn
            .of(
                new RequestSignIn.Signs(
                    Optional.empty(),
                    Optional.ofNullable(from.getParameter("alf_ticket")),
                    Optional.ofNullable(from.getHeader("Authorization")),
                    "accepted".equals(from.getHeader("Chancery-Affirmation")),
                    true))
            .filter(Session::affirmed)
            .filter(who -> who.means() != Session.Means.BASIC || who.account().program())
            .isPresent();
  }
}
