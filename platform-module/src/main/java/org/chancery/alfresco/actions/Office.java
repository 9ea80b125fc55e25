package org.chancery.alfresco.actions;

import java.util.function.BiConsumer;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.repo.security.permissions.AccessDeniedException;
import org.alfresco.service.cmr.repository.NodeRef;
import org.chancery.core.Chancery;
import org.chancery.core.access.Account;
import org.chancery.core.access.Accounts;
import org.chancery.core.access.Actor;
import org.chancery.core.access.Capability;
import org.chancery.core.repository.NodeId;
import org.chancery.core.repository.Transactions;

/** Who asks for an action, and whether their roles include it. */
public final class Office {
  private final Accounts accounts;
  private final Transactions transactions;
  private final Chancery domain;

  /**
   * Of this repository.
   *
   * @param accounts its people
   * @param transactions the platform's
   * @param domain does the work
   */
  public Office(Accounts accounts, Transactions transactions, Chancery domain) {
    this.accounts = accounts;
    this.transactions = transactions;
    this.domain = domain;
  }

  Chancery domain() {
    return domain;
  }

  /**
   * Has the signed-in user do something to the item, in the transaction in progress.
   *
   * @throws AccessDeniedException when their roles do not include it
   */
  void act(Capability needed, NodeRef node, BiConsumer<Actor, NodeId> work) {
    String user = AuthenticationUtil.getFullyAuthenticatedUser();
    Account account =
        accounts
            .find(user)
            .filter(each -> each.capabilities().contains(needed))
            .orElseThrow(() -> new AccessDeniedException("Your roles do not include this."));
    transactions.write(() -> work.accept(Actor.of(account, "platform"), NodeId.of(node.getId())));
  }
}
