package org.chancery.alfresco.verification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.repo.transaction.RetryingTransactionHelper;
import org.alfresco.service.cmr.security.AuthorityService;
import org.alfresco.service.cmr.security.AuthorityType;
import org.alfresco.service.cmr.security.PersonService;

/** The people and groups the contracts speak of, made where they are not there yet. */
final class ContractAccounts {

  private static final Map<String, List<String>> GROUPS =
      Map.of(
          "keeper", List.of("KEEPERS"),
          "editor", List.of("EDITORS"),
          "contributor", List.of("CONTRIBUTORS"),
          "reader", List.of("READERS"),
          "stranger", List.of("STRANGERS"),
          "both", List.of("READERS", "EDITORS"));

  private final RetryingTransactionHelper transactions;
  private final PersonService people;
  private final AuthorityService authorities;

  ContractAccounts(
      RetryingTransactionHelper transactions, PersonService people, AuthorityService authorities) {
    this.transactions = transactions;
    this.people = people;
    this.authorities = authorities;
  }

  void ensure() {
    transactions.doInTransaction(
        () ->
            AuthenticationUtil.runAsSystem(
                () -> {
                  GROUPS.forEach(this::ensure);
                  return null;
                }),
        false,
        true);
  }

  private void ensure(String person, List<String> groups) {
    if (!people.personExists(person)) {
      people.createPerson(
          new HashMap<>(
              Map.of(
                  ContentModel.PROP_USERNAME,
                  person,
                  ContentModel.PROP_FIRSTNAME,
                  person,
                  ContentModel.PROP_LASTNAME,
                  "of the contract",
                  ContentModel.PROP_EMAIL,
                  person + "@contract.invalid")));
    }
    for (String group : groups) {
      String name = authorities.getName(AuthorityType.GROUP, group);
      if (!authorities.authorityExists(name)) {
        authorities.createAuthority(AuthorityType.GROUP, group);
      }
      if (!authorities.getContainedAuthorities(AuthorityType.USER, name, true).contains(person)) {
        authorities.addAuthority(name, person);
      }
    }
  }
}
