package org.chancery.alfresco.identity;

import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alfresco.model.ContentModel;
import org.alfresco.query.PagingRequest;
import org.alfresco.query.PagingResults;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.repo.transaction.RetryingTransactionHelper;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.security.AuthorityService;
import org.alfresco.service.cmr.security.AuthorityType;
import org.alfresco.service.cmr.security.PersonService;
import org.alfresco.service.namespace.QName;
import org.chancery.core.access.Account;
import org.chancery.core.access.Account.Assignment;
import org.chancery.core.access.Accounts;
import org.chancery.core.access.Authorities;
import org.chancery.core.access.Component;
import org.chancery.core.access.Role;
import org.chancery.core.repository.Caller;

/**
 * The platform's people. Components and roles follow from the groups they belong to, wherever those
 * are kept (the platform itself, a directory). Rights are asked for anew with every request; what
 * the platform remembers of them, its own caches say.
 */
public final class PlatformAccounts implements Accounts {
  /** For so long the list of components, which hardly ever changes, is not asked for again. */
  private static final Duration REMEMBERED = Duration.ofSeconds(5);

  private final PersonService people;
  private final AuthorityService authorities;
  private final NodeService nodes;
  private final RetryingTransactionHelper transactions;
  private final Clock clock;
  private volatile Known known = new Known(Instant.MIN, List.of());

  /**
   * On the platform's inner services, which ask nobody's leave.
   *
   * @param people bean {@code personService}
   * @param authorities bean {@code authorityService}
   * @param nodes bean {@code nodeService}
   * @param transactions bean {@code retryingTransactionHelper}
   * @param clock the time
   */
  public PlatformAccounts(
      PersonService people,
      AuthorityService authorities,
      NodeService nodes,
      RetryingTransactionHelper transactions,
      Clock clock) {
    this.people = people;
    this.authorities = authorities;
    this.nodes = nodes;
    this.transactions = transactions;
    this.clock = clock;
  }

  private record Known(Instant since, List<Component> components) {}

  private interface Question<T> {
    T ask();
  }

  @Override
  public Optional<Account> find(String user) {
    return asked(
        () -> {
          String name = people.getUserIdentifier(user);
          return name == null || !people.isEnabled(name)
              ? Optional.empty()
              : Optional.of(account(name));
        });
  }

  private Account account(String name) {
    Set<String> groups =
        authorities.getAuthoritiesForUser(name).stream()
            .filter(each -> each.startsWith("GROUP_"))
            .collect(Collectors.toCollection(HashSet::new));
    boolean administrator = authorities.isAdminAuthority(name);
    Set<Assignment> assignments = new HashSet<>(GroupNames.assignments(groups));
    if (administrator) {
      assignments.add(new Assignment(Role.ADMINISTRATOR, Optional.empty()));
    }
    return new Account(
        name,
        displayName(name),
        GroupNames.components(groups),
        assignments,
        administrator || groups.contains(GroupNames.PROGRAMS),
        groups);
  }

  private String displayName(String user) {
    NodeRef person = people.getPersonOrNull(user);
    if (person == null) {
      return user;
    }
    Map<QName, Serializable> properties = nodes.getProperties(person);
    return fullName(
        user,
        properties.get(ContentModel.PROP_FIRSTNAME),
        properties.get(ContentModel.PROP_LASTNAME));
  }

  /** The mail address in an account's profile; empty when there is none, or no such account. */
  public Optional<String> mailAddress(String user) {
    return asked(
        () -> {
          NodeRef person = people.getPersonOrNull(user);
          return person == null || !people.isEnabled(user)
              ? Optional.empty()
              : Optional.ofNullable(nodes.getProperty(person, ContentModel.PROP_EMAIL))
                  .map(Object::toString);
        });
  }

  private static String fullName(String user, Serializable first, Serializable last) {
    String name =
        Stream.of(Optional.ofNullable(first), Optional.ofNullable(last))
            .map(value -> value.map(Object::toString).orElse("").strip())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
    return name.isEmpty() ? user : name;
  }

  @Override
  public List<Component> components() {
    Known seen = known;
    if (seen.since().plus(REMEMBERED).isAfter(clock.instant())) {
      return seen.components();
    }
    List<Component> components = asked(this::readComponents);
    known = new Known(clock.instant(), components);
    return components;
  }

  private List<Component> readComponents() {
    List<Component> components = new ArrayList<>();
    for (String group : groups()) {
      GroupNames.component(group)
          .ifPresent(code -> components.add(new Component(code, groupLabel(group))));
    }
    if (components.stream().noneMatch(each -> each.code().equals(Component.EXECSEC))) {
      components.add(new Component(Component.EXECSEC, OfficeGroups.SECRETARIAT));
    }
    components.sort(Comparator.comparing(Component::code));
    return components;
  }

  private String groupLabel(String group) {
    String label = authorities.getAuthorityDisplayName(group);
    return label == null || label.isBlank() ? group.substring("GROUP_".length()) : label;
  }

  private List<String> groups() {
    return authorities
        .getAuthorities(
            AuthorityType.GROUP, null, null, false, true, new PagingRequest(Integer.MAX_VALUE))
        .getPage();
  }

  @Override
  public List<Authority> search(String text, int limit) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    return asked(
        () ->
            everyAuthority().stream()
                .filter(
                    each ->
                        each.label().toLowerCase(Locale.ROOT).contains(wanted)
                            || each.name().toLowerCase(Locale.ROOT).contains(wanted))
                .sorted(Comparator.comparing(each -> each.label().toLowerCase(Locale.ROOT)))
                .filter(
                    each -> each.kind() == Authority.Kind.GROUP || people.isEnabled(each.name()))
                .limit(limit)
                .toList());
  }

  private List<Authority> everyAuthority() {
    List<Authority> all = new ArrayList<>();
    all.add(new Authority(Caller.EVERYONE, label(Caller.EVERYONE), Authority.Kind.GROUP));
    for (String group : groups()) {
      all.add(new Authority(group, groupLabel(group), Authority.Kind.GROUP));
    }
    PagingResults<PersonService.PersonInfo> everyone =
        people.getPeople(null, List.of(), List.of(), new PagingRequest(Integer.MAX_VALUE));
    for (PersonService.PersonInfo person : everyone.getPage()) {
      all.add(
          new Authority(
              person.getUserName(),
              fullName(person.getUserName(), person.getFirstName(), person.getLastName()),
              Authority.Kind.USER));
    }
    return all;
  }

  @Override
  public List<Authority> members(String group, int limit) {
    if (!group.startsWith("GROUP_") || group.equals(Caller.EVERYONE)) {
      return List.of();
    }
    return asked(
        () ->
            !authorities.authorityExists(group)
                ? List.of()
                : authorities.getContainedAuthorities(AuthorityType.USER, group, false).stream()
                    .filter(people::isEnabled)
                    .map(user -> new Authority(user, displayName(user), Authority.Kind.USER))
                    .sorted(Comparator.comparing(each -> each.label().toLowerCase(Locale.ROOT)))
                    .limit(limit)
                    .toList());
  }

  @Override
  public String label(String authority) {
    if (authority.equals(Caller.EVERYONE)) {
      return "Everyone";
    }
    if (authority.equals(Authorities.ADMINISTRATORS)) {
      return "Administrators";
    }
    return asked(
        () -> {
          if (!authority.startsWith("GROUP_")) {
            return displayName(authority);
          }
          return authorities.authorityExists(authority) ? groupLabel(authority) : authority;
        });
  }

  /** The platform answers nobody who is not signed in. */
  private <T> T asked(Question<T> question) {
    return AuthenticationUtil.runAs(
        () -> transactions.doInTransaction(question::ask, true, false),
        AuthenticationUtil.getSystemUserName());
  }
}
