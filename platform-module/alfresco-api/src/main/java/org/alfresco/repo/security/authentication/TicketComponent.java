package org.alfresco.repo.security.authentication;

/** Tickets: proof of a sign-in that has happened. */
public interface TicketComponent {
  String getNewTicket(String text) throws AuthenticationException;

  String getCurrentTicket(String text, boolean flag);

  String validateTicket(String text) throws AuthenticationException;

  void invalidateTicketById(String text);

  void invalidateTicketByUser(String text);

  String getAuthorityForTicket(String text);

  void clearCurrentTicket();
}
