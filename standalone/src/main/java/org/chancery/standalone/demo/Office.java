package org.chancery.standalone.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The invented office, as written down in {@code office.json}.
 *
 * @param components parts of the department
 * @param accounts one for each role, and clerks of two components
 * @param organizations that write to the department
 * @param people who write to it
 * @param cases case files under way
 * @param letters that arrive as scans
 * @param calls that were taken by phone
 * @param pasted texts from elsewhere
 * @param mails that arrive with attachments
 */
record Office(
    List<Part> components,
    List<Worker> accounts,
    List<Organization> organizations,
    List<Person> people,
    List<CaseFile> cases,
    List<Letter> letters,
    List<Call> calls,
    List<Pasted> pasted,
    List<Mail> mails) {

  /** A component. */
  record Part(String code, String name) {}

  /** An account. */
  record Worker(String user, String displayName, String component, String role) {}

  /** An organization. */
  record Organization(
      String key, String name, String street, String city, String state, String zip, String phone) {

    Address address() {
      return new Address(street, city, state, zip);
    }
  }

  /** A person; the address is the organization's when there is one. */
  record Person(
      String key,
      String salutation,
      String first,
      String last,
      String position,
      String organization,
      String street,
      String city,
      String state,
      String zip,
      String phone) {

    String name() {
      return first + " " + last;
    }

    String formalName() {
      return salutation + " " + name();
    }
  }

  /** Where someone can be written to. */
  record Address(String street, String city, String state, String zip) {
    String place() {
      return city + ", " + state + " " + zip;
    }
  }

  /**
   * A case file.
   *
   * @param holder key of the person or organization whose case folder it lies in
   * @param writer key of the correspondent
   * @param owner the component whose clerk opened it
   * @param subject what it is about
   * @param source a value of the model's list
   * @param daysAgo when it was received
   * @param dueInDays when it is due; negative when overdue
   * @param openedBy the account that opened it; the executive secretary's when absent
   * @param documents in it already
   * @param story what was done with it since
   */
  record CaseFile(
      String holder,
      String writer,
      String owner,
      String subject,
      String source,
      int daysAgo,
      int dueInDays,
      String openedBy,
      List<Document> documents,
      List<Step> story) {

    /** A file nobody has touched has no story. */
    CaseFile {
      story = story == null ? List.of() : story;
    }
  }

  /**
   * Something that was done with a case file.
   *
   * @param daysAgo when
   * @param who the account
   * @param does what, as {@link Colleague} knows it
   * @param with what else there is to say of it
   */
  record Step(int daysAgo, String who, String does, Map<String, String> with) {

    /** What the story says of that; it has to. */
    String with(String name) {
      return find(name)
          .orElseThrow(() -> new IllegalArgumentException(this + " lacks '" + name + "'"));
    }

    /** What the story says of that. */
    Optional<String> find(String name) {
      return Optional.ofNullable(with.get(name));
    }
  }

  /** A document in a case file. */
  record Document(String name, String text) {}

  /**
   * A letter to be scanned.
   *
   * @param file name in the watched folder; its ending says the format
   * @param from key of the person who wrote it
   * @param to address lines
   * @param daysAgo its date
   * @param subject its subject line
   * @param salutation its first line
   * @param pages paragraphs by page
   */
  record Letter(
      String file,
      String from,
      String to,
      int daysAgo,
      String subject,
      String salutation,
      List<List<String>> pages) {}

  /**
   * A phone call.
   *
   * @param daysAgo when
   * @param takenBy the account
   * @param from key of the person who called
   */
  record Call(
      int daysAgo, String takenBy, String from, String calledFor, String subject, String summary) {}

  /**
   * A text that somebody pasted.
   *
   * @param daysAgo when
   * @param by the account
   * @param from key of the person who wrote it
   */
  record Pasted(int daysAgo, String by, String from, String email, String subject, String text) {}

  /**
   * An e-mail.
   *
   * @param file name in the watched folder
   * @param from key of the person who wrote it
   * @param text what it says
   * @param letter attached as a scan, under its own name
   * @param table attached as it is
   */
  record Mail(
      String file,
      String from,
      String email,
      int daysAgo,
      String subject,
      String text,
      Letter letter,
      Document table) {}

  static Office load() {
    try (InputStream in = Office.class.getResourceAsStream("office.json")) {
      return new ObjectMapper().readValue(in, Office.class);
    } catch (IOException e) {
      throw new UncheckedIOException("The demo office cannot be read", e);
    }
  }

  Person person(String key) {
    return people.stream().filter(person -> person.key().equals(key)).findFirst().orElseThrow();
  }

  Optional<Organization> organization(String key) {
    return organizations.stream().filter(each -> each.key().equals(key)).findFirst();
  }

  Address address(Person person) {
    return Optional.ofNullable(person.organization())
        .flatMap(this::organization)
        .map(Organization::address)
        .orElseGet(() -> new Address(person.street(), person.city(), person.state(), person.zip()));
  }
}
