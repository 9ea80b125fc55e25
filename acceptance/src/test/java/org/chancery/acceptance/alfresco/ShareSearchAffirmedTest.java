package org.chancery.acceptance.alfresco;

import static org.assertj.core.api.Assertions.assertThat;

import org.chancery.acceptance.alfresco.People.Person;
import org.chancery.acceptance.alfresco.Platform.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Share's own search answers nobody who has not affirmed the responsibilities (requirement P6). */
@EnabledIfSystemProperty(named = "chancery.alfresco.url", matches = ".+")
class ShareSearchAffirmedTest {
  private static final String[] SEARCHES = {
    "/s/slingshot/search?repo=true&term=Library", "/s/slingshot/live-search-docs?t=Library"
  };

  private final Platform admin = People.administrator();
  private final Person person = new People(admin).somebody("ROLE_CLERK");

  @Test
  void whoHasNotAffirmedUnderTheirTicketIsNotAnswered() {
    Platform anonymous = person.clients().withoutSignIn();
    String ticket = ticket();
    for (String search : SEARCHES) {
      Reply before = anonymous.get(search + "&alf_ticket=" + ticket);
      assertThat(before.status()).as(search).isEqualTo(403);
      assertThat(before.json().path("code").asText()).isEqualTo("affirmation-required");
    }
    anonymous
        .json(
            "POST", Platform.OURS + "session/affirmation?alf_ticket=" + ticket, "{'accepted':true}")
        .expect(200);
    for (String search : SEARCHES) {
      anonymous.get(search + "&alf_ticket=" + ticket).expect(200);
    }
  }

  @Test
  void aProgramSaysThatItsCustodianHasAffirmed() {
    for (String search : SEARCHES) {
      person.clients().get(search).expect(200);
      assertThat(
              person.clients().send("GET", search, "", "", "Chancery-Affirmation", "no").status())
          .isEqualTo(403);
    }
  }

  private String ticket() {
    return person
        .clients()
        .json(
            "POST",
            "/api/-default-/public/authentication/versions/1/tickets",
            "{'userId':'" + person.user() + "','password':'" + People.password() + "'}")
        .expect(201)
        .json()
        .path("entry")
        .path("id")
        .asText();
  }
}
