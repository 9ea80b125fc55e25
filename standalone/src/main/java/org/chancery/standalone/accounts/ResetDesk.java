package org.chancery.standalone.accounts;

import org.chancery.core.repository.Transactions;

/** Serves the requests that the command line makes to the running server. */
public final class ResetDesk {
  private final ResetRequests requests;
  private final PasswordReset reset;
  private final Transactions transactions;

  ResetDesk(ResetRequests requests, PasswordReset reset, Transactions transactions) {
    this.requests = requests;
    this.reset = reset;
    this.transactions = transactions;
  }

  /** Serves those that wait. */
  public void serve() {
    for (ResetRequests.Request request : requests.waiting()) {
      requests.answer(
          request, transactions.write(() -> reset.reset(request.user(), request.encoded())));
    }
  }
}
