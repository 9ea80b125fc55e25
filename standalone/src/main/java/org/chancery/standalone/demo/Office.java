package org.chancery.standalone.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
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
 */
record Office(
    List<Part> components,
    List<Worker> accounts,
    List<Organization> organizations,
    List<Person> people,
    List<CaseFile> cases,
    List<Letter> letters) {

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
   * @param documents in it already
   */
  record CaseFile(
      String holder,
      String writer,
      String owner,
      String subject,
      String source,
      int daysAgo,
      int dueInDays,
      List<Document> documents) {}

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
