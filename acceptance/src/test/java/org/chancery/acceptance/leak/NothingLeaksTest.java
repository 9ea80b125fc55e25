package org.chancery.acceptance.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.chancery.acceptance.host.Answer;
import org.chancery.acceptance.host.Client;
import org.chancery.acceptance.host.Host;
import org.chancery.acceptance.host.IntakeDesk;
import org.chancery.acceptance.host.Mailbox;
import org.chancery.acceptance.host.WithHost;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A marker word in each hidden part is in no answer, header, suggestion, snippet, facet, count,
 * rendition, version, error, mail, view of the ledger or line of the log for someone who may not
 * see it (rows P3 and P4). The same walk finds each of the words for who may.
 */
@ExtendWith(WithHost.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NothingLeaksTest {
  private Host host;
  private Secrets secrets;
  private Walk walk;

  @BeforeAll
  void hide(Host shared) {
    host = shared;
    secrets = new Secrets(host);
    List<String> ids = new ArrayList<>(secrets.hidden());
    ids.addAll(secrets.visible());
    walk = new Walk(ids, secrets.words().keySet());
  }

  @Test
  @Order(1)
  void whoMayFindsEveryWord() {
    Set<String> found = walk.found(host.person(Secrets.KEEPER), secrets.words().keySet());
    Map<String, String> missing = new HashMap<>(secrets.words());
    found.forEach(each -> missing.remove(each.substring(0, each.indexOf(':'))));
    assertThat(missing).as("words that the walk cannot find, so that it proves nothing").isEmpty();
  }

  @ParameterizedTest
  @Order(2)
  @ValueSource(strings = {"femaclerk", "drafter", "secretary", "isso", "privacy", "cbpclerk"})
  void whoMayNotFindsNoneOfThem(String user) {
    assertThat(walk.found(host.person(user), secrets.words().keySet())).isEmpty();
  }

  @Test
  @Order(2)
  void whatIsHiddenFromAdministratorsTheyDoNotFindEither() {
    assertThat(walk.found(host.admin(), secrets.words().keySet())).isEmpty();
  }

  @ParameterizedTest
  @Order(2)
  @ValueSource(strings = {"femaclerk", "secretary"})
  void noAnswerNamesWhatIsHiddenByItsIdEither(String user) {
    // The ledger holds ids, for its readers alone; nobody here is one of them.
    assertThat(walk.found(host.person(user), secrets.hidden())).isEmpty();
  }

  @ParameterizedTest
  @Order(2)
  @ValueSource(strings = {"femaclerk", "secretary"})
  void whatIsHiddenIsAnsweredLikeWhatNeverWas(String user) {
    Client client = host.person(user);
    List<String> wrong = new ArrayList<>();
    String never = UUID.randomUUID().toString();
    for (String id : secrets.hidden()) {
      for (String address : new Walk(List.of(id), List.of()).addresses()) {
        if (address.contains(id)) {
          Answer hidden = client.get(address);
          Answer absent = client.get(address.replace(id, never));
          boolean same =
              hidden.status() == absent.status()
                  && hidden.text().replace(id, "ID").equals(absent.text().replace(never, "ID"))
                  && headers(hidden).equals(headers(absent));
          if (!same) {
            wrong.add(hidden.status() + " and " + absent.status() + " " + address);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** But for those that tell of the connection, which a server closes now and then. */
  private static Set<String> headers(Answer answer) {
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    names.addAll(answer.response().headers().map().keySet());
    names.removeAll(Set.of("Connection", "Keep-Alive"));
    return names;
  }

  @Test
  @Order(3)
  void aLetterFromTheHiddenCorrespondentSuggestsNothingOfThem() {
    String name =
        secrets.words().entrySet().stream()
            .filter(each -> each.getValue().equals("the people part"))
            .findFirst()
            .orElseThrow()
            .getKey();
    Client clerk = host.person("femaclerk");
    String item =
        clerk
            .upload(
                "letter-" + UUID.randomUUID() + ".txt",
                ("Maria "
                        + name
                        + "\n4158 Old Mill Road\nLaredo, TX 78040\n\nMarch 9, 2008\n\n"
                        + "Dear Secretary,\n\nPlease help.\n\nSincerely,\n\nMaria "
                        + name
                        + "\n")
                    .getBytes(StandardCharsets.UTF_8),
                Map.of())
            .expect(201)
            .text("id");
    Host.await(
        "the letter to be read",
        IntakeDesk.READING_LIMIT,
        () -> clerk.get("intake/" + item).text("state").equals("ready"));
    String matches =
        clerk
            .get("intake/" + item)
            .expect(200)
            .json()
            .path("suggestions")
            .path("matches")
            .toString();
    assertThat(secrets.hidden()).noneMatch(matches::contains);
  }

  @Test
  @Order(3)
  void noMailHoldsThemButTheOneThatWhoMaySeeThemSends() {
    assumeTrue(host.mailbox().isPresent(), "The host's mail goes elsewhere");
    Mailbox mailbox = host.mailbox().get();
    Secrets.Sendable letter = secrets.letter();
    String mine = "kept-" + UUID.randomUUID() + "@example.org";
    String theirs = "leaked-" + UUID.randomUUID() + "@example.org";
    host.person("femaclerk")
        .post("case-files/" + letter.file() + "/dispatches", dispatch(letter.document(), theirs));
    host.person("secretary")
        .post("case-files/" + letter.file() + "/dispatches", dispatch(letter.document(), theirs));
    host.person(Secrets.KEEPER)
        .post("case-files/" + letter.file() + "/dispatches", dispatch(letter.document(), mine))
        .expect(201);
    Host.await(
        "the letter to arrive",
        IntakeDesk.READING_LIMIT,
        () -> mailbox.mails().stream().anyMatch(mail -> mail.to().contains(mine)));
    assertThat(mailbox.mails())
        .filteredOn(mail -> mail.to().contains(mine))
        .singleElement()
        .satisfies(
            mail ->
                assertThat(mail.text().toLowerCase(Locale.ROOT))
                    .as("so that this test can find a word in a mail")
                    .contains(letter.word()));
    assertThat(mailbox.mails())
        .filteredOn(mail -> !mail.to().contains(mine))
        .allSatisfy(
            mail ->
                assertThat(secrets.words().keySet())
                    .noneMatch(mail.text().toLowerCase(Locale.ROOT)::contains));
    assertThat(mailbox.mails()).noneMatch(mail -> mail.to().contains(theirs));
  }

  private static Map<String, Object> dispatch(String document, String to) {
    return Map.of(
        "document", document,
        "channel", "email",
        "recipient", "Somebody",
        "purpose", "The leak test",
        "authority", "The leak test",
        "mail", Map.of("to", to, "subject", "An answer", "text", "It is attached."));
  }

  @Test
  @Order(4)
  void theLogHoldsNoneOfThem() {
    String log = host.logText().orElse("").toLowerCase(Locale.ROOT);
    Set<String> found = new TreeSet<>(secrets.words().keySet());
    found.removeIf(word -> !log.contains(word));
    assertThat(found).isEmpty();
  }

  @Test
  @Order(5)
  void neitherATakenNameNorADeletionTellsOfSomethingHidden() {
    Client admin = host.admin();
    Client clerk = host.person("femaclerk");
    String shared = newFolder(clerk, secrets.visible().get(2), "Shared " + UUID.randomUUID());
    String hidden = newFolder(admin, shared, "Plans");
    admin
        .put(
            "nodes/" + hidden + "/permissions",
            Map.of(
                "inherits",
                false,
                "grants",
                List.of(Map.of("authority", Secrets.KEEPER, "role", "COORDINATOR")),
                "reason",
                "Nobody's"))
        .expect(200);

    String made = newFolder(clerk, shared, "Plans");
    assertThat(clerk.get("nodes/" + made).expect(200).text("name")).isEqualTo("Plans");

    clerk.delete("nodes/" + shared).expect(204);
    clerk.get("nodes/" + shared).expect(404);
    host.person(Secrets.KEEPER).get("nodes/" + hidden).expect(200);
  }

  private static String newFolder(Client client, String parent, String name) {
    return client
        .post("nodes/" + parent + "/children", Map.of("type", "cm:folder", "name", name))
        .expect(201)
        .text("id");
  }
}
